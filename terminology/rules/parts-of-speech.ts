import { FLAG, type WordEntry } from '../lexicon/entry';
import { fold } from '../lexicon/fold';
import type { Lexicon } from '../lexicon/lexicon';
import type { Knowledge } from './knowledge';
import type { ReadWord } from './reading';

/** What the medical lexicon says of a word's grammar. */
export interface Grammar {
  /** Something found, done or suffered ("saignement", "fracture", "discectomie"): never an adjective. */
  readonly isClinicalNoun: boolean;
  readonly isNoun: boolean;
  readonly isAdjective: boolean;
  /** Of a word that has one only. */
  readonly gender: 'm' | 'f' | undefined;
}

const UNKNOWN: Grammar = {
  isClinicalNoun: false,
  isNoun: false,
  isAdjective: false,
  gender: undefined,
};
const CLINICAL = ['sign', 'pathology', 'procedure'] as const;
/** List of the lexicon whose words are adjectives and participles. */
const ADJECTIVES = 'adjectives';
const PARTICIPLE = /(?:[^t]ée?s?|[iu]e?s?)$/u;

const isAdjective = ({ source, gender }: WordEntry): boolean =>
  source === ADJECTIVES || gender === 'mf';
const isNoun = (entry: WordEntry): boolean =>
  !isAdjective(entry) && entry.gender !== undefined && (entry.flags & FLAG.name) === 0;

function read(lexicon: Lexicon, text: string): Grammar {
  const exact = fold(text);
  const entries = lexicon
    .find(text)
    .filter((entry) => fold(entry.form) === exact && /é/u.test(text) === /é/u.test(entry.form));
  if (entries.length === 0) return UNKNOWN;
  const nouns = entries.filter(isNoun);
  const adjective = entries.some(isAdjective);
  const genders = new Set(nouns.map(({ gender }) => gender));
  const [gender] = genders;
  return {
    isNoun: nouns.length > 0,
    isAdjective: adjective || (nouns.length === 0 && PARTICIPLE.test(text)),
    isClinicalNoun:
      !adjective &&
      nouns.some(({ categories }) => CLINICAL.some((one) => categories.includes(one))),
    gender: genders.size === 1 && (gender === 'm' || gender === 'f') ? gender : undefined,
  };
}

const remembered = new WeakMap<Knowledge, Map<string, Grammar>>();
const MOST_REMEMBERED = 20_000;

/** Nothing is known of a word without a lexicon. */
export function grammarOf(word: ReadWord, knowledge: Knowledge | undefined): Grammar {
  if (!knowledge || word.value !== undefined) return UNKNOWN;
  const known = remembered.get(knowledge) ?? new Map<string, Grammar>();
  remembered.set(knowledge, known);
  const text = word.text.toLowerCase();
  const grammar = known.get(text) ?? read(knowledge.lexicon, text);
  if (known.size < MOST_REMEMBERED) known.set(text, grammar);
  return grammar;
}
