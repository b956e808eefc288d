import { ELIDED, LITTLE_WORDS } from '../phonetic/closed-words';
import { isNegation, isNumber, isSide, isTitle, isUnit } from '../phonetic/critical-words';
import { areOpposites } from '../phonetic/opposites';
import { fold } from '../spoken/token';

/** What was heard, and what a person writes in its place; words apart by one space, no sign around them. */
export interface Pair {
  readonly heard: string;
  readonly written: string;
}

/** Why a pair is never learnt. */
export type PairFault =
  | 'empty'
  | 'long'
  | 'same'
  | 'number'
  | 'side'
  | 'negation'
  | 'name'
  | 'opposite'
  | 'drug'
  | 'little';

/** What the lexicon says of words; without it capitals are names. */
export interface WordKnowledge {
  /** A word written with this capital by itself: a brand, an abbreviation. */
  readonly isMedicalCapital: (word: string) => boolean;
  readonly isDrug: (word: string) => boolean;
}

export const MOST_HEARD = 4;
const MOST_WRITTEN = 6;

const LITTLE: ReadonlySet<string> = new Set([...LITTLE_WORDS].map((word) => fold(word)));

/** Folded words: "l'anse" is two. */
export const partsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}%°‰µ]+/u)
    .filter((part) => part !== '');

const isCount = (part: string): boolean =>
  isNumber(part) || isUnit(part) || (part.length === 1 && !ELIDED.has(part) && !LITTLE.has(part));

/**
 * Why this pair is never learnt, whoever corrects it and however often: numbers, units, sides, negations and names are
 * right or wrong in one report only, and opposites and drugs are too near for a rule.
 */
export function pairFault(
  { heard, written }: Pair,
  { isMedicalCapital, isDrug }: WordKnowledge,
): PairFault | undefined {
  const [said, typed] = [partsOf(heard), partsOf(written)];
  const both = [...said, ...typed];
  if (said.length === 0 || typed.length === 0) return 'empty';
  if (heard.split(' ').length > MOST_HEARD || written.split(' ').length > MOST_WRITTEN)
    return 'long';
  if (heard === written) return 'same';
  if (both.some(isCount)) return 'number';
  if (both.some(isSide)) return 'side';
  if (both.some(isNegation)) return 'negation';
  if (both.some(isTitle)) return 'name';
  if (written.split(/[ ’'-]/).some((word) => /\p{Lu}/u.test(word) && !isMedicalCapital(word)))
    return 'name';
  if (turnsMeaning(said, typed)) return 'opposite';
  if (heard.split(' ').some((word) => isDrug(word)) && fold(heard) !== fold(written)) return 'drug';
  if ([said, typed].some((parts) => parts.every((part) => LITTLE.has(part)))) return 'little';
  return undefined;
}

function turnsMeaning(said: readonly string[], typed: readonly string[]): boolean {
  if (areOpposites(said.join(''), typed.join(''))) return true;
  return (
    said.length === typed.length &&
    said.some((part, at) => part !== typed[at] && areOpposites(part, typed[at] ?? ''))
  );
}
