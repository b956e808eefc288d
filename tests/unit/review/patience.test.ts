import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Patience } from '../../../web/review/patience';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function patientSound(isPlaying: boolean) {
  const sound = { isPlaying, log: [] as string[] };
  const patience = new Patience({
    isPlaying: () => sound.isPlaying,
    pause: () => {
      sound.isPlaying = false;
    },
    play: () => {
      sound.isPlaying = true;
    },
    onWaiting: (isWaiting) => sound.log.push(isWaiting ? 'waits' : 'goes on'),
  });
  return { sound, patience };
}

test('the sound waits from the first key to 0.7 s after the last', () => {
  const { sound, patience } = patientSound(true);
  for (let key = 0; key < 3; key++) {
    patience.typed();
    expect(sound.isPlaying).toBe(false);
    vi.advanceTimersByTime(699);
  }
  expect(sound.isPlaying).toBe(false);
  vi.advanceTimersByTime(1);
  expect(sound.isPlaying).toBe(true);
  expect(sound.log).toEqual(['waits', 'waits', 'waits', 'goes on']);
});

test('typing while the sound stands still never sets it going', () => {
  const { sound, patience } = patientSound(false);
  patience.typed();
  vi.advanceTimersByTime(10_000);
  expect(sound).toEqual({ isPlaying: false, log: [] });
});

test('what a person stops while it waits stays stopped', () => {
  const { sound, patience } = patientSound(true);
  patience.typed();
  patience.stop();
  vi.advanceTimersByTime(10_000);
  expect(sound.isPlaying).toBe(false);
  expect(patience.isWaiting).toBe(false);
});
