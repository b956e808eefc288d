import type { Span } from './speech-spans';
import { SAMPLE_RATE } from './voice-detector';
import type { SpeechWindow } from './windows';

/** Voice that no word was written for: heard again, in front of what follows. */
export interface Untold {
  readonly spans: readonly [Span, ...Span[]];
  /** Sample of the sound where it begins. */
  readonly from: number;
}

/**
 * A text ends 0.2 to 0.5 s before its window does; where the search ended it early, 3 to 12 s of voice were left
 * (Whisper small, the windows of eight dictations of one voice). Less than this may be a breath.
 */
const LEAST_VOICE = 1.5 * SAMPLE_RATE;
/** The aligner's borders of words are as near as this. */
const SLACK = 0.25 * SAMPLE_RATE;
/** A text shorter than this tells nothing of where the next begins. */
const LEAST_TOLD_SECONDS = 1;

/** The sample of the sound that stands at a place of the window. */
function soundAt({ pieces }: SpeechWindow, windowSample: number): number {
  const piece = pieces.findLast(({ windowStart }) => windowStart <= windowSample) ?? pieces[0];
  return Math.min(piece.start + Math.round(windowSample) - piece.windowStart, piece.end);
}

/**
 * The voice that goes on where the text of a window does not: the search may end a text at a full stop. Nothing where
 * the text covers the window, or is too short to say.
 * @param toldSeconds end of the last word, from the start of the window; 0 for no text.
 */
export function untold(
  toldSeconds: number,
  spans: readonly Span[],
  window: SpeechWindow,
): Untold | undefined {
  if (toldSeconds < LEAST_TOLD_SECONDS) return undefined;
  const end = soundAt(window, toldSeconds * SAMPLE_RATE);
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
  return { spans: rest, from };
}
