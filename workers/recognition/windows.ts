import type { Span } from './speech-spans';
import { SAMPLE_RATE } from './voice-detector';

/** A piece of sound and where it lies in its window; all in samples. */
export interface Piece extends Span {
  readonly windowStart: number;
}

/** Speech that is recognised together: pieces of sound one after the other, the long pauses between them left out. */
export interface SpeechWindow {
  readonly pieces: readonly [Piece, ...Piece[]];
  readonly sampleCount: number;
}

export interface Packing {
  /** True for the first window of a sound: it is short, so that the first words come soon. */
  readonly isFirst: boolean;
  /** True when the sound has ended: no span will follow. */
  readonly isComplete: boolean;
}

const samples = (seconds: number): number => Math.round(seconds * SAMPLE_RATE);

/** Whisper hears 30 s at most; the rest is margin. */
export const MAX_WINDOW = samples(28);
/** A first window longer than this would keep the reader waiting; see `tests/bench/recognition.ts` for the trade-off. */
const MAX_FIRST_WINDOW = samples(12);
/** A whole sound shorter than this is one window all the same. */
const SHORT_SOUND = samples(18);
/** Real sound kept before and after each span, where there is some: the first consonant is often under the threshold. */
const MARGIN = samples(0.2);

const soundOf = ({ start, end }: Span): number => end - start + 2 * MARGIN;

/** Lays spans one after the other, each with its margins, which never overlap those of a neighbour. */
export function layWindow(
  spans: readonly [Span, ...Span[]],
  limits: { readonly from: number; readonly to: number },
): SpeechWindow {
  let windowStart = 0;
  const lay = ({ start, end }: Span, before: number, after: number): Piece => {
    const piece = {
      start: Math.max(start - MARGIN, before),
      end: Math.min(end + MARGIN, after),
      windowStart,
    };
    windowStart += piece.end - piece.start;
    return piece;
  };
  const middle = (left: Span | undefined, right: Span | undefined, edge: number): number =>
    left === undefined || right === undefined ? edge : (left.end + right.start) >> 1;
  const pieces = spans.map((span, i) =>
    lay(span, middle(spans[i - 1], span, limits.from), middle(span, spans[i + 1], limits.to)),
  ) as [Piece, ...Piece[]];
  return { pieces, sampleCount: windowStart };
}

/**
 * How many of the waiting spans make the next window: 0 while more must be heard to know. The cut falls at the longest
 * pause that leaves the window well filled, and what is left at the end of a sound is shared out evenly.
 */
export function countForWindow(spans: readonly Span[], packing: Packing): number {
  const fill: number[] = [];
  for (const span of spans) fill.push((fill.at(-1) ?? 0) + soundOf(span));
  const total = fill.at(-1) ?? 0;
  const whole = packing.isFirst ? SHORT_SOUND : MAX_WINDOW;
  if (total <= whole) return packing.isComplete ? spans.length : 0;
  const max = packing.isFirst ? MAX_FIRST_WINDOW : MAX_WINDOW;
  const isLastPair = total <= 2 * MAX_WINDOW;
  if (!packing.isFirst && !packing.isComplete && isLastPair && total < MAX_WINDOW * 1.5) return 0;
  const least =
    packing.isFirst || !(packing.isComplete && isLastPair)
      ? max * (packing.isFirst ? 0.4 : 0.75)
      : Math.max(total - MAX_WINDOW, total * 0.4);
  const candidates = fill
    .map((sound, i) => ({ count: i + 1, sound, pause: pauseAfter(spans, i) }))
    .filter(({ sound }) => sound <= max);
  const wellFilled = candidates.filter(({ sound }) => sound >= least);
  const longest = wellFilled.reduce((best, next) => (next.pause > best.pause ? next : best), {
    count: 0,
    sound: 0,
    pause: -1,
  });
  return longest.count || candidates.at(-1)?.count || 1;
}

const pauseAfter = (spans: readonly Span[], i: number): number => {
  const [span, next] = [spans[i], spans[i + 1]];
  return span === undefined || next === undefined ? 0 : next.start - span.end;
};

/** Seconds from the start of the sound, for seconds from the start of the window. */
export function soundTime(window: SpeechWindow, seconds: number): number {
  const sample = seconds * SAMPLE_RATE;
  const piece =
    window.pieces.findLast(({ windowStart }) => windowStart <= sample) ?? window.pieces[0];
  return Math.min(piece.start + sample - piece.windowStart, piece.end) / SAMPLE_RATE;
}
