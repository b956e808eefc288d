import { CHORD, KEY, MENTAL, moving, READING_A_WORD, retyping } from './costs';
import type { ReviewedDraft, Span, Stop } from './draft';
import { plainWords, type DraftError } from './errors';

export interface Work {
  readonly seconds: number;
  readonly left: readonly DraftError[];
}

/** Seconds of sound before a passage, as the application plays it. */
const RUN_UP = 1;
/** What the player takes again after each pause. */
const REWIND = 1.5;

const soundLength = ({ words }: ReviewedDraft): number => words.at(-1)?.end ?? 0;

/** Listens to the whole sound and corrects each error as it comes: the sound waits while she types. */
export function listening(draft: ReviewedDraft, errors: readonly DraftError[]): Work {
  const corrections = errors.reduce((sum, { written, wanted, at }, index) => {
    const before = errors[index - 1];
    const distance = at - (before ? before.at + before.written.length : 0);
    const typing = retyping(written.length, wanted.join(' '));
    return sum + MENTAL + moving(distance) + typing + REWIND;
  }, 0);
  return { seconds: soundLength(draft) + corrections, left: [] };
}

interface Heard {
  readonly stop: Stop;
  readonly span: Span | undefined;
}

const played = (stop: Stop): Heard => ({
  stop,
  span: stop.sound && { start: Math.max(0, stop.sound.start - RUN_UP), end: stop.sound.end },
});

const inside = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start - 1e-6 && inner.end <= outer.end + 1e-6;

const touches = (
  a: { readonly from: number; readonly to: number },
  b: { readonly from: number; readonly to: number },
): boolean => a.from < b.to && b.from < a.to;

/** She mends what stands at the stop, and what she heard otherwise in the second before it. */
const noticed = ({ stop, span }: Heard, errors: readonly DraftError[]): readonly DraftError[] =>
  errors.filter((error) => touches(error, stop) || (span !== undefined && inside(error, span)));

const same = (text: string, error: DraftError): boolean =>
  plainWords(text).join(' ') === error.wanted.join(' ');

/** Written by one key, by three (to the proposal below, and Enter), or typed. */
function mending(stop: Stop, error: DraftError, distance: number): number {
  if (touches(error, stop)) {
    if (stop.fix !== undefined && same(stop.fix, error)) return CHORD;
    if (stop.otherFixes.some((fix) => same(fix, error))) return 3 * KEY;
  }
  return moving(distance) + retyping(error.written.length, error.wanted.join(' '));
}

/**
 * Goes from stop to stop by a key, hears each with its run-up, reads why, decides, and mends; stops that were mended or
 * heard on the way are passed over. Reads the whole once, silently, and finds nothing by that: what was never heard
 * stays as it is.
 */
export function guided(
  draft: ReviewedDraft,
  errors: readonly DraftError[],
  kinds: readonly Stop['kind'][],
): Work {
  let seconds = draft.words.length * READING_A_WORD;
  let left = errors;
  const heard: Heard[] = [];
  for (const stop of draft.stops.filter(({ kind }) => kinds.includes(kind))) {
    const isMended =
      stop.kind !== 'doubtful' &&
      errors.some((error) => !left.includes(error) && touches(error, stop));
    const isHeard =
      stop.kind !== 'finding' &&
      heard.some(
        ({ stop: other, span }) =>
          (stop.kind === 'unknown' && touches(other, stop)) ||
          (stop.sound && span && inside(stop.sound, span)),
      );
    if (isMended || isHeard) continue;
    const now = played(stop);
    heard.push(now);
    const toMend = noticed(now, left);
    const listeningSeconds = now.span ? now.span.end - now.span.start : 0;
    // She reads why it is shown while it plays.
    seconds += CHORD + Math.max(listeningSeconds, stop.messageWords * READING_A_WORD) + MENTAL;
    if (toMend.length === 0 && stop.kind === 'finding') seconds += CHORD;
    for (const error of toMend) {
      const from = draft.words.findIndex((word) => word.to >= stop.to);
      seconds += mending(stop, error, Math.abs(from - error.at));
    }
    left = left.filter((error) => !toMend.includes(error));
  }
  return { seconds, left };
}
