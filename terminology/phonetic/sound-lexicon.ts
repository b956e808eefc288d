import type { Category } from '../lexicon/category';
import { type Gender, type GrammaticalNumber, hasFlag, type WordEntry } from '../lexicon/entry';
import { tokenise } from '../lexicon/tokens';
import type { Lexicon } from '../lexicon/lexicon';
import { foldKey } from '../lexicon/fold';
import { bareLetters } from './letters';
import { NEGATIONS, NUMBER_WORDS, SIDES } from './closed-words';
import { spellOut } from './letter-names';
import { withoutSilent } from './phonemes';
import { pronounceWord } from './pronounce';
import { SoundIndex } from './sound-index';

/** Something that may be written in place of what was heard. */
export interface SoundEntry {
  readonly form: string;
  /** Words as bigrams see them. */
  readonly firstWord: string;
  readonly lastWord: string;
  /** Without case, accents, spaces and hyphens. */
  readonly letters: string;
  /** `general`: a rare word of general French, no medical list has it. */
  readonly kind: 'word' | 'term' | 'general';
  readonly categories: readonly Category[];
  /** A drug or an analyte: written only where the sound is the same. */
  readonly isDosed: boolean;
  readonly isDrug: boolean;
  readonly gender: Gender | undefined;
  readonly number: GrammaticalNumber | undefined;
  /** How unexpected it is in a report: 0.5 for everyday words, 3.6 and more for rare ones. */
  readonly cost: number;
}

export interface SoundLexicon {
  readonly lexicon: Lexicon;
  readonly index: SoundIndex;
  /** Entry `i` of the index. */
  readonly entries: readonly SoundEntry[];
  /** Multi-word terms: their words by `foldKey`, joined by spaces. */
  readonly termKeys: ReadonlySet<string>;
}

const SHORTEST_SOUNDS = 3;
const SHORTEST_GENERAL = 4;
const RAREST_GENERAL_ZIPF = 1;
const GENERAL_COST = 1.2;
const INFLECTION_COST = 0.35;

/** Everything of a lexicon that can be found by its sound. About half a second for 150,000 forms: do it once. */
export function buildSoundLexicon(lexicon: Lexicon): SoundLexicon {
  const keys: string[] = [];
  const entries: SoundEntry[] = [];
  const add = (sounds: string, entry: SoundEntry): void => {
    if (withoutSilent(sounds).length < SHORTEST_SOUNDS) return;
    keys.push(sounds);
    entries.push(entry);
  };
  const medical = new Set<string>();
  for (const word of lexicon.words()) {
    if (hasFlag(word, 'name') || isDrugPlural(word)) continue;
    medical.add(word.form.toLowerCase());
    const entry = wordEntry(word, lexicon.word(word.lemma));
    const spelled = isAcronym(word.form) ? spellOut(word.form) : undefined;
    if (spelled !== undefined) add(spelled, entry);
    if (spelled === undefined || isPronounceable(word.form)) add(pronounce(word.form), entry);
  }
  const terms = new Set<string>();
  for (const { form, medical: frequency, categories } of lexicon.terms()) {
    const tokens = tokenise(form);
    terms.add(tokens.map(({ text }) => foldKey(text)).join(' '));
    const words = tokens.map(({ text }) => text.toLowerCase());
    if (
      words.some(
        (word) =>
          SIDES.has(word) || NEGATIONS.has(word) || NUMBER_WORDS.has(word) || /\d/.test(word),
      )
    )
      continue;
    const cost = clamp(0.5 * (7.2 - frequency), 1.5, 4.2);
    add(pronounce(form), {
      ...shape(form, words),
      kind: 'term',
      categories,
      ...NO_WORD,
      cost,
    });
  }
  for (const [form, zipf] of rareGeneralWords(lexicon, medical)) {
    const cost = clamp(0.5 * (7 - zipf), 0.6, 4.2) + GENERAL_COST;
    add(pronounce(form), {
      ...shape(form, [form]),
      kind: 'general',
      categories: [],
      ...NO_WORD,
      cost,
    });
  }
  return { lexicon, index: new SoundIndex(keys), entries, termKeys: terms };
}

const NO_WORD = { isDosed: false, isDrug: false, gender: undefined, number: undefined } as const;

/** "apixabans" is formed by rule, and never dictated. */
const isDrugPlural = (word: WordEntry): boolean =>
  (hasFlag(word, 'substance') || hasFlag(word, 'brand')) &&
  word.number === 'p' &&
  word.form.endsWith('s') &&
  hasFlag(word, 'inflection');

function wordEntry(word: WordEntry, lemma: WordEntry): SoundEntry {
  const { form, zipf, medical, categories, gender, number } = word;
  const frequency = Math.max(zipf, medical);
  const isDrug = hasFlag(word, 'substance') || hasFlag(word, 'brand');
  return {
    ...shape(form, [form]),
    kind: 'word',
    categories,
    gender,
    number,
    isDrug,
    isDosed: isDrug || hasFlag(word, 'analyte'),
    cost:
      clamp(0.5 * (7 - frequency), 0.5, 3.6) +
      (hasFlag(word, 'inflection') && frequency < Math.max(lemma.zipf, lemma.medical)
        ? INFLECTION_COST
        : 0),
  };
}

const shape = (
  form: string,
  words: readonly string[],
): Pick<SoundEntry, 'form' | 'firstWord' | 'lastWord' | 'letters'> => ({
  form,
  firstWord: words.find((word) => word.length > 1) ?? form,
  lastWord: words.at(-1) ?? form,
  letters: bareLetters(form),
});

function* rareGeneralWords(
  { general }: Lexicon,
  medical: ReadonlySet<string>,
): Generator<[string, number]> {
  const forms = general.forms();
  for (let index = 0; index < forms.length; index++) {
    const form = forms[index] ?? '';
    if (form.length < SHORTEST_GENERAL || medical.has(form)) continue;
    const zipf = general.zipfAt(index);
    if (zipf > RAREST_GENERAL_ZIPF && !general.isCapitalised(index)) yield [form, zipf];
  }
}

const isAcronym = (form: string): boolean => /^[\p{Lu}\d-]{2,7}$/u.test(form);

const isPronounceable = (acronym: string): boolean =>
  acronym.length >= 4 && /^[^aeiouy]{0,2}[aeiouy][^aeiouy]{1,2}[aeiouy]/i.test(acronym);

/** Sounds of words said in one go: a silent final is only kept before a vowel and at the very end. */
export function pronounce(text: string): string {
  const parts = text.split(/[\s'’-]+/).filter((part) => part !== '');
  return join(parts.map(pronounceWord));
}

const VOWEL_SOUND = /^[ae2oiyuAIO]/;

export function join(sounds: readonly string[]): string {
  let result = '';
  sounds.forEach((sound, at) => {
    const next = sounds[at + 1];
    const said = next === undefined || VOWEL_SOUND.test(next) ? sound : withoutSilent(sound);
    result += result.endsWith(said.charAt(0)) ? said.slice(1) : said;
  });
  return result;
}

const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));
