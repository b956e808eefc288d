import type { Segment } from '../word';
import type { Piece } from './piece';
import { settle, type SpokenOptions } from './settings';
import { standingAfter } from './standing';
import { writeAfter } from './write';

/** A text being written while it is dictated. Pieces before `settled` are never rewritten. */
export interface SpokenText {
  readonly pieces: readonly Piece[];
  readonly settled: number;
  readonly options: SpokenOptions;
}

export const emptyText = (options: SpokenOptions = {}): SpokenText => ({
  pieces: [],
  settled: 0,
  options,
});

/** Adds a segment: the open end of the text is written again with it, the settled part stays as it is. */
export function append(text: SpokenText, segment: Segment): SpokenText {
  const kept = text.pieces.slice(0, text.settled);
  const open = text.pieces.slice(text.settled).flatMap(({ heard }) => heard);
  const words = [...open, ...segment.words];
  const first = words[0];
  const whole: Segment = { start: first?.start ?? segment.start, end: segment.end, words };
  const tail = writeAfter(standingAfter(kept), [whole], settle(text.options));
  const settled = text.settled + stableLength(tail);
  return { ...text, pieces: [...kept, ...tail], settled };
}

/** A person changed piece `index`: nothing up to it is rewritten any more. */
export const touch = (text: SpokenText, index: number): SpokenText => ({
  ...text,
  settled: Math.max(text.settled, Math.min(index + 1, text.pieces.length)),
});

/** Up to the last line that is closed, or sentence that is well behind, with no mark left open. */
function stableLength(pieces: readonly Piece[]): number {
  const last = pieces.length - 1;
  for (let index = last - 1; index >= 0; index--) {
    const piece = pieces[index];
    if (piece === undefined || piece.struck === true) continue;
    const ends = piece.breakAfter !== undefined || /[.?!]$/.test(piece.written);
    if (ends && last - index >= MARGIN && standingAfter(pieces.slice(0, index + 1)).open.size === 0)
      return index + 1;
  }
  return 0;
}

/** A correction reaches back some words: a sentence is settled when this many pieces follow it. */
const MARGIN = 16;
