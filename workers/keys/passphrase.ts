import type { GeneralWords } from '../../terminology/lexicon/general-words';

/** Seven words of 4,096 are 84 bits: more than the 80 that ANSSI asks of a secret used alone. */
const LIST_LENGTH = 4096;
const WORDS = 7;

/** Short, without accents, and known to everybody: they are read from paper and typed on any keyboard. */
const FIT = /^[a-z]{4,8}$/;

/** The most frequent words that are fit for a passphrase, always the same for the same lexicon. */
export function passphraseWords(general: GeneralWords): readonly string[] {
  return general
    .forms()
    .map((form, index) => ({ form, zipf: general.zipfAt(index), index }))
    .filter(({ form, index }) => FIT.test(form) && !general.isCapitalised(index))
    .sort((a, b) => b.zipf - a.zipf || a.index - b.index)
    .slice(0, LIST_LENGTH)
    .map(({ form }) => form);
}

/** Words drawn by the browser's own generator. */
export function drawPassphrase(words: readonly string[]): string {
  if (words.length !== LIST_LENGTH)
    throw new Error(`${words.length} words are not ${LIST_LENGTH}.`);
  const draws = crypto.getRandomValues(new Uint16Array(WORDS));
  return Array.from(draws, (draw) => words[draw % LIST_LENGTH]).join(' ');
}
