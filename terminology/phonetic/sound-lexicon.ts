import type { Category } from '../lexicon/category';
import { type Gender, type GrammaticalNumber, hasFlag, type WordEntry } from '../lexicon/entry';
import type { Layer } from '../lexicon/layer';
import type { Lexicon } from '../lexicon/lexicon';
import { tokenise } from '../lexicon/tokens';
import { bareLetters } from './letters';
import { isAcronym } from './letter-names';
import { SoundIndex } from './sound-index';
import {
  compileGeneralSounds,
  compileSounds,
  type GeneralSoundTable,
  type SoundTable,
  ZIPF_STEPS,
} from './sound-table';

/** Something that may be written in place of what was heard. */
export interface SoundEntry {
  readonly form: string;
  /** Words as bigrams see them. */
  readonly firstWord: string;
  readonly lastWord: string;
  /** Without case, accents, spaces and hyphens. */
  readonly letters: string;
  /** `general`: a word of general French, no medical list has it. */
  readonly kind: 'word' | 'term' | 'general';
  readonly categories: readonly Category[];
  readonly gender: Gender | undefined;
  readonly number: GrammaticalNumber | undefined;
  /** A drug or an analyte: written only where the sound is the same. */
  readonly isDosed: boolean;
  readonly isDrug: boolean;
  readonly isAcronym: boolean;
  /** How unexpected it is in a report: 0.5 for everyday words, 3.6 and more for rare ones. */
  readonly cost: number;
}

/** Sounds compiled beforehand; layers without a table of their name and size are compiled when opened. */
export interface CompiledSounds {
  readonly general?: GeneralSoundTable;
  readonly layers: readonly SoundTable[];
}

interface Shelf {
  readonly index: SoundIndex;
  readonly table: object;
  /** Id of its first entry. */
  readonly base: number;
  /** Nothing on it is worth having beyond that distance. */
  readonly farthest: number;
  readonly read: (entry: number) => SoundEntry;
  readonly letters: () => string[];
}

/** Entries from `base` on whose letters depend on `table` alone. */
export interface LetteredShelf {
  readonly table: object;
  readonly base: number;
  /** Letters of each entry, as `SoundEntry.letters`. */
  readonly letters: () => string[];
}

const GENERAL_COST = 1.2;
const FARTHEST_GENERAL = 0.8;
const INFLECTION_COST = 0.2;

/** Everything of a lexicon that can be found by its sound. */
export class SoundLexicon {
  /** Ids run from 0 to `size`, excluded. */
  readonly size: number;
  readonly #shelves: readonly Shelf[];
  readonly #entries: (SoundEntry | undefined)[] = [];

  constructor(lexicon: Lexicon, compiled: CompiledSounds = { layers: [] }) {
    const shelves: Shelf[] = [];
    let base = 0;
    const put = (
      table: SoundTable | GeneralSoundTable,
      { read, letters }: Pick<Shelf, 'read' | 'letters'>,
    ): void => {
      const farthest = 'rows' in table ? Infinity : FARTHEST_GENERAL;
      shelves.push({ index: new SoundIndex(table), table, base, farthest, read, letters });
      base += 'rows' in table ? table.rows.length : table.forms.length;
    };
    let words = 0;
    let terms = 0;
    for (const layer of lexicon.layers) {
      const table = compiled.layers.find((one) => fits(one, layer)) ?? compileSounds(layer);
      const start = { words, terms };
      put(table, {
        read: (entry) => readEntry(lexicon, table, { ...start, row: table.rows[entry] ?? 0 }),
        letters: () => Array.from(table.rows, (row) => bareLetters(formAt(layer, row))),
      });
      words += layer.words.forms.length;
      terms += layer.terms.forms.length;
    }
    const general = compiled.general ?? compileGeneralSounds(lexicon.general);
    put(general, {
      read: (entry) => generalEntry(general, entry),
      letters: () => general.forms.map(bareLetters),
    });
    this.#shelves = shelves;
    this.size = base;
  }

  entry(id: number): SoundEntry {
    const there = this.#entries[id];
    if (there !== undefined) return there;
    const shelf = this.#shelves.findLast(({ base }) => base <= id);
    if (shelf === undefined) throw new Error(`No entry has the number ${String(id)}`);
    const entry = shelf.read(id - shelf.base);
    this.#entries[id] = entry;
    return entry;
  }

  /** Every entry by its letters. */
  get lettered(): readonly LetteredShelf[] {
    return this.#shelves;
  }

  /** Ids of the entries within `limit` of the sounds, each once with its distance. */
  search(sounds: string, limit: number): Map<number, number> {
    const found = new Map<number, number>();
    for (const { index, base, farthest } of this.#shelves)
      index.search(sounds, Math.min(limit, farthest), (entry, distance) => {
        if (distance < (found.get(base + entry) ?? Infinity)) found.set(base + entry, distance);
      });
    return found;
  }
}

const fits = (table: SoundTable, layer: Layer): boolean =>
  table.name === layer.name &&
  table.words === layer.words.forms.length &&
  table.terms === layer.terms.forms.length;

const formAt = ({ words, terms }: Layer, row: number): string =>
  (row < words.forms.length ? words.forms[row] : terms.forms[row - words.forms.length]) ?? '';

function readEntry(
  lexicon: Lexicon,
  table: SoundTable,
  { words, terms, row }: { words: number; terms: number; row: number },
): SoundEntry {
  if (row < table.words) {
    const word = lexicon.word(words + row);
    return wordEntry(word, lexicon.word(word.lemma));
  }
  const { form, medical, categories } = lexicon.term(terms + row - table.words);
  const parts = tokenise(form).map(({ text }) => text.toLowerCase());
  const cost = clamp(0.5 * (6.6 - medical), 1, 4.2);
  const isDrug = categories.includes('drug');
  const isDosed = isDrug || categories.includes('biology');
  return { ...shape(form, parts), kind: 'term', categories, cost, ...NO_WORD, isDrug, isDosed };
}

/** A word of the lexicon; `lemma` tells whether the form is rarer than its base. */
export function wordEntry(word: WordEntry, lemma: WordEntry): SoundEntry {
  const { form, zipf, medical, categories, gender, number } = word;
  const frequency = Math.max(zipf, medical);
  const isDrug = hasFlag(word, 'substance') || hasFlag(word, 'brand');
  const isRarerForm =
    hasFlag(word, 'inflection') && frequency < Math.max(lemma.zipf, lemma.medical);
  return {
    ...shape(form, [form]),
    kind: 'word',
    categories,
    gender,
    number,
    isDrug,
    isAcronym: isAcronym(form),
    isDosed: isDrug || hasFlag(word, 'analyte'),
    cost: clamp(0.5 * (7 - frequency), 0.5, 3.6) + (isRarerForm ? INFLECTION_COST : 0),
  };
}

function generalEntry({ forms, zipf }: GeneralSoundTable, entry: number): SoundEntry {
  const form = forms[entry] ?? '';
  const cost = clamp(0.5 * (7 - (zipf[entry] ?? 0) / ZIPF_STEPS), 0.6, 4.2) + GENERAL_COST;
  return { ...shape(form, [form]), kind: 'general', categories: [], cost, ...NO_WORD };
}

const NO_WORD = {
  isDosed: false,
  isDrug: false,
  isAcronym: false,
  gender: undefined,
  number: undefined,
} as const;

const shape = (
  form: string,
  words: readonly string[],
): Pick<SoundEntry, 'form' | 'firstWord' | 'lastWord' | 'letters'> => ({
  form,
  firstWord: words.find((word) => word.length > 1) ?? form,
  lastWord: words.at(-1) ?? form,
  letters: bareLetters(form),
});

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
