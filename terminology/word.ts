/** A word as it was heard. Times are seconds from the start of the sound, half-open `[start, end)`. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Probability in [0, 1] that the word is right, measured: of 100 words at 0.7 about 70 are. */
  readonly confidence: number;
  /** What else was heard in its place, likeliest first. */
  readonly alternatives?: readonly string[];
  /** Where the lexicon has something to say of this word. */
  readonly mending?: Mending;
}

/** What the lexicon did to one or more words, or would do; shared by the words it concerns. */
export interface Mending {
  /** `repaired`: the text is the lexicon's; `proposed`: the text is as heard. */
  readonly level: 'repaired' | 'proposed';
  /** The words as recognised. */
  readonly heard: string;
  /** Seconds of those words. */
  readonly start: number;
  readonly end: number;
  /** What else it could be, best first. */
  readonly proposals: readonly string[];
  /** A drug: to be heard before it is believed. */
  readonly isDrug: boolean;
  /** The rule of the correction memory that wrote it, where it was not the lexicon. */
  readonly rule?: string;
}

/** A stretch of speech between two pauses; its words are in order and do not overlap. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly words: readonly Word[];
}
