import type { ReadWord } from './reading';

/** Words that complete "ne", folded. */
export const COMPLETES_NE = new Set(
  'pas plus jamais rien aucun aucune ni guere que qu point personne nul nulle nullement'.split(' '),
);
/** Words that deny what follows. */
export const DENIES = new Set(
  'pas sans aucun aucune ni absence jamais nul nulle non indemne'.split(' '),
);

/** "n'" or "ne", not the capital N of "normal". */
export const isNe = (words: readonly ReadWord[], at: number): boolean => {
  const word = words[at];
  if (word?.text.toLowerCase() === 'ne') return true;
  return (
    word?.key === 'n' &&
    /^['’]$/.test(words[at + 1]?.gap ?? '') &&
    /^\p{Ll}/u.test(words[at + 1]?.text ?? '')
  );
};

/** "de" or "d'". */
export const isDe = (words: readonly ReadWord[], at: number): boolean => {
  const word = words[at];
  if (word?.key === 'de') return true;
  return word?.key === 'd' && /^['’]$/.test(words[at + 1]?.gap ?? '');
};
