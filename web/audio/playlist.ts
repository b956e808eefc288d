import type { Interval } from './played';

/** Stretches of a sound that are played one after the other: in order, apart from each other. */
export type Playlist = readonly Interval[];

/** A word cut off at its edges is hard to understand, and borders of words are known to a tenth of a second. */
const RUN_UP_SECONDS = 0.2;
const RUN_OUT_SECONDS = 0.2;
/** Leaving out less than this saves nothing: each jump costs the ear as much. */
const LEAST_SKIP_SECONDS = 0.3;

/** Passages in any order, each with a little before and behind it, joined where little lies between. */
export function playlistOf(passages: readonly Interval[], durationSeconds: number): Playlist {
  const list: Interval[] = [];
  for (const passage of passages.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(0, passage.start - RUN_UP_SECONDS);
    const end = Math.min(durationSeconds, passage.end + RUN_OUT_SECONDS);
    const last = list.at(-1);
    if (last && start - last.end <= LEAST_SKIP_SECONDS)
      list.splice(-1, 1, { start: last.start, end: Math.max(last.end, end) });
    else if (end > start) list.push({ start, end });
  }
  return list;
}

/** The stretch that holds a moment, else the next one; undefined behind the last. */
export const stretchAt = (list: Playlist, seconds: number): Interval | undefined =>
  list.find(({ end }) => seconds < end);

/** Seconds of sound that are left to play. */
export const secondsLeft = (list: Playlist, seconds: number): number =>
  list.reduce((sum, { start, end }) => sum + Math.max(0, end - Math.max(start, seconds)), 0);

/** The moment so many seconds on, or back where negative, as the list is heard. */
export function movedIn(list: Playlist, seconds: number, by: number): number {
  const wanted = secondsLeft(list, seconds) - by;
  let left = 0;
  for (const { start, end } of list.toReversed()) {
    const length = end - start;
    if (left + length >= wanted) return Math.min(end, Math.max(start, end - (wanted - left)));
    left += length;
  }
  return list[0]?.start ?? seconds;
}

/** The list for who points at a moment between two stretches: it is heard from there on; undefined behind the last. */
export function pointedAt(list: Playlist, seconds: number): Playlist | undefined {
  const next = stretchAt(list, seconds);
  if (!next || next.start <= seconds) return next && list;
  return list.map((stretch) => (stretch === next ? { start: seconds, end: next.end } : stretch));
}
