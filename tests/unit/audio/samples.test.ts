import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { downmix, toFloat32, toInt16 } from '../../../web/audio/samples';

describe('stored samples', () => {
  test('hold what is too loud at the limit', () => {
    expect([...toInt16(Float32Array.of(0, 0.5, 1, -1, 1.7, -3))]).toEqual([
      0, 16_384, 32_767, -32_768, 32_767, -32_768,
    ]);
  });

  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.int16Array(), (stored) => {
        expect(toInt16(toFloat32(stored))).toEqual(stored);
      }),
    );
  });
});

describe('the downmix', () => {
  test('is the mean of the channels', () => {
    const mono = downmix([Float32Array.of(1, 0, -1), Float32Array.of(0, 0, -0.5)]);
    expect([...mono]).toEqual([0.5, 0, -0.75]);
  });

  test('leaves one channel as it is', () => {
    const only = Float32Array.of(0.25, -0.5);
    expect(downmix([only])).toBe(only);
  });
});
