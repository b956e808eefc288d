import { describe, expect, test } from 'vitest';
import { NO_TRIES, oneMore, secondsToWait, underClock } from '../../../web/vault/tries';

const MINUTE = 60_000;

const after = (failed: number, lastAt = 0) => ({ failed, lastAt });

describe('wrong tries', () => {
  test('cost nothing at first, then longer and longer, up to a quarter of an hour', () => {
    expect(secondsToWait(NO_TRIES, 0)).toBe(0);
    expect([1, 2, 3, 4, 5, 10, 11, 50].map((failed) => secondsToWait(after(failed), 0))).toEqual([
      0, 0, 5, 10, 20, 640, 900, 900,
    ]);
  });

  test('are forgiven with time', () => {
    expect(secondsToWait(after(4, MINUTE), MINUTE + 4_000)).toBe(6);
    expect(secondsToWait(after(4, MINUTE), MINUTE + 10_000)).toBe(0);
  });

  test('wait their whole time again under a clock that was set back, and no longer', () => {
    const tries = after(4, 100 * MINUTE);
    expect(secondsToWait(tries, MINUTE)).toBe(10);
    const now = underClock(tries, MINUTE);
    expect(secondsToWait(now, MINUTE + 9_000)).toBe(1);
    expect(secondsToWait(now, MINUTE + 10_000)).toBe(0);
  });

  test('are counted one by one', () => {
    expect(oneMore(oneMore(NO_TRIES, 5), 9)).toEqual({ failed: 2, lastAt: 9 });
  });
});
