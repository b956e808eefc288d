import { fold } from '../lexicon/fold';
import { isNumberWord } from '../spoken/cardinal';
import { NEGATIONS, NUMBER_WORDS, SIDES, TITLES } from './closed-words';

const foldedSet = (words: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...words].map((word) => fold(word)));

const FIGURE =
  /\p{N}|[%°‰]|iemes?$|^[ivx]{2,}$|^(?:premiere?s?|seconde?s?|double|triple|quadruple|plusieurs)$/u;
const NUMBERS = foldedSet(NUMBER_WORDS);
const UNIT =
  /^(?:milli|micro|nano|pico|kilo|centi|deci|mega|giga)?(?:grammes?|litres?|metres?|moles?|unites?|grays?|hertz|secondes?|minutes?|heures?|jours?|semaines?|mois|ans?|annees?|degres?|cents?|gouttes?|comprimes?|kilos?)$|^(?:[mµnpk]?g|[mdc]l|[mc]m|ui|mui|m?mol|µmol|mmhg|bpm|kg)$/;
const LEFT_OR_RIGHT = foldedSet(SIDES);
const SIDED =
  /^(?:droit|gauche)|(?:bi|uni|homo|contro|ipsi|hetero)lateral|^(?:dextr|senestr|sinistr)/;
const NOT = foldedSet(NEGATIONS);
const DENIED =
  /^(?:absen|negati(?!on)|positi(?!on)|indemne|sauf$|hormis$|plus$|exclu(?!si[fv])|elimin)/;
const BEFORE_NAMES = foldedSet(TITLES);

// Folded words that harm a patient when they are wrong, and are right or wrong in one report only.

/** In figures, in letters, an ordinal, a fraction; "un" and "une" too. */
export const isNumber = (key: string): boolean =>
  FIGURE.test(key) || NUMBERS.has(key) || isNumberWord(key);

export const isUnit = (key: string): boolean => UNIT.test(key);

export const isSide = (key: string): boolean => LEFT_OR_RIGHT.has(key) || SIDED.test(key);

/** Whether it says that something is, or is not. */
export const isNegation = (key: string): boolean => NOT.has(key) || DENIED.test(key);

/** Whether a name comes next; "m" and "me" are also little words. */
export const isTitle = (key: string): boolean => BEFORE_NAMES.has(key);
