import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Interval,
  NOTHING_PLAYED,
  nextUnheard,
  type Played,
  secondsPlayed,
  unheard,
  wasPlayed,
  withPlayed,
} from '../../../web/audio/played';

const after = (...heard: Interval[]): Played => heard.reduce<Played>(withPlayed, NOTHING_PLAYED);

describe('what was listened to', () => {
  test('is joined where it overlaps or touches', () => {
    expect(after({ start: 4, end: 6 }, { start: 0, end: 1 }, { start: 1, end: 2 })).toEqual([
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ]);
  });

  test('bridges two stretches when the middle is played', () => {
    expect(after({ start: 0, end: 2 }, { start: 4, end: 6 }, { start: 1, end: 5 })).toEqual([
      { start: 0, end: 6 },
    ]);
  });

  test('does not count a seek', () => {
    expect(after({ start: 3, end: 3 }, { start: 5, end: 4 })).toEqual([]);
  });

  test('answers for a word only when all of it was heard', () => {
    const played = after({ start: 1, end: 3 });
    expect(wasPlayed(played, { start: 1.2, end: 1.8 })).toBe(true);
    expect(wasPlayed(played, { start: 2.8, end: 3.3 })).toBe(false);
    expect(wasPlayed(played, { start: 0.5, end: 1.5 })).toBe(false);
  });

  test('stays in order, apart, and holds everything heard', () => {
    const interval = fc
      .tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 90 }))
      .map(([start, length]) => ({ start: start / 10, end: (start + length) / 10 }));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 20 }), (heard) => {
        const played = after(...heard);
        for (const [index, { start, end }] of played.entries()) {
          expect(end).toBeGreaterThan(start);
          if (index > 0) expect(start).toBeGreaterThan(played[index - 1]!.end);
        }
        expect(heard.every((each) => wasPlayed(played, each))).toBe(true);
        expect(secondsPlayed(played)).toBeLessThanOrEqual(
          heard.reduce((sum, { start, end }) => sum + end - start, 1e-6),
        );
      }),
    );
  });
});

describe('what was never listened to', () => {
  const played = [
    { start: 2, end: 5 },
    { start: 5.2, end: 8 },
  ];

  test('lies before, between and after; holes too short for a word do not count', () => {
    expect(unheard(played, 10)).toEqual([
      { start: 0, end: 2 },
      { start: 8, end: 10 },
    ]);
    expect(unheard([], 10)).toEqual([{ start: 0, end: 10 }]);
    expect(unheard([{ start: 0, end: 9.9 }], 10)).toEqual([]);
  });

  test('is walked forward, then from the start again', () => {
    const from = (afterSeconds: number) =>
      nextUnheard(played, { afterSeconds, durationSeconds: 10 })?.start;
    expect([from(0), from(8), from(9)]).toEqual([8, 0, 0]);
    const whole = [{ start: 0, end: 10 }];
    expect(nextUnheard(whole, { afterSeconds: 3, durationSeconds: 10 })).toBeUndefined();
  });
});
