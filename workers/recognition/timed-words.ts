import type { Segment, Word } from '../../terminology/word';
import { SAMPLE_RATE } from './voice-detector';
import type { Piece, SpeechWindow } from './windows';

/** A word of a window, before it has a place in the sound: the tokens `[first, end)` spell it. */
export type HeardWord = Pick<Word, 'text' | 'confidence' | 'alternatives'> & {
  readonly first: number;
  readonly end: number;
};

/** Shortest time a word is given: two frames of the aligner. */
const MIN_SECONDS = 0.04;

/** The piece of sound a stretch of window time lies in most. */
function pieceOf(window: SpeechWindow, start: number, end: number): Piece {
  const overlap = ({ windowStart, start: from, end: to }: Piece): number =>
    Math.min(end * SAMPLE_RATE, windowStart + to - from) -
    Math.max(start * SAMPLE_RATE, windowStart);
  return window.pieces.reduce((best, piece) => (overlap(piece) > overlap(best) ? piece : best));
}

/** Words with window times, in their piece of the sound and in order; each leaves room for those behind it. */
function placed(piece: Piece, timed: readonly Word[]): Word[] {
  const offset = (piece.start - piece.windowStart) / SAMPLE_RATE;
  const [pieceStart, pieceEnd] = [piece.start / SAMPLE_RATE, piece.end / SAMPLE_RATE];
  const least = Math.min(MIN_SECONDS, (pieceEnd - pieceStart) / timed.length);
  let before = pieceStart;
  return timed.map((word, i) => {
    const latest = pieceEnd - least * (timed.length - 1 - i);
    const start = Math.min(Math.max(word.start + offset, before), latest - least);
    before = Math.min(Math.max(word.end + offset, start + least), latest);
    return { ...word, start: round(start), end: round(before) };
  });
}

/**
 * Words with their place in the sound, grouped by the pauses between the window's pieces. A word lies in one piece;
 * times never go back, never overlap, and a word lasts at least `MIN_SECONDS`, or its share of a crowded piece.
 * @param boundaries start of each token and end of the last, in seconds from the start of the window.
 */
export function timedSegments(
  words: readonly HeardWord[],
  boundaries: readonly number[],
  window: SpeechWindow,
): Segment[] {
  const groups = new Map<Piece, Word[]>();
  let floor = window.pieces[0];
  for (const { first, end, ...word } of words) {
    const [from, to] = [boundaries[first] ?? 0, boundaries[end] ?? 0];
    const found = pieceOf(window, from, Math.max(to, from + MIN_SECONDS));
    const piece = found.windowStart < floor.windowStart ? floor : found;
    floor = piece;
    const group = groups.get(piece) ?? [];
    group.push({ ...word, start: from, end: to });
    groups.set(piece, group);
  }
  return [...groups].map(([piece, timed]) => ({
    start: round(piece.start / SAMPLE_RATE),
    end: round(piece.end / SAMPLE_RATE),
    words: placed(piece, timed),
  }));
}

/** To the millisecond: the aligner sees 20 ms. */
const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
