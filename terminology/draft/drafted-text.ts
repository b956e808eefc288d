import { append, emptyText, plainText, type Piece, type SpokenOptions } from '../spoken';
import type { Segment } from '../word';

/** What is new of a draft since a moment of the sound. */
export interface DraftedText {
  /** The last piece already written, for the joint; undefined at the start. */
  readonly previous: Piece | undefined;
  /** Pieces that nothing said later will change. */
  readonly pieces: readonly Piece[];
  /** What follows and may still change, as plain text. */
  readonly pending: string;
}

export interface DraftOptions {
  /** Seconds up to which the draft is already written. */
  readonly writtenUntil: number;
  /** Nothing more will be heard: all of it is written. */
  readonly isComplete: boolean;
  readonly spoken: SpokenOptions;
}

const endOf = ({ heard }: Piece): number => heard.at(-1)?.end ?? Number.NEGATIVE_INFINITY;

/** Pieces that nobody said, such as a pause, wait for the word behind them. */
function withoutSilentEnd(pieces: readonly Piece[]): readonly Piece[] {
  const last = pieces.findLastIndex(({ heard }) => heard.length > 0);
  return pieces.slice(0, last + 1);
}

/**
 * Written French of a transcript, from the moment that is already written on. The same segments always give the same
 * pieces, so that nothing is written twice or left out when it is asked again.
 */
export function draftedText(
  segments: readonly Segment[],
  { writtenUntil, isComplete, spoken }: DraftOptions,
): DraftedText {
  const text = segments.reduce(append, emptyText(spoken));
  const settled = isComplete ? text.pieces : withoutSilentEnd(text.pieces.slice(0, text.settled));
  const written = settled.findLastIndex(
    (piece) => piece.heard.length > 0 && endOf(piece) <= writtenUntil,
  );
  return {
    previous: settled[written],
    pieces: settled.slice(written + 1),
    pending: plainText(text.pieces.slice(settled.length)),
  };
}
