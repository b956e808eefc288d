import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Played } from '../../../web/audio/played';
import { PlayedKeeper } from '../../../web/review/played-keeper';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const upTo = (end: number): Played => [{ start: 0, end }];

test('sixty readings a second are written once in three seconds, and the rest on leaving', () => {
  const written: Played[] = [];
  const keeper = new PlayedKeeper(async (played) => void written.push(played), []);
  for (let frame = 1; frame <= 240; frame++) {
    keeper.take(upTo(frame / 60));
    vi.advanceTimersByTime(1000 / 60);
  }
  expect(written).toHaveLength(1);
  keeper.settle();
  expect(written.at(-1)).toEqual(upTo(4));
  vi.advanceTimersByTime(10_000);
  expect(written).toHaveLength(2);
});

test('what is kept already is not written again', () => {
  const keep = vi.fn(async () => undefined);
  const kept = upTo(9);
  const keeper = new PlayedKeeper(keep, kept);
  keeper.take(kept);
  keeper.settle();
  vi.advanceTimersByTime(10_000);
  expect(keep).not.toHaveBeenCalled();
});

test('what could not be written goes with the next', async () => {
  const keep = vi.fn<(played: Played) => Promise<void>>(async () => undefined);
  keep.mockRejectedValueOnce(new Error('disk full'));
  const keeper = new PlayedKeeper(keep, []);
  keeper.take(upTo(1));
  keeper.settle();
  await vi.advanceTimersByTimeAsync(0);
  keeper.settle();
  expect(keep.mock.calls).toEqual([[upTo(1)], [upTo(1)]]);
});
