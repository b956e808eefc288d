import { describe, expect, test } from 'vitest';
import { concatenate } from '../../../web/audio/samples';
import { PieceCutter, SpeechStream } from '../../../web/audio/speech-stream';
import { component, tone } from './tones';

const RATE = 16_000;
const ones = (seconds: number): Float32Array => new Float32Array(seconds * RATE).fill(1);

function streamed(...stretches: [startSeconds: number, seconds: number][]): number[] {
  const stream = new SpeechStream();
  const parts = stretches.map(([startSeconds, seconds]) =>
    stream.push({ samples: ones(seconds), sampleRateHz: RATE, startSeconds }),
  );
  return [...concatenate([...parts, stream.flush()])];
}

describe('the stream for the recognition', () => {
  test('has silence where the file has a hole, so that what follows stays in its place', () => {
    const samples = streamed([0, 0.5], [0.75, 0.25]);
    expect(samples.length).toBe(RATE);
    expect(samples.slice(0.5 * RATE, 0.75 * RATE).every((sample) => sample === 0)).toBe(true);
    expect(samples.slice(0.75 * RATE).every((sample) => sample === 1)).toBe(true);
  });

  test('drops what comes twice', () => {
    expect(streamed([0, 0.5], [0.25, 0.5]).length).toBe(0.75 * RATE);
  });

  test('takes the coarse clock of a container for what it is', () => {
    expect(streamed([0, 0.5], [0.52, 0.5]).length).toBe(RATE);
  });

  test('goes on when the rate of the file changes on the way', () => {
    const stream = new SpeechStream();
    const samples = concatenate([
      stream.push({
        samples: tone({ hertz: 500, seconds: 1, sampleRateHz: 48_000 }),
        sampleRateHz: 48_000,
        startSeconds: 0,
      }),
      stream.push({
        samples: tone({ hertz: 500, seconds: 1, sampleRateHz: 44_100 }),
        sampleRateHz: 44_100,
        startSeconds: 1,
      }),
      stream.flush(),
    ]);
    expect(samples.length).toBe(2 * RATE);
    expect(component(samples.subarray(1.2 * RATE, 1.8 * RATE), 500, RATE).amplitude).toBeCloseTo(
      0.5,
      2,
    );
  });
});

describe('the cutter', () => {
  test('gives pieces of one length and the rest at the end', () => {
    const cutter = new PieceCutter(4);
    const given = [
      cutter.push(Float32Array.of(1, 2, 3)),
      cutter.push(Float32Array.of(4, 5, 6, 7, 8, 9)),
      cutter.flush(),
    ].map((pieces) => pieces.map((piece) => [...piece]));
    expect(given).toEqual([
      [],
      [
        [1, 2, 3, 4],
        [5, 6, 7, 8],
      ],
      [[9]],
    ]);
  });

  test('has nothing left after a whole piece', () => {
    const cutter = new PieceCutter(2);
    cutter.push(Float32Array.of(1, 2));
    expect(cutter.flush()).toEqual([]);
  });
});
