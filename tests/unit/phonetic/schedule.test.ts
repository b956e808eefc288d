import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worthMost } from '../../../terminology/phonetic/schedule';

interface Place {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

const total = (places: readonly Place[]): number =>
  places.reduce((sum, { value }) => sum + value, 0);

const overlap = (places: readonly Place[]): boolean =>
  places.some((a, i) => places.some((b, j) => i !== j && a.from < b.to && b.from < a.to));

test('one long repair gives way to two that are worth more together', () => {
  const long = { from: 0, to: 4, value: 5 };
  const first = { from: 0, to: 2, value: 3 };
  const second = { from: 2, to: 3, value: 3 };
  expect(worthMost([long, second, first])).toEqual([first, second]);
  expect(worthMost([{ ...long, value: 7 }, second, first])).toEqual([{ ...long, value: 7 }]);
});

test('is worth as much as the best of all choices', () => {
  const place = fc
    .record({
      from: fc.nat(12),
      length: fc.integer({ min: 1, max: 4 }),
      value: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ from, length, value }) => ({ from, to: from + length, value }));
  fc.assert(
    fc.property(fc.array(place, { maxLength: 9 }), (places) => {
      let best = 0;
      for (let mask = 0; mask < 2 ** places.length; mask++) {
        const some = places.filter((_, at) => (mask & (1 << at)) !== 0);
        if (!overlap(some)) best = Math.max(best, total(some));
      }
      const chosen = worthMost(places);
      expect(overlap(chosen)).toBe(false);
      expect(total(chosen)).toBe(best);
    }),
  );
});
