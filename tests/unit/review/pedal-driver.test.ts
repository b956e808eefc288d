import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PedalButton } from '../../../web/audio/pedals';
import { PedalDriver, type PedalMode } from '../../../web/review/pedal-driver';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function driven(mode: PedalMode) {
  const log: string[] = [];
  const driver = new PedalDriver(
    {
      play: () => log.push('play'),
      pause: () => log.push('pause'),
      toggle: () => log.push('toggle'),
      skip: (seconds) => log.push(`skip ${seconds}`),
    },
    () => mode,
  );
  const step = (button: PedalButton, milliseconds = 100) => {
    driver.press({ button, isDown: true });
    vi.advanceTimersByTime(milliseconds);
    driver.press({ button, isDown: false });
  };
  return { log, driver, step };
}

test('the sound plays while the pedal is down', () => {
  const { log, step } = driven('hold');
  step('play');
  expect(log).toEqual(['play', 'pause']);
});

test('or each press plays or pauses', () => {
  const { log, step } = driven('toggle');
  step('play');
  step('play');
  step('stop');
  expect(log).toEqual(['toggle', 'toggle', 'pause']);
});

test('back and forward go on while they are held, and stop with them', () => {
  const { log, step, driver } = driven('hold');
  step('back', 900);
  step('forward');
  vi.advanceTimersByTime(5000);
  expect(log).toEqual(['skip -2', 'skip -2', 'skip -2', 'skip 2']);
  driver.press({ button: 'back', isDown: true });
  driver.release();
  vi.advanceTimersByTime(5000);
  expect(log).toHaveLength(5);
});

test('other buttons leave the sound alone', () => {
  const { log, step } = driven('toggle');
  step('other');
  expect(log).toEqual([]);
});
