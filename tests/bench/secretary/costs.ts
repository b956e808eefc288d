/**
 * What an act of the scripted secretary costs, in seconds; the same for every way of working.
 * Keys, pointing, homing and the mental act before a decision: keystroke-level model of Card, Moran and Newell (The
 * keystroke-level model for user performance time with interactive systems, CACM 23(7), 1980); a key at 55 words a
 * minute, a skilled typist. Reading: 238 words a minute, silent (Brysbaert, How many words do we read per minute?,
 * Journal of Memory and Language 109, 2019).
 */
export const KEY = 0.2;
const POINTING = 1.1;
const HOMING = 0.4;
export const MENTAL = 1.35;
export const READING_A_WORD = 60 / 238;

/** A letter together with Alt or Ctrl. */
export const CHORD = 2 * KEY;

/** To another word: by Ctrl+arrow from word to word, or by hand to the mouse and back, whichever is quicker. */
export const moving = (words: number): number => Math.min(words * CHORD, 2 * HOMING + POINTING);

/** Takes words away, a key each, and types others with the space behind them. */
export const retyping = (gone: number, typed: string): number =>
  gone * CHORD + (typed === '' ? 0 : (typed.length + 1) * KEY);
