import { LetterIndex } from './letter-index';
import { analyse, type WordPart } from './affixes';
import { categoriesOf } from './category';
import { LOOK_ALIKE_KINDS, type LookAlike, type TermEntry, type WordEntry } from './entry';
import { fold, foldKey, letters, lower, spelling } from './fold';
import type { GeneralWords } from './general-words';
import { genderOf, type Layer, numberOf, unpackZipf } from './layer';
import { rowOf } from './sorted-list';
import { frequencyIn, NO_USAGE, type Usage } from './usage';

interface Placed {
  readonly layer: Layer;
  readonly wordBase: number;
  readonly termBase: number;
}

/** General French and every layer of medical words, shipped and imported, seen as one. Never changes. */
export class Lexicon {
  readonly general: GeneralWords;
  readonly layers: readonly Layer[];
  readonly wordCount: number;
  readonly termCount: number;
  #lookAlikes: ReadonlyMap<string, LookAlike[]> | undefined;
  #strengths: ReadonlyMap<string, string[]> | undefined;
  readonly #usage: Usage;
  readonly #placed: readonly Placed[];
  readonly #byLetters: LetterIndex;

  /** Later layers come last in every answer; what the practice uses raises medical frequencies. */
  constructor(general: GeneralWords, layers: readonly Layer[], usage: Usage = NO_USAGE) {
    this.general = general;
    this.layers = layers;
    this.#usage = usage;
    let words = 0;
    let terms = 0;
    this.#placed = layers.map((layer) => {
      const placed = { layer, wordBase: words, termBase: terms };
      words += layer.words.forms.length;
      terms += layer.terms.forms.length;
      return placed;
    });
    this.wordCount = words;
    this.termCount = terms;
    this.#byLetters = new LetterIndex(words, (id) => this.#formAt(id));
  }

  /** Ids run from 0 to `wordCount`, excluded; throws on any other. */
  word(id: number): WordEntry {
    const { layer, wordBase } = this.#placedWord(id);
    const row = id - wordBase;
    const { words, labels } = layer;
    const grammar = words.grammar[row] ?? 0;
    const lemma = words.lemma[row] ?? row;
    const medical = unpackZipf(words.medical[row] ?? 0);
    return {
      id,
      form: words.forms[row] ?? '',
      zipf: unpackZipf(words.zipf[row] ?? 0),
      medical: frequencyIn(this.#usage, words.forms[lemma] ?? '', medical),
      categories: categoriesOf(words.categories[row] ?? 0),
      gender: genderOf(grammar),
      number: numberOf(grammar),
      flags: words.flags[row] ?? 0,
      lemma: wordBase + lemma,
      specialty: labelAt(labels, words.specialty[row]),
      note: labelAt(labels, words.note[row]),
      source: layer.sources[words.source[row] ?? 0]?.name ?? layer.name,
    };
  }

  *words(): Generator<WordEntry> {
    for (let id = 0; id < this.wordCount; id++) yield this.word(id);
  }

  /** Ids run from 0 to `termCount`, excluded; throws on any other. */
  term(id: number): TermEntry {
    const { layer, termBase } = this.#placedTerm(id);
    const row = id - termBase;
    const { terms, labels } = layer;
    const form = terms.forms[row] ?? '';
    return {
      id,
      form,
      medical: frequencyIn(this.#usage, form, unpackZipf(terms.medical[row] ?? 0)),
      categories: categoriesOf(terms.categories[row] ?? 0),
      gender: genderOf(terms.grammar[row] ?? 0),
      specialty: labelAt(labels, terms.specialty[row]),
      note: labelAt(labels, terms.note[row]),
      source: layer.sources[terms.source[row] ?? 0]?.name ?? layer.name,
    };
  }

  *terms(): Generator<TermEntry> {
    for (let id = 0; id < this.termCount; id++) yield this.term(id);
  }

  /** Medical words with the same letters, whatever case, accents, ligatures and hyphens. */
  find(form: string): WordEntry[] {
    return this.idsOf(form).map((id) => this.word(id));
  }

  idsOf(form: string): readonly number[] {
    return this.#byLetters.idsOf(form);
  }

  /** Whether the word is spelled as a general or medical word is, accents included; case is free but for proper nouns. */
  knows(form: string): boolean {
    if (this.general.has(form)) return true;
    const exact = lower(form);
    return this.find(form).some((entry) => lower(entry.form) === exact);
  }

  /**
   * The parts of a word that no list has but that is made of known ones ("hypo" + "dense", "cholangio" + "graphie"), spelled
   * right; undefined for any other.
   */
  partsOf(form: string): WordPart[] | undefined {
    return analyse(
      form,
      (part) =>
        this.general.has(part) || this.find(part).some((word) => spelling(word.form) === part),
    );
  }

  /** How often the two words follow one another in medical labels, plurals and accents aside. */
  bigram(first: string, second: string): number {
    const a = foldKey(first);
    const b = foldKey(second);
    let count = 0;
    for (const layer of this.layers) count += bigramIn(layer, a, b);
    return count;
  }

  /** Words this one is taken for: opposites, homophones, drugs of a near name. */
  lookAlikes(form: string): readonly LookAlike[] {
    this.#lookAlikes ??= readLookAlikes(this.layers);
    return this.#lookAlikes.get(letters(form)) ?? [];
  }

  /** Marketed strengths of a drug ("500 mg"), as far as the layers know; empty when none does. */
  strengths(drug: string): readonly string[] {
    this.#strengths ??= readStrengths(this.layers);
    return this.#strengths.get(fold(drug)) ?? [];
  }

  #formAt(id: number): string {
    const { layer, wordBase } = this.#placedWord(id);
    return layer.words.forms[id - wordBase] ?? '';
  }

  #placedWord(id: number): Placed {
    const placed = this.#placed.findLast(({ wordBase }) => wordBase <= id);
    if (placed === undefined || id >= this.wordCount)
      throw new Error(`The lexicon has no word ${String(id)}`);
    return placed;
  }

  #placedTerm(id: number): Placed {
    const placed = this.#placed.findLast(({ termBase }) => termBase <= id);
    if (placed === undefined || id >= this.termCount)
      throw new Error(`The lexicon has no term ${String(id)}`);
    return placed;
  }
}

const labelAt = (labels: readonly string[], row: number | undefined): string | undefined =>
  row === undefined || row === 0 ? undefined : labels[row];

function readLookAlikes(layers: readonly Layer[]): Map<string, LookAlike[]> {
  const map = new Map<string, LookAlike[]>();
  const put = (from: string, form: string, kind: LookAlike['kind']): void => {
    const key = letters(from);
    map.set(key, [...(map.get(key) ?? []), { form, kind }]);
  };
  for (const line of layers.flatMap(({ lookAlikes }) => lookAlikes)) {
    const [a = '', b = '', named] = line.split('\t');
    const kind = LOOK_ALIKE_KINDS.find((name) => name === named);
    if (kind === undefined) continue;
    put(a, b, kind);
    put(b, a, kind);
  }
  return map;
}

function readStrengths(layers: readonly Layer[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const line of layers.flatMap(({ strengths }) => strengths)) {
    const [name = '', known = ''] = line.split('\t');
    map.set(name, [...new Set([...(map.get(name) ?? []), ...known.split(';')])]);
  }
  return map;
}

function bigramIn(layer: Layer, a: string, b: string): number {
  const first = rowOf(layer.vocabulary, a);
  const second = rowOf(layer.vocabulary, b);
  if (first < 0 || second < 0) return 0;
  const { bigrams } = layer;
  let from = bigrams.first[first] ?? 0;
  let to = bigrams.first[first + 1] ?? from;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((bigrams.second[middle] ?? 0) < second) from = middle + 1;
    else to = middle;
  }
  const end = bigrams.first[first + 1] ?? 0;
  return from < end && bigrams.second[from] === second ? (bigrams.count[from] ?? 0) : 0;
}
