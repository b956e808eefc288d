import type { Pair } from './command';
import type { Emphasis, Piece } from './piece';

/** Where a written text stands at its end: what the next words need to know of it. */
export interface Standing {
  readonly lineStart: boolean;
  readonly sentenceStart: boolean;
  readonly open: ReadonlySet<Pair>;
  readonly introduced: ReadonlySet<string>;
  readonly emphasis: Emphasis | undefined;
  /** The speaker dictates layout, so pauses make no lines. */
  readonly dictatesLayout: boolean;
  /** End of the last word, seconds. */
  readonly end: number | undefined;
}

export const NOTHING_BEFORE: Standing = {
  lineStart: true,
  sentenceStart: true,
  open: new Set(),
  introduced: new Set(),
  emphasis: undefined,
  dictatesLayout: false,
  end: undefined,
};

const MARKS: ReadonlyMap<string, readonly [Pair, boolean]> = new Map([
  ['(', ['parenthesis', true]],
  [')', ['parenthesis', false]],
  ['«', ['quotes', true]],
  ['»', ['quotes', false]],
  ['[', ['bracket', true]],
  [']', ['bracket', false]],
]);

/** Follows a mark that opens or closes a pair. */
export function turnPair(open: Set<Pair>, mark: string): void {
  const turn = MARKS.get(mark);
  if (turn === undefined) return;
  if (turn[1]) open.add(turn[0]);
  else open.delete(turn[0]);
}

/** The standing at the end of pieces. */
export function standingAfter(pieces: readonly Piece[]): Standing {
  const open = new Set<Pair>();
  const introduced = new Set<string>();
  let dictatesLayout = false;
  for (const piece of pieces) {
    if (piece.kind === 'punctuation') turnPair(open, piece.mark);
    if (piece.kind === 'abbreviation' && piece.written.includes('(')) introduced.add(piece.short);
    if (piece.breakAfter !== undefined && piece.heard.length > 0) dictatesLayout = true;
  }
  const last = pieces.findLast(({ struck, kind }) => struck !== true && kind !== 'note');
  const lineStart = last === undefined || last.breakAfter !== undefined;
  return {
    lineStart,
    sentenceStart: lineStart || /[.?!]$/.test(last.written),
    open,
    introduced,
    emphasis: undefined,
    dictatesLayout,
    end: pieces.findLast(({ heard }) => heard.length > 0)?.heard.at(-1)?.end,
  };
}
