import { fold } from '../lexicon/fold';
import { MONTHS } from '../months';
import { isNegation, isNumber, isSide, isTitle } from '../phonetic/critical-words';
import { hasOpposite } from '../phonetic/opposites';

/** A stretch of a text, half-open, in UTF-16 units. */
interface Place {
  readonly from: number;
  readonly to: number;
}

const WORD = /\p{N}+(?:[.,/]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** What follows is a figure, or should be one. */
const COUNTS = /^(?:grade|stade|score|niveau|type|classe|depuis|dans|pendant|toutes|tous)$/;

interface Word extends Place {
  readonly key: string;
  readonly text: string;
}

/** "un" and "une" are mostly articles. */
const isCount = ({ key }: Word): boolean => isNumber(key) && key !== 'un' && key !== 'une';

/** Also words by themselves, told apart from titles by their capital. */
const LITTLE_TITLES = /^(?:m|me)$/;

/** What follows says who it is: "né le", "M. Untel", not the "m" of "m’avoir". */
const isPerson = ({ key, text }: Word): boolean =>
  (isTitle(key) && !LITTLE_TITLES.test(text)) ||
  /^(?:née?|prénomm\p{L}+)$/u.test(text.toLowerCase());

const says = ({ key }: Word): boolean =>
  isSide(key) || isNegation(key) || hasOpposite(key) || MONTHS.includes(key);

/**
 * Words that harm a patient when they are wrong, whatever they are about: numbers with the word they count, sides,
 * negations, hypo- and hyper- and their like, months, names behind a title. Drugs are for the lexicon to tell.
 */
export function wordsAtStake(text: string): readonly Place[] {
  const words: Word[] = [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    key: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  return words
    .filter((word, at) => {
      const [two, before] = [words[at - 2], words[at - 1]];
      return (
        isCount(word) ||
        says(word) ||
        isPerson(word) ||
        (before !== undefined &&
          (isCount(before) || isPerson(before) || COUNTS.test(before.key))) ||
        (two !== undefined && isPerson(two))
      );
    })
    .map(({ from, to }) => ({ from, to }));
}
