import { fold } from '../lexicon/fold';

/** A stretch of a text, half-open, in UTF-16 units. */
interface Place {
  readonly from: number;
  readonly to: number;
}

const WORD = /\p{N}+(?:[.,/]\p{N}+)*|[\p{L}\p{M}]+/gu;

const NUMBER =
  /^(?:zero|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|septante|huitante|nonante|cents?|mille|demie?|double|triple|premiere?s?|seconde?s?)$/;
const SIDE = /^(?:droite?s?|gauches?|(?:bi|contro|homo|ipsi|uni)later\p{L}*)$/u;
const NEGATION = /^(?:ne|pas|sans|aucune?s?|ni|non|jamais|absence|absente?s?|nulle?|plus|indemne)$/;
const OPPOSITE =
  /^(?:hypo|hyper|inter|intra|infra|supra|tachy|brady)\p{L}{2}|(?:emie|urie|ectomie|otomie|ostomie|penie|plegie|paresie)s?$/u;
const MONTH =
  /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)$/;
/** What follows says who it is. */
const PERSON =
  /^(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|docteur|dr|professeur|pr|ne|nee|prenomm\p{L}+)$/u;
/** What follows is a figure, or should be one. */
const COUNTS = /^(?:grade|stade|score|niveau|type|classe|depuis|dans|pendant|toutes|tous)$/;

interface Word extends Place {
  readonly key: string;
  readonly text: string;
}

const isNumber = ({ key }: Word): boolean => /\p{N}/u.test(key) || NUMBER.test(key);

/** "né le" and "M. Untel", not "ne" before a verb and the "m" of "m’avoir": only accent and capital tell them apart. */
const isPerson = ({ key, text }: Word): boolean =>
  PERSON.test(key) && text !== 'm' && !(key === 'ne' && text.toLowerCase() === 'ne');

const says = ({ key }: Word): boolean =>
  SIDE.test(key) || NEGATION.test(key) || OPPOSITE.test(key) || MONTH.test(key);

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
        isNumber(word) ||
        says(word) ||
        isPerson(word) ||
        (before !== undefined &&
          (isNumber(before) || isPerson(before) || COUNTS.test(before.key))) ||
        (two !== undefined && isPerson(two))
      );
    })
    .map(({ from, to }) => ({ from, to }));
}
