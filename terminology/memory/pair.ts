import {
  ELIDED,
  LITTLE_WORDS,
  NEGATIONS,
  NUMBER_WORDS,
  SIDES,
  TITLES,
} from '../phonetic/closed-words';
import { areOpposites } from '../phonetic/opposites';
import { isNumberWord } from '../spoken/cardinal';
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

const foldedSet = (words: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...words].map((word) => fold(word)));

const LITTLE = foldedSet(LITTLE_WORDS);
const NUMBERS = foldedSet(NUMBER_WORDS);
const LEFT_OR_RIGHT = foldedSet(SIDES);
const NOT = foldedSet(NEGATIONS);
const BEFORE_NAMES = foldedSet(TITLES);

const SIDED =
  /^(?:droit|gauche)|(?:bi|uni|homo|contro|ipsi|hetero)lateral|^(?:dextr|senestr|sinistr)/;
const DENIED = /^(?:absen|negati|positi|sauf$|hormis$|plus$|exclu|elimin)/;
const UNIT =
  /^(?:milli|micro|nano|pico|kilo|centi|deci|mega|giga)?(?:grammes?|litres?|metres?|moles?|unites?|grays?|hertz|secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|annees?|degres?|cents?|gouttes?|comprimes?|kilos?)$|^(?:[mµnpk]?g|[mdc]l|[mc]m|ui|mui|m?mol|µmol|mmhg|bpm|kg)$/;
const FIGURE = /\d|[%°‰]|iemes?$|^[ivx]{2,}$|^(?:double|triple|quadruple|plusieurs)$/;

/** Folded words: "l'anse" is two. */
export const partsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}%°‰µ]+/u)
    .filter((part) => part !== '');

const isNumber = (part: string): boolean =>
  FIGURE.test(part) ||
  UNIT.test(part) ||
  NUMBERS.has(part) ||
  isNumberWord(part) ||
  (part.length === 1 && !ELIDED.has(part) && !LITTLE.has(part));

const isSide = (part: string): boolean => LEFT_OR_RIGHT.has(part) || SIDED.test(part);
const isNegation = (part: string): boolean => NOT.has(part) || DENIED.test(part);

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
  if (both.some(isNumber)) return 'number';
  if (both.some(isSide)) return 'side';
  if (both.some(isNegation)) return 'negation';
  if (both.some((part) => BEFORE_NAMES.has(part))) return 'name';
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
