import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Resampler } from '../../../web/audio/resampler';
import { SPEECH_RATE_HZ } from '../../../web/dossier/dictation';
import { concatenate } from '../../../web/audio/samples';
import { component, loudness, tone } from './tones';

function resampled(
  input: Float32Array,
  fromHz: number,
  cuts: readonly number[] = [],
): Float32Array {
  const resampler = new Resampler(fromHz, SPEECH_RATE_HZ);
  const ends = [...cuts, input.length].sort((a, b) => a - b);
  const pieces = ends.map((end, index) =>
    resampler.push(input.subarray(index === 0 ? 0 : ends[index - 1], end)),
  );
  return concatenate([...pieces, resampler.flush()]);
}

/** Without the 5 ms at each end, where the tone begins and stops. */
const inside = (samples: Float32Array): Float32Array => samples.subarray(80, samples.length - 80);

describe('the resampler', () => {
  test.each([
    8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 47_999, 48_000, 96_000, 192_000,
  ])('keeps a tone of 1 kHz at %i Hz: its length, loudness and moment', (sampleRateHz) => {
    const output = resampled(tone({ hertz: 1000, seconds: 0.5, sampleRateHz }), sampleRateHz);
    expect(output.length).toBe(Math.ceil((Math.round(0.5 * sampleRateHz) * 16_000) / sampleRateHz));
    const cycles = output.subarray(800, 800 + 6400);
    const { amplitude, phase } = component(cycles, 1000, SPEECH_RATE_HZ);
    expect(amplitude).toBeCloseTo(0.5, 3);
    expect(Math.abs(phase)).toBeLessThan(0.002);
  });

  test.each([
    [48_000, 200, 1],
    [48_000, 6_500, 1],
    [44_100, 6_500, 1],
    [8_000, 3_300, 1],
  ])('from %i Hz lets %i Hz pass', (sampleRateHz, hertz, gain) => {
    const output = resampled(tone({ hertz, seconds: 0.5, sampleRateHz }), sampleRateHz);
    expect(loudness(inside(output)) / (0.5 * Math.SQRT1_2)).toBeCloseTo(gain, 2);
  });

  test.each([
    [48_000, 8_100],
    [48_000, 15_000],
    [44_100, 9_000],
    [192_000, 20_000],
  ])('from %i Hz lets nothing of %i Hz fold back: less than -70 dB', (sampleRateHz, hertz) => {
    const output = resampled(tone({ hertz, seconds: 0.5, sampleRateHz }), sampleRateHz);
    expect(20 * Math.log10(loudness(inside(output)) / (0.5 * Math.SQRT1_2))).toBeLessThan(-70);
  });

  test('from 8 kHz makes no mirror image above 4 kHz', () => {
    const output = resampled(tone({ hertz: 1000, seconds: 0.5, sampleRateHz: 8000 }), 8000);
    const mirror = component(output.subarray(800, 800 + 6400), 7000, SPEECH_RATE_HZ);
    expect(20 * Math.log10(mirror.amplitude / 0.5)).toBeLessThan(-70);
  });

  test('gives the same samples however the stream is cut', () => {
    const input = Float32Array.from({ length: 3000 }, (_, index) =>
      Math.sin(index * index * 0.001),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(8_000, 44_100, 48_000),
        fc.array(fc.integer({ min: 0, max: input.length }), { maxLength: 12 }),
        (fromHz, cuts) => {
          expect(resampled(input, fromHz, cuts)).toEqual(resampled(input, fromHz));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('refuses a rate that no sound has', () => {
    expect(() => new Resampler(0, SPEECH_RATE_HZ)).toThrow('0 Hz cannot be converted');
    expect(() => new Resampler(44_100.5, SPEECH_RATE_HZ)).toThrow(RangeError);
  });
});
