import type { Span } from './speech-spans';
import type { HeardWord } from './timed-words';
import { SAMPLE_RATE } from './voice-detector';
import type { SpeechWindow } from './windows';

/** Voice that no word was written for: heard again, in front of what follows. */
export interface Untold {
  readonly spans: readonly [Span, ...Span[]];
  /** Sample of the sound where it begins. */
  readonly from: number;
  /** Words of the text that stand before it. */
  readonly wordsBefore: number;
}

/** The words of a window and where its tokens begin, as `tokenBoundaries` gives them, in seconds. */
export interface TimedText {
  readonly words: readonly Pick<HeardWord, 'first' | 'end'>[];
  readonly boundaries: readonly number[];
}

/**
 * A text ends 0.2 to 0.5 s before its window does; where the search ended it early, 3 to 12 s of voice were left
 * (Whisper small, the windows of eight dictations of one voice). Less than this may be a breath.
 */
const LEAST_VOICE = 1.5 * SAMPLE_RATE;
/** The aligner gives to the word before what a text skips in its middle: nobody says one word for so long. */
const LONGEST_WORD_SECONDS = 3;
/** The aligner's borders of words are as near as this. */
const SLACK = 0.25 * SAMPLE_RATE;
/** A text shorter than this tells nothing of where the next begins; every window takes at least so much of the sound. */
const LEAST_TOLD_SECONDS = 1;

/** The sample of the sound that stands at a place of the window. */
function soundAt({ pieces }: SpeechWindow, windowSample: number): number {
  const piece = pieces.findLast(({ windowStart }) => windowStart <= windowSample) ?? pieces[0];
  return Math.min(piece.start + Math.round(windowSample) - piece.windowStart, piece.end);
}

/** How far the text goes without leaving anything out: to its end, or to a word that lasts too long. */
function told({ words, boundaries }: TimedText): { wordCount: number; seconds: number } {
  const at = ({ first }: { readonly first: number }): number => boundaries[first] ?? 0;
  const wordCount = words.findIndex(
    (word) =>
      at(word) >= LEAST_TOLD_SECONDS &&
      (boundaries[word.end] ?? 0) - at(word) > LONGEST_WORD_SECONDS,
  );
  const word = words[wordCount];
  return word === undefined
    ? { wordCount: words.length, seconds: boundaries.at(-1) ?? 0 }
    : { wordCount, seconds: at(word) };
}

/**
 * The voice that goes on where the text of a window does not: the search may end a text at a full stop, or step over
 * what the speaker took back. Nothing where the text covers the window, or is too short to say.
 */
export function untold(
  text: TimedText,
  spans: readonly Span[],
  window: SpeechWindow,
): Untold | undefined {
  const { wordCount, seconds } = told(text);
  if (seconds < LEAST_TOLD_SECONDS) return undefined;
  const end = soundAt(window, seconds * SAMPLE_RATE);
  const at = spans.findIndex((span) => span.end > end + SLACK);
  const [first, before] = [spans[at], spans[at - 1]];
  if (first === undefined) return undefined;
  const isAfterPause = before !== undefined && first.start >= end - SLACK;
  const rest: Untold['spans'] = [
    isAfterPause ? first : { start: end, end: first.end },
    ...spans.slice(at + 1),
  ];
  if (rest.reduce((sum, span) => sum + span.end - span.start, 0) < LEAST_VOICE) return undefined;
  const from = isAfterPause ? (before.end + first.start) >> 1 : end;
  return { spans: rest, from, wordsBefore: wordCount };
}
