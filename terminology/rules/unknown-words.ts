import type { Suggestion } from '../lexicon/suggest';
import type { Knowledge } from './knowledge';
import type { ReadParagraph } from './reading';

/** A word that neither French nor the lexicon knows. */
export interface UnknownWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Behind the start of a sentence with a capital: a name, perhaps. */
  readonly isName: boolean;
  /** Index among the words of the paragraph, of its first part. */
  readonly word: number;
}

const WHOLE = /[\p{L}\p{M}]+(?:[-‐‑][\p{L}\p{M}]+)*/gu;
/** Shorter ones are symbols and abbreviations more often than errors. */
const SHORTEST = 4;
const known = new WeakMap<Knowledge, Map<string, boolean>>();

function isKnown(knowledge: Knowledge, text: string): boolean {
  const memory = known.get(knowledge) ?? new Map<string, boolean>();
  known.set(knowledge, memory);
  const told = memory.get(text);
  if (told !== undefined) return told;
  const { lexicon } = knowledge;
  const single = text.replace(/[sx]$/, '');
  const knows =
    lexicon.knows(text) ||
    lexicon.knows(single) ||
    lexicon.partsOf(text) !== undefined ||
    (text.includes('-') &&
      text.split(/[-‐‑]/).every((part) => part.length < SHORTEST || isKnown(knowledge, part)));
  memory.set(text, knows);
  return knows;
}

/** Words without figures or capitals inside, of four letters at least, that nothing knows. */
export function unknownWordsIn(
  { text, words, terms }: ReadParagraph,
  knowledge: Knowledge,
): UnknownWord[] {
  return [...text.matchAll(WHOLE)].flatMap((match): UnknownWord[] => {
    const [whole] = match;
    const from = match.index;
    const to = from + whole.length;
    const touchesFigure = /[\d_@/]/.test(text.charAt(from - 1) + text.charAt(to));
    if (
      whole.length < SHORTEST ||
      /.\p{Lu}/u.test(whole) ||
      touchesFigure ||
      isKnown(knowledge, whole)
    )
      return [];
    if (terms.some((term) => term.from <= from && to <= term.to)) return [];
    const word = words.findIndex((one) => one.from === from);
    const first = words[word]?.sentence !== words[word - 1]?.sentence;
    return [{ text: whole, from, to, isName: !first && /^\p{Lu}/u.test(whole), word }];
  });
}

/** Whether the nearest known word is a drug, and near enough to be it. */
export const isNearDrug = (suggestions: readonly Suggestion[]): boolean => {
  const [first] = suggestions;
  return (
    first !== undefined &&
    first.categories.includes('drug') &&
    first.edits <= 2 &&
    first.soundDistance <= 0.6
  );
};
