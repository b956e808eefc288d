import type { Node } from '@tiptap/pm/model';
import { wordsAtStake } from '../../terminology/rules/at-stake';
import { isUntouched, wordsBetween, wordsWhere, type HeardWord } from './heard-words';
import { paragraphText, readOnce, textBlocks } from './paragraph-text';

/** Words of the report with their sound; positions of the document and seconds. */
export interface PassageToHear {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

type Place = Pick<PassageToHear, 'from' | 'to'>;

/**
 * A short word turns into another word by one sound, and what is lost is a number, a side or a "pas"; a long one that was
 * misheard is mostly no word at all. Chosen on half of the dictations of `tests/bench/secretary.ts`, by its table of thresholds.
 */
const SHORT_LETTERS = 5;
export interface Doubts {
  /** Short words heard less surely than this are played. */
  readonly short: number;
  readonly long: number;
}
const DOUBTS: Doubts = { short: 0.75, long: 0.4 };

const letters = (text: string): number => text.replace(/[^\p{L}]/gu, '').length;

/** Signs are left aside: a comma heard badly harms nobody. */
const isDoubted = ({ text, confidence }: HeardWord, { short, long }: Doubts): boolean =>
  confidence < (letters(text) <= SHORT_LETTERS ? short : long) && /[\p{L}\p{N}]/u.test(text);

const stakesOf = readOnce((block) => wordsAtStake(paragraphText(block)));

const atStake = (doc: Node): readonly Place[] =>
  textBlocks(doc).flatMap(({ node, start }) =>
    stakesOf(node).map(({ from, to }) => ({ from: start + from, to: start + to })),
  );

/**
 * What must be heard before a report goes, in the order of the text: words that harm a patient when they are wrong, words
 * heard badly, and the places that others name. Nothing that a person has typed.
 * @param others places of the document: alerts, drugs, words no list has.
 */
export function passagesToHear(
  doc: Node,
  others: readonly Place[],
  doubts = DOUBTS,
): readonly PassageToHear[] {
  const named = [...atStake(doc), ...others].flatMap((place) => wordsBetween(doc, place));
  const doubted = wordsWhere(doc, (word) => isDoubted(word, doubts));
  const byPlace = new Map([...named, ...doubted].map((word) => [word.from, word]));
  return [...byPlace.values()]
    .filter(isUntouched)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, start, end }) => ({ from, to, start, end }));
}
