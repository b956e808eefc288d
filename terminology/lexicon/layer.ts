import type { Gender, GrammaticalNumber } from './entry';

/** Where the entries of a layer come from. */
export interface Source {
  readonly name: string;
  readonly licence: string;
  /** ISO date of the edition, where known. */
  readonly date?: string;
  readonly rows: number;
}

/** Columns of words, one row a form, sorted by code unit. */
export interface WordColumns {
  readonly forms: readonly string[];
  /** General Zipf × 30. */
  readonly zipf: Uint8Array;
  /** Medical Zipf × 30. */
  readonly medical: Uint8Array;
  readonly categories: Uint8Array;
  readonly flags: Uint16Array;
  /** Gender (low two bits) and number (next two). */
  readonly grammar: Uint8Array;
  /** Row of the base form. */
  readonly lemma: Uint32Array;
  /** Index into `labels`, 0 for none. */
  readonly specialty: Uint16Array;
  /** Index into `labels`, 0 for none. */
  readonly note: Uint16Array;
  readonly source: Uint8Array;
}

/** Columns of multi-word terms, one row a term, sorted by key sequence. */
export interface TermColumns {
  readonly forms: readonly string[];
  readonly medical: Uint8Array;
  readonly categories: Uint8Array;
  readonly grammar: Uint8Array;
  readonly specialty: Uint16Array;
  readonly note: Uint16Array;
  readonly source: Uint8Array;
}

/**
 * Packed trie over words. Nodes are numbered breadth first and edge `e` leads to node `e + 1`, so the edges of node `n`
 * are `firstEdge[n]` to `firstEdge[n + 1]`, sorted by key; keys are rows of the vocabulary.
 */
export interface TermTrie {
  readonly firstEdge: Uint32Array;
  readonly edgeKey: Uint32Array;
  /** Row of the term that ends at a node, plus one; 0 where none does. */
  readonly termAt: Uint32Array;
}

/** How often two words follow one another in medical labels: row `a` of the vocabulary, then `second`, `count` (≤ 255). */
export interface BigramTable {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly count: Uint8Array;
}

/** One compiled list of words and terms: shipped, or imported by a practice. Same shape in memory and in the file. */
export interface Layer {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly words: WordColumns;
  readonly terms: TermColumns;
  /** Folded words without plural that terms and bigrams are made of, sorted. */
  readonly vocabulary: readonly string[];
  readonly trie: TermTrie;
  readonly bigrams: BigramTable;
  /** Words taken for one another, a line each: form, form, kind, separated by tabs. */
  readonly lookAlikes: readonly string[];
  /** Marketed strengths, a line each: folded drug name, strengths separated by semicolons, separated by a tab. */
  readonly strengths: readonly string[];
  /** Notes and specialties, each once; row 0 is empty. */
  readonly labels: readonly string[];
}

const ZIPF_STEPS = 30;
const GENDERS: readonly (Gender | undefined)[] = [undefined, 'm', 'f', 'mf'];
const NUMBERS: readonly (GrammaticalNumber | undefined)[] = [undefined, 's', 'p', 'sp'];

export const packZipf = (zipf: number): number =>
  Math.max(0, Math.min(255, Math.round(zipf * ZIPF_STEPS)));
export const unpackZipf = (packed: number): number => packed / ZIPF_STEPS;

export const packGrammar = (gender?: Gender, number?: GrammaticalNumber): number =>
  GENDERS.indexOf(gender) | (NUMBERS.indexOf(number) << 2);
export const genderOf = (packed: number): Gender | undefined => GENDERS[packed & 3];
export const numberOf = (packed: number): GrammaticalNumber | undefined => NUMBERS[packed >> 2];
