export type Strength = 'weak' | 'fair' | 'strong';

/** ANSSI and CNIL ask 80 bits of a secret used alone; below 50 one stolen machine is enough. */
const STRONG_BITS = 80;
const FAIR_BITS = 50;
/** A word somebody chose; a drawn one of 4,096 gives 12. */
const BITS_PER_WORD = 11.5;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\d/, 10],
  [/[^\p{L}\d]/u, 20],
];

/** How hard it is to guess, from its words or its letters, whichever an attacker would find easier. */
export function passphraseStrength(text: string): Strength {
  const words = new Set(text.trim().toLowerCase().split(/\s+/));
  const letters = new Set(text).size;
  const alphabet = CLASSES.reduce((sum, [used, size]) => sum + (used.test(text) ? size : 0), 0);
  const byLetters = Math.min(text.length, letters * 2) * Math.log2(Math.max(alphabet, 1));
  const byWords = words.size > 1 ? words.size * BITS_PER_WORD : Number.POSITIVE_INFINITY;
  const bits = Math.min(byLetters, byWords);
  if (bits >= STRONG_BITS) return 'strong';
  return bits >= FAIR_BITS ? 'fair' : 'weak';
}
