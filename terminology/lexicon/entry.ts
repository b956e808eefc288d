import type { Category } from './category';

/** Bits of `WordEntry.flags`. Compiled files hold them: only ever append. */
export const FLAG = {
  /** Also a word of general French ("selle", "col"). */
  general: 1 << 0,
  /** Common word that is a term only in capitals or beside other medical words. */
  needsContext: 1 << 1,
  /** Only an inflected form of its lemma: no list carries it as such. */
  inflection: 1 << 2,
  /** Written with a capital: eponyms, brands, places, people. */
  capitalised: 1 << 3,
  /** Written in capitals: IRM, TSH. */
  upperCase: 1 << 4,
  substance: 1 << 5,
  brand: 1 << 6,
  /** Something a laboratory measures. */
  analyte: 1 << 7,
  /** Formed by rule from roots and affixes; no list carries it. */
  derived: 1 << 8,
  /** Name of a colleague, a hospital, a street: never proposed in place of another word. */
  name: 1 << 9,
  /** Class of drugs ("bêtabloquant"), not a drug one can dose. */
  drugClass: 1 << 10,
  /** Abbreviation with several dangerous readings: spell it out. */
  risky: 1 << 11,
} as const;

export type Flag = keyof typeof FLAG;
export type Gender = 'm' | 'f' | 'mf';
/** Number: singular, plural, or the same in both ("virus"). */
export type GrammaticalNumber = 's' | 'p' | 'sp';

export const LOOK_ALIKE_KINDS = ['antonym', 'homophone', 'look-alike drug', 'near'] as const;
export type LookAlikeKind = (typeof LOOK_ALIKE_KINDS)[number];

export interface LookAlike {
  readonly form: string;
  readonly kind: LookAlikeKind;
}

/** One written form of one word of the medical lexicon. */
export interface WordEntry {
  /** Stable within one `Lexicon` value only. */
  readonly id: number;
  /** As it should be written, with accents, ligatures and capitals. */
  readonly form: string;
  /** Zipf frequency in general French, 0 (never seen) to 8. */
  readonly zipf: number;
  /** Zipf-like frequency among medical words: 2 rare, 3 ordinary, 4 frequent, 5 in most reports. */
  readonly medical: number;
  readonly categories: readonly Category[];
  readonly gender: Gender | undefined;
  readonly number: GrammaticalNumber | undefined;
  readonly flags: number;
  /** Id of the base form; its own id when it is one. */
  readonly lemma: number;
  readonly specialty: string | undefined;
  /** What a card says: expansion of an abbreviation, class or substance of a drug, unit of an analyte. */
  readonly note: string | undefined;
  /** Name of the list it comes from. */
  readonly source: string;
}

/** A term of several words ("anse diathermique"). */
export interface TermEntry {
  readonly id: number;
  readonly form: string;
  readonly medical: number;
  readonly categories: readonly Category[];
  readonly gender: Gender | undefined;
  readonly specialty: string | undefined;
  readonly note: string | undefined;
  readonly source: string;
}

export const hasFlag = (entry: { readonly flags: number }, flag: Flag): boolean =>
  (entry.flags & FLAG[flag]) !== 0;
