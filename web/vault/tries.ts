/** Wrong tries of an account since it was last unlocked. */
export interface Tries {
  readonly failed: number;
  /** When the last one was, in milliseconds since 1970; 0 without any. */
  readonly lastAt: number;
}

export const NO_TRIES: Tries = { failed: 0, lastAt: 0 };

const FREE_TRIES = 3;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 15 * 60;

const waitAfter = (failed: number): number =>
  failed < FREE_TRIES
    ? 0
    : Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failed - FREE_TRIES));

/**
 * Seconds until the next try is allowed. A clock that was set back counts the wait from the beginning: else a person
 * with a wrong clock could be locked out for years, or one who plays with it be let in.
 */
export function secondsToWait({ failed, lastAt }: Tries, now: number): number {
  const wait = waitAfter(failed);
  return now < lastAt ? wait : Math.max(0, Math.ceil(wait - (now - lastAt) / 1000));
}

/** One more try: counted before it is made, so that a page killed meanwhile does not forget it. */
export const oneMore = ({ failed }: Tries, now: number): Tries => ({
  failed: failed + 1,
  lastAt: now,
});

/** The same tries under a clock that was set back. */
export const underClock = (tries: Tries, now: number): Tries =>
  now < tries.lastAt ? { ...tries, lastAt: now } : tries;
