/** Half a second of an answer that was said and whose words do not stand in the report yet. */
export interface SpokenPiece {
  readonly format: 1;
  /** The question it answers. */
  readonly blankId: string;
  /** Its place in the answer, from 0. */
  readonly index: number;
  /** 16 kHz, 16 bits. */
  readonly speech: Int16Array;
}

/** How the identifiers of all pieces of an answer begin. */
export const spokenPiecePrefix = (blankId: string): string => `${blankId} `;

/** Under which it is kept beside its dictation. */
export const spokenPieceId = ({ blankId, index }: Pick<SpokenPiece, 'blankId' | 'index'>): string =>
  `${spokenPiecePrefix(blankId)}${index}`;

/** What was said to one question, in order. */
export const piecesFor = (
  blankId: string,
  pieces: readonly SpokenPiece[],
): readonly SpokenPiece[] =>
  pieces.filter((piece) => piece.blankId === blankId).toSorted((a, b) => a.index - b.index);
