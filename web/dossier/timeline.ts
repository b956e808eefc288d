/**
 * How a recording was put together. Nothing recorded is ever changed: each stretch between two pauses is a take of
 * its own, and a recording is the list of what each take was meant for. The list is stored when a take begins,
 * before its length is known, so a crash in the middle of a take loses none of its place.
 *
 * Positions and lengths are whole samples at 16 kHz: no rounding ever moves a cut.
 */
export type Edit =
  | { readonly kind: 'append'; readonly takeId: string }
  | { readonly kind: 'insert'; readonly takeId: string; readonly at: number }
  /** Takes the place of what was said from `at` on, for as long as it lasts; the rest after it stays. */
  | { readonly kind: 'overwrite'; readonly takeId: string; readonly at: number };

/** What a person chooses before speaking; the take that follows is not begun yet. */
export type Intent =
  | { readonly kind: 'append' }
  | { readonly kind: 'insert'; readonly at: number }
  | { readonly kind: 'overwrite'; readonly at: number };

/** A part of a take, half-open. */
export interface Span {
  readonly takeId: string;
  readonly from: number;
  readonly to: number;
}

/** A part of one stored piece of a take. */
export interface PieceCut {
  readonly takeId: string;
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

const lengthOfSpan = ({ from, to }: Span): number => to - from;

export const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + lengthOfSpan(span), 0);

/** The part `[from, to)` of what the spans say when played one after the other; clamped to what is there. */
export function sliceSpans(spans: readonly Span[], from: number, to: number): readonly Span[] {
  const kept: Span[] = [];
  let position = 0;
  for (const span of spans) {
    const start = Math.max(from, position);
    const end = Math.min(to, position + lengthOfSpan(span));
    if (end > start) {
      const shift = span.from - position;
      kept.push({ takeId: span.takeId, from: start + shift, to: end + shift });
    }
    position += lengthOfSpan(span);
  }
  return kept;
}

function applied(spans: readonly Span[], edit: Edit, length: number): readonly Span[] {
  if (length === 0) return spans;
  const take: Span = { takeId: edit.takeId, from: 0, to: length };
  if (edit.kind === 'append') return [...spans, take];
  const before = sliceSpans(spans, 0, edit.at);
  const rest = edit.kind === 'insert' ? edit.at : edit.at + length;
  return [...before, take, ...sliceSpans(spans, rest, Number.POSITIVE_INFINITY)];
}

/**
 * What is heard after all the edits. A position beyond the end means the end.
 * @param lengthOfTake length of what is stored of a take; 0 for one whose first piece never arrived.
 */
export const spansOf = (
  edits: readonly Edit[],
  lengthOfTake: (takeId: string) => number,
): readonly Span[] =>
  edits.reduce<readonly Span[]>(
    (spans, edit) => applied(spans, edit, lengthOfTake(edit.takeId)),
    [],
  );

/** Where the voice goes on after a pause: behind the `length` samples that the last take gave. */
export const goingOn = (intent: Intent, length: number): Intent =>
  intent.kind === 'append' ? intent : { kind: intent.kind, at: intent.at + length };

/** The stored pieces that hold the spans, in order. Each piece of a take but its last has `pieceLength` samples. */
export function piecesOf(spans: readonly Span[], pieceLength: number): readonly PieceCut[] {
  return spans.flatMap(({ takeId, from, to }) => {
    const first = Math.floor(from / pieceLength);
    const count = Math.ceil(to / pieceLength) - first;
    return Array.from({ length: count }, (_, step) => {
      const base = (first + step) * pieceLength;
      return {
        takeId,
        index: first + step,
        from: Math.max(0, from - base),
        to: Math.min(pieceLength, to - base),
      };
    });
  });
}
