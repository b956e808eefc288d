import { gapsBetween } from '../../../workers/recognition/wordless';
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

/** Listens to the whole sound and corrects each error as it comes: the sound waits while she types. */
export function listening(draft: ReviewedDraft, errors: readonly DraftError[]): Work {
  const corrections = errors.reduce((sum, { written, wanted, at }, index) => {
    const before = errors[index - 1];
    const distance = at - (before ? before.at + before.written.length : 0);
    const typing = retyping(written.length, wanted.join(' '));
    return sum + MENTAL + moving(distance) + typing + REWIND;
  }, 0);
  return { seconds: draft.soundSeconds + corrections, left: [] };
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

interface Visits {
  /** All errors of the draft, and those that still stand. */
  readonly errors: readonly DraftError[];
  readonly left: readonly DraftError[];
  readonly stops: readonly Stop[];
}

/**
 * Goes from stop to stop by a key, hears each with its run-up, reads why, decides, and mends; stops that were mended or
 * heard on the way are passed over.
 */
function visiting(draft: ReviewedDraft, { errors, left: before, stops }: Visits): Work {
  let seconds = 0;
  let left = before;
  const heard: Heard[] = [];
  for (const stop of stops) {
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

/** Visits what the application leads to. Reads the whole once, silently, and finds nothing by that: what was never heard stays. */
export function guided(
  draft: ReviewedDraft,
  errors: readonly DraftError[],
  kinds: readonly Stop['kind'][],
): Work {
  const stops = draft.stops.filter(({ kind }) => kinds.includes(kind));
  const { seconds, left } = visiting(draft, { errors, left: errors, stops });
  return { seconds: draft.words.length * READING_A_WORD + seconds, left };
}

/** What the player takes again where a list goes on. */
const LIST_REWIND = 0.5;

/** Seconds of what an error changed: of each word written, or of the voice that was left out. */
function ownSounds({ untold, heard }: ReviewedDraft, error: DraftError): readonly Span[] {
  if (error.written.length > 0) return error.written;
  const { start, end } = error;
  const voice = untold.filter((one) => one.end > start && one.start < end);
  if (voice.length > 0) return voice;
  const gaps = gapsBetween({ start, end }, heard);
  const widest = gaps.reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a));
  return [widest.end > widest.start ? widest : { start, end }];
}

const isPlayed = ({ list }: ReviewedDraft, sound: Span): boolean =>
  list.some((stretch) => inside(sound, stretch));

/** Stops the sound, decides, writes at what was selected, and goes on. */
function mendingByEar(draft: ReviewedDraft, error: DraftError): number {
  const landed = draft.toHear.findLast(({ start }) => start <= error.end);
  const from = landed ? draft.words.findIndex((word) => word.to > landed.from) : 0;
  const stop = draft.stops.find((one) => one.kind === 'finding' && touches(error, one));
  const isHere = landed !== undefined && touches(error, landed);
  const distance = isHere ? 0 : Math.abs(from - error.at);
  const writing = stop
    ? mending(stop, error, distance)
    : moving(distance) + retyping(error.written.length, error.wanted.join(' '));
  return KEY + MENTAL + writing + KEY + LIST_REWIND;
}

/**
 * Listens to what matters without stopping, reading along, and stops where a word is not what she hears: a word that was
 * not played is never noticed. What was not played she reads silently, and finds nothing by that. Alerts that only ask to
 * be heard are then kept by one key, the others visited.
 */
export function condensed(draft: ReviewedDraft, errors: readonly DraftError[]): Work {
  const unplayed = draft.words.filter((word) => !isPlayed(draft, word));
  const playedSeconds = draft.list.reduce((sum, { start, end }) => sum + end - start, 0);
  const toMend = errors.filter((error) =>
    ownSounds(draft, error).some((sound) => isPlayed(draft, sound)),
  );
  const alerts = draft.stops.filter(({ kind }) => kind === 'finding');
  const visits = visiting(draft, {
    errors,
    left: errors.filter((error) => !toMend.includes(error)),
    stops: alerts.filter(({ isForTheEar }) => !isForTheEar),
  });
  const seconds =
    CHORD +
    playedSeconds +
    unplayed.length * READING_A_WORD +
    toMend.reduce((sum, error) => sum + mendingByEar(draft, error), 0) +
    (MENTAL + CHORD) +
    visits.seconds;
  return { seconds, left: visits.left };
}
