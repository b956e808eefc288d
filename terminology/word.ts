/** A word as it was heard. Times are seconds from the start of the sound, half-open `[start, end)`. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Probability in [0, 1] that the word is right: the minimum over its pieces, before any bias. */
  readonly confidence: number;
  readonly alternatives?: readonly string[];
}

/** A stretch of speech between two pauses; its words are in order and do not overlap. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}
