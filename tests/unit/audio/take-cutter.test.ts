import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { concatenate, toFloat32 } from '../../../web/audio/samples';
import { readSpeech, recordedWav } from '../../../web/audio/stored-sound';
import { PIECE_SAMPLES, type RecordedPiece, TakeCutter } from '../../../web/audio/take-cutter';
import { readWavFrames, readWavLayout } from '../../../web/audio/wav';
import { component, tone } from './tones';

function recorded(
  samples: Float32Array,
  sampleRateHz: number,
  blockLength: number,
): RecordedPiece[] {
  const cutter = new TakeCutter('prise', sampleRateHz);
  const pieces: RecordedPiece[] = [];
  for (let start = 0; start < samples.length; start += blockLength) {
    pieces.push(...cutter.push(samples.subarray(start, start + blockLength)));
  }
  return [...pieces, ...cutter.flush()];
}

const joined = (pieces: readonly RecordedPiece[], kind: 'speech' | 'original'): Float32Array =>
  concatenate(pieces.map((piece) => toFloat32(piece[kind])));

describe('a take', () => {
  test.each([48_000, 44_100, 16_000])(
    'of a microphone at %i Hz is kept twice, in step',
    (sampleRateHz) => {
      const pieces = recorded(
        tone({ hertz: 1000, seconds: 1.3, sampleRateHz }),
        sampleRateHz,
        sampleRateHz / 10,
      );
      expect(pieces.map(({ index, speech }) => [index, speech.length])).toEqual([
        [0, PIECE_SAMPLES],
        [1, PIECE_SAMPLES],
        [2, 4800],
      ]);
      for (const { speech, original, peaks } of pieces) {
        expect(original.length).toBe(3 * speech.length);
        expect(peaks.length).toBe(Math.ceil(speech.length / 320));
      }
      const speech = component(joined(pieces, 'speech').subarray(1600, 17_600), 1000, 16_000);
      const original = component(joined(pieces, 'original').subarray(4800, 52_800), 1000, 48_000);
      expect(speech.amplitude).toBeCloseTo(0.5, 2);
      expect(original.amplitude).toBeCloseTo(0.5, 2);
      expect(Math.abs(speech.phase - original.phase)).toBeLessThan(0.01);
    },
  );

  test('loses no sample, however the blocks come', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 100, max: 9000 }),
        (length, block) => {
          const pieces = recorded(new Float32Array(length).fill(0.25), 48_000, block);
          expect(joined(pieces, 'speech').length).toBe(Math.ceil(length / 3));
          const original = joined(pieces, 'original');
          expect(original.subarray(0, length).every((sample) => sample === 0.25)).toBe(true);
          expect(original.length - length).toBeLessThan(3);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('that was stopped at once has no piece', () => {
    expect(new TakeCutter('prise', 48_000).flush()).toEqual([]);
  });
});

describe('a stored recording', () => {
  const pieces = recorded(
    Float32Array.from({ length: 60_000 }, (_, index) => Math.sin(index * index * 1e-7)),
    48_000,
    4800,
  );
  const source = {
    pieceSamples: PIECE_SAMPLES,
    speech: (_takeId: string, index: number) => Promise.resolve(pieces[index]!.speech),
    original: (_takeId: string, index: number) =>
      Promise.resolve(index === 1 ? new Blob([pieces[index]!.original]) : pieces[index]!.original),
  };
  const spans = [
    { takeId: 'prise', from: 12_000, to: 18_000 },
    { takeId: 'prise', from: 100, to: 9000 },
  ];

  test('gives the recognition the samples of its spans', async () => {
    const whole = joined(pieces, 'speech');
    expect(await readSpeech(spans, source)).toEqual(
      concatenate([whole.slice(12_000, 18_000), whole.slice(100, 9000)]),
    );
  });

  test('is a WAV file of its originals, in the same order', async () => {
    const file = await recordedWav(spans, source);
    const layout = (await readWavLayout(file))!;
    const whole = joined(pieces, 'original');
    expect(layout).toMatchObject({ sampleRateHz: 48_000, channels: 1, truncated: false });
    expect(readWavFrames(layout, await file.slice(layout.dataStart).arrayBuffer())).toEqual(
      concatenate([whole.slice(36_000, 54_000), whole.slice(300, 27_000)]),
    );
  });
});
