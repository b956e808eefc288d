import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pulse } from '../../../web/audio/pulse';

let pulse: Pulse;
let silences = 0;

beforeEach(() => {
  vi.useFakeTimers();
  silences = 0;
  pulse = new Pulse(() => silences++);
});
afterEach(() => {
  pulse.stop();
  vi.useRealTimers();
});

/** Blocks for that long, each full when its time has come. */
function speak(seconds: number): boolean {
  let slept = false;
  for (let block = 0; block < seconds * 10; block++) {
    vi.advanceTimersByTime(100);
    slept = pulse.beat(Date.now()) || slept;
  }
  return slept;
}

test('a steady sound is neither silence nor sleep', () => {
  expect(speak(10)).toBe(false);
  expect(silences).toBe(0);
});

test('a closed lid is seen at the first block after it', () => {
  speak(2);
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(speak(0.1)).toBe(true);
});

test('blocks that waited behind a busy page are no sleep: their own clock says so', () => {
  speak(1);
  const first = Date.now();
  vi.setSystemTime(first + 5000);
  const slept = Array.from({ length: 50 }, (_, block) => pulse.beat(first + 100 * (block + 1)));
  expect(slept).not.toContain(true);
});

test('three seconds without a block are a silence', () => {
  speak(1);
  vi.advanceTimersByTime(2900);
  expect(silences).toBe(0);
  vi.advanceTimersByTime(1100);
  expect(silences).toBe(1);
});

test('stopped, it says nothing more', () => {
  pulse.stop();
  vi.advanceTimersByTime(20_000);
  expect(silences).toBe(0);
});
