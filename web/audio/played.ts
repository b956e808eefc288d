/** A stretch of sound in seconds, half-open. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** What was really listened to: in order, never touching or overlapping. */
export type Played = readonly Interval[];

export const NOTHING_PLAYED: Played = [];

/** Two animation frames: the clock of a playing element is read that often, and a hole that small was heard. */
const TOLERANCE_SECONDS = 0.04;

/** Adds a stretch that was just heard; an empty one changes nothing. */
export function withPlayed(played: Played, { start, end }: Interval): Played {
  if (!(end > start)) return played;
  const apart = (other: Interval): boolean =>
    other.end < start - TOLERANCE_SECONDS || other.start > end + TOLERANCE_SECONDS;
  const joined = played.filter((other) => !apart(other));
  const whole = {
    start: Math.min(start, ...joined.map((other) => other.start)),
    end: Math.max(end, ...joined.map((other) => other.end)),
  };
  return [...played.filter(apart), whole].sort((a, b) => a.start - b.start);
}

/** Whether every moment of the stretch was heard, but for what an ear cannot miss. */
export const wasPlayed = (played: Played, { start, end }: Interval): boolean =>
  played.some(
    (heard) => heard.start <= start + TOLERANCE_SECONDS && heard.end >= end - TOLERANCE_SECONDS,
  );

export const secondsPlayed = (played: Played): number =>
  played.reduce((sum, { start, end }) => sum + end - start, 0);

/** Shorter holes hold no word. */
const SHORTEST_GAP_SECONDS = 0.3;

/** What was never listened to, in order. */
export function unheard(played: Played, durationSeconds: number): Interval[] {
  const starts = [0, ...played.map(({ end }) => end)];
  const ends = [...played.map(({ start }) => start), durationSeconds];
  return starts
    .map((start, index) => ({ start, end: Math.min(ends[index] ?? start, durationSeconds) }))
    .filter(({ start, end }) => end - start >= SHORTEST_GAP_SECONDS);
}

/** The first stretch never listened to that begins after a moment, else the first of all. */
export function nextUnheard(
  played: Played,
  {
    afterSeconds,
    durationSeconds,
  }: { readonly afterSeconds: number; readonly durationSeconds: number },
): Interval | undefined {
  const gaps = unheard(played, durationSeconds);
  return gaps.find(({ start }) => start > afterSeconds) ?? gaps[0];
}
