import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../workers/recognition/speech-spans';
import { SAMPLE_RATE } from '../../../workers/recognition/voice-detector';
import { countForWindow, layWindow, MAX_WINDOW } from '../../../workers/recognition/windows';

const seconds = (value: number): number => Math.round(value * SAMPLE_RATE);

/** Spans of the given lengths, each followed by a pause; in seconds. */
function speech(...parts: [length: number, pause: number][]): Span[] {
  let at = 1;
  return parts.map(([length, pause]) => {
    const span = { start: seconds(at), end: seconds(at + length) };
    at += length + pause;
    return span;
  });
}

const later = { isFirst: false, isComplete: false };
const last = { isFirst: false, isComplete: true };

describe('packing spans into windows', () => {
  test('waits until it knows what follows', () => {
    expect(countForWindow([], last)).toBe(0);
    expect(countForWindow(speech([20, 1]), later)).toBe(0);
    expect(countForWindow(speech([20, 1], [15, 1]), later)).toBe(0);
    expect(countForWindow(speech([20, 1]), last)).toBe(1);
  });

  test('cuts at the longest pause that leaves the window well filled', () => {
    const spans = speech([10, 2], [12.5, 0.8], [3, 0.4], [10, 1], [15, 1]);
    expect(countForWindow(spans, later)).toBe(2);
  });

  test('costs no window more than it must at the end of a sound, and leaves no crumb', () => {
    expect(countForWindow(speech([9, 1], [9, 1.5], [9, 1], [3, 1]), last)).toBe(2);
    expect(countForWindow(speech([9, 1], [5, 9], [9, 1], [9, 1], [9, 1], [7, 1]), last)).toBe(3);
  });

  test('gives a short first window, so that words come soon, unless one window is enough', () => {
    const first = { isFirst: true, isComplete: true };
    const spans = speech([4, 0.5], [5, 1], [4, 0.5], [10, 1], [10, 1]);
    expect(countForWindow(spans, first)).toBe(2);
    expect(countForWindow(spans, { ...first, isComplete: false })).toBe(0);
    expect(countForWindow(speech([8, 1], [18, 1]), first)).toBe(2);
  });

  test('never makes a window Whisper cannot hear, never loses or doubles a span', () => {
    const parts = fc.array(
      fc.tuple(
        fc.double({ min: 0.1, max: 26, noNaN: true }),
        fc.double({ min: 0.3, max: 30, noNaN: true }),
      ),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(parts, (drawn) => {
        let waiting = speech(...drawn);
        let from = 0;
        let isFirst = true;
        while (waiting.length > 0) {
          const count = countForWindow(waiting, { isFirst, isComplete: true });
          expect(count).toBeGreaterThan(0);
          const next = waiting[count];
          const to = next === undefined ? Infinity : (waiting[count - 1]!.end + next.start) >> 1;
          const window = layWindow(waiting.slice(0, count) as [Span, ...Span[]], { from, to });
          expect(window.sampleCount).toBeLessThanOrEqual(MAX_WINDOW);
          expect(window.pieces[0].start).toBeGreaterThanOrEqual(from);
          expect(window.pieces.map(({ start }) => start)).toEqual(
            window.pieces.map(({ start }) => start).sort((a, b) => a - b),
          );
          waiting = waiting.slice(count);
          from = to;
          isFirst = false;
        }
      }),
    );
  });
});

describe('a window', () => {
  const window = layWindow([...speech([2, 3], [2, 1])] as [Span, Span], {
    from: 0,
    to: seconds(100),
  });

  test('leaves out the long pauses and keeps a margin around speech', () => {
    expect(window).toEqual({
      pieces: [
        { start: seconds(0.8), end: seconds(3.2), windowStart: 0 },
        { start: seconds(5.8), end: seconds(8.2), windowStart: seconds(2.4) },
      ],
      sampleCount: seconds(4.8),
    });
  });

  test('has margins that do not overlap', () => {
    const { pieces } = layWindow([...speech([2, 0.3], [2, 1])] as [Span, Span], {
      from: seconds(0.9),
      to: seconds(5.35),
    });
    expect(pieces.map(({ start, end }) => [start, end].map((at) => at / SAMPLE_RATE))).toEqual([
      [0.9, 3.15],
      [3.15, 5.35],
    ]);
  });
});
