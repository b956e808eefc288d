import { fold } from '../lexicon/fold';
import { MONTHS } from '../months';
import { isNegation, isNumber, isSide, isTitle } from '../phonetic/critical-words';
import { hasOpposite } from '../phonetic/opposites';
import { isLabel, isLabelLink } from '../spoken/labels';

/** A stretch of a text, half-open, in UTF-16 units. */
interface Place {
  readonly from: number;
  readonly to: number;
}

const WORD = /\p{N}+(?:[.,/]\p{N}+)*|[\p{L}\p{M}]+/gu;

/** What follows is mostly a number of days, or of hours. */
const TIMES = /^(?:depuis|dans|pendant|toutes|tous)$/;
/** No figure behind it belongs to what stands before it. */
const STOP = /[.;:!?\n]/;

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

/** What stands where a label has its figure, "vite" in "score de Boston à vite", or the label where nothing does: "de grade." */
function placesOfFigures(text: string, words: readonly Word[]): ReadonlySet<Word> {
  const after = (at: number): Word | undefined => {
    const [word, next] = [words[at], words[at + 1]];
    return word && next && !STOP.test(text.slice(word.to, next.from)) ? next : undefined;
  };
  const isPassedOver = (at: number): boolean => {
    const word = after(at - 1);
    const isName = /^\p{Lu}/u.test(word?.text ?? '') && isLabelLink(after(at)?.key ?? '');
    return isName || isLabelLink(word?.key ?? '');
  };
  const placeOf = (label: Word, at: number): Word => {
    let next = at + 1;
    while (isPassedOver(next)) next++;
    return after(next - 1) ?? label;
  };
  return new Set(words.flatMap((word, at) => (isLabel(word.key) ? [placeOf(word, at)] : [])));
}

/**
 * Words that harm a patient when they are wrong, whatever they are about: numbers with the word they count or a word in their
 * place, sides, negations, hypo- and hyper- and their like, months, names behind a title. Drugs are for the lexicon to tell.
 */
export function wordsAtStake(text: string): readonly Place[] {
  const words: Word[] = [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    key: fold(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const figures = placesOfFigures(text, words);
  return words
    .filter((word, at) => {
      const [two, before] = [words[at - 2], words[at - 1]];
      return (
        isCount(word) ||
        says(word) ||
        isPerson(word) ||
        figures.has(word) ||
        (before !== undefined && (isCount(before) || isPerson(before) || TIMES.test(before.key))) ||
        (two !== undefined && isPerson(two))
      );
    })
    .map(({ from, to }) => ({ from, to }));
}
