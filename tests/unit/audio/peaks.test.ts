import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnsOf, joinPeaks, PeakMeter, peaksOf } from '../../../web/audio/peaks';

const quietThenLoud = Float32Array.from({ length: 3200 }, (_, index) =>
  index === 100 ? -0.2 : index === 1700 ? 1 : 0,
);

describe('peaks', () => {
  test('give the loudest of each 20 ms, whatever its sign', () => {
    expect([...peaksOf(quietThenLoud)]).toEqual([51, 0, 0, 0, 0, 255, 0, 0, 0, 0]);
  });

  test('are the same however the sound is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(quietThenLoud.length), { maxLength: 5 }), (cuts) => {
        const meter = new PeakMeter();
        const ends = [...cuts.sort((a, b) => a - b), quietThenLoud.length];
        for (const [index, end] of ends.entries()) {
          meter.push(quietThenLoud.subarray(index === 0 ? 0 : ends[index - 1], end));
        }
        expect(meter.finish()).toEqual(peaksOf(quietThenLoud));
      }),
    );
  });

  test('count a last stretch of less than 20 ms', () => {
    expect([...peaksOf(new Float32Array(321).fill(0.5))]).toEqual([128, 128]);
  });

  test('of pieces join to those of the whole', () => {
    const halves = [quietThenLoud.subarray(0, 1600), quietThenLoud.subarray(1600)].map(peaksOf);
    expect(joinPeaks(halves)).toEqual(peaksOf(quietThenLoud));
  });
});

describe('the columns of a waveform', () => {
  const peaks = Uint8Array.of(51, 0, 0, 0, 0, 255, 0, 0, 0, 0);

  test('show the greatest peak of their share', () => {
    expect([...columnsOf(peaks, { startSeconds: 0, endSeconds: 0.2 }, 2)]).toEqual([
      Math.fround(0.2),
      1,
    ]);
  });

  test('are flat beyond the end', () => {
    expect([...columnsOf(peaks, { startSeconds: 0.2, endSeconds: 0.4 }, 3)]).toEqual([0, 0, 0]);
  });

  test('repeat a peak where there are more columns than peaks', () => {
    const stretch = { startSeconds: 0.1, endSeconds: 0.12 };
    expect([...columnsOf(peaks, stretch, 4)]).toEqual([1, 1, 1, 1]);
  });
});
