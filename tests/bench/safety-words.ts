import { UNIT_WORDS } from './normalised-words';

export const WORD_CLASSES = ['number', 'unit', 'side', 'negation'] as const;
/** Words whose loss or change may harm a patient. */
export type WordClass = (typeof WORD_CLASSES)[number];

/** A stretch `[start, end)` of normalised words that counts once: a whole number, or a single word. */
export interface Group {
  readonly kind: WordClass;
  readonly start: number;
  readonly end: number;
}

const NUMBERS = new Set(
  (
    'zero un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts ' +
    'trente quarante cinquante soixante septante huitante nonante cent cents mille million millions'
  ).split(' '),
);
const SIDES = /^(droite?s?|gauches?|(bi|contro|homo|ipsi|uni)latera(le?s?|ux))$/;
const NEGATIONS = new Set('ne n pas sans ni non aucun aucune jamais absence'.split(' '));
const TIME_UNITS = /^(heure|minute|seconde|jour|semaine|an|annee|mois)s?$/;

const isPercent = (words: readonly string[], index: number): boolean =>
  words[index] === 'cent' && words[index - 1] === 'pour';

const isNumber = (words: readonly string[], index: number): boolean =>
  NUMBERS.has(words[index] ?? '') && !isPercent(words, index);

const isUnit = (words: readonly string[], index: number): boolean => {
  const word = words[index] ?? '';
  if (UNIT_WORDS.has(word) || isPercent(words, index)) return true;
  return TIME_UNITS.test(word) && isNumber(words, index - 1);
};

/** End of the number that starts at `start`, "et" included ("vingt et un"); `start` itself where there is none. */
function endOfNumber(words: readonly string[], start: number): number {
  let end = start;
  while (isNumber(words, end)) {
    end++;
    if (words[end] === 'et' && /^(un|une|onze)$/.test(words[end + 1] ?? '')) end++;
  }
  const isArticle = end === start + 1 && /^une?$/.test(words[start] ?? '');
  return isArticle && !isUnit(words, end) ? start : end;
}

/** The numbers, units, sides and negations among normalised words, in order, without overlap. */
export function safetyGroups(words: readonly string[]): Group[] {
  const groups: Group[] = [];
  for (let start = 0; start < words.length;) {
    const end = endOfNumber(words, start);
    const word = words[start] ?? '';
    if (end > start) groups.push({ kind: 'number', start, end });
    else if (isUnit(words, start)) groups.push({ kind: 'unit', start, end: start + 1 });
    else if (SIDES.test(word)) groups.push({ kind: 'side', start, end: start + 1 });
    else if (NEGATIONS.has(word)) groups.push({ kind: 'negation', start, end: start + 1 });
    start = Math.max(end, start + 1);
  }
  return groups;
}
