import { fold } from './lexicon/fold';

/** As written, from January on. */
export const MONTH_NAMES =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');

/** The same, folded. */
export const MONTHS: readonly string[] = MONTH_NAMES.map((name) => fold(name));
