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
/**
 * A first window longer than this keeps the reader waiting: Whisper small takes 5 to 6 s to encode any window and 1 s
 * more for 4 s of dictation (Chromium, 2 threads).
 */
const MAX_FIRST_WINDOW = samples(20);
/** How full a window can be counted on to get, spans being whole. */
const USUAL_WINDOW = samples(27);
/** Speech that must be known to cut well: so that the last window of a sound is no crumb. */
const LOOKAHEAD = MAX_WINDOW * 1.5;
const FIRST_LOOKAHEAD = MAX_WINDOW * 2;
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

interface Cut {
  /** Spans before the cut, their length laid out, and the pause where it falls. */
  readonly count: number;
  readonly sound: number;
  readonly pause: number;
}

/**
 * How many of the waiting spans make the next window: 0 while more must be heard to know. Each window costs the same
 * to encode, so the cut must not cost one more; then it falls at the longest pause.
 */
export function countForWindow(spans: readonly Span[], { isFirst, isComplete }: Packing): number {
  let sound = 0;
  const cuts = spans.map((span, i): Cut => {
    sound += soundOf(span);
    return { count: i + 1, sound, pause: pauseAfter(spans, i) };
  });
  const total = sound;
  if (!isComplete && total < (isFirst ? FIRST_LOOKAHEAD : LOOKAHEAD)) return 0;
  if (total <= MAX_WINDOW) return spans.length;
  const most = isFirst ? MAX_FIRST_WINDOW : MAX_WINDOW;
  const windowsAfter = (cut: Cut): number => Math.ceil((total - cut.sound) / USUAL_WINDOW);
  const possible = cuts.filter((cut) => cut.sound <= most);
  const least = isComplete || isFirst ? most * 0.4 : most * 0.8;
  const filled = possible.filter((cut) => cut.sound >= least);
  const fewest = Math.min(...filled.map(windowsAfter));
  const best = filled
    .filter((cut) => !isComplete || windowsAfter(cut) === fewest)
    .reduce<Cut | undefined>((a, b) => (a !== undefined && a.pause >= b.pause ? a : b), undefined);
  return (best ?? possible.at(-1))?.count ?? 1;
}

const pauseAfter = (spans: readonly Span[], i: number): number => {
  const [span, next] = [spans[i], spans[i + 1]];
  return span === undefined || next === undefined ? 0 : next.start - span.end;
};
