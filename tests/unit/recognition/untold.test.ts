import { describe, expect, test } from 'vitest';
import type { WindowDecoder } from '../../../workers/recognition/decoder';
import type { Span } from '../../../workers/recognition/speech-spans';
import { Transcription, type TranscriptionEvent } from '../../../workers/recognition/transcription';
import { untold } from '../../../workers/recognition/untold';
import { layWindow } from '../../../workers/recognition/windows';

const RATE = 16_000;
const span = (start: number, end: number): Span => ({ start: start * RATE, end: end * RATE });

const left = (toldSeconds: number, spans: readonly [Span, ...Span[]]) =>
  untold(toldSeconds, spans, layWindow(spans, { from: 0, to: 60 * RATE }));

describe('voice without words', () => {
  test('is none where the text ends with the voice, or a breath before', () => {
    expect(left(3.9, [span(1, 5)])).toBeUndefined();
    expect(left(3, [span(1, 5)])).toBeUndefined();
  });

  test('is what follows the last word, from the pause behind it', () => {
    // Window time: 0.2 s of run-up, then pauses of at most 0.4 s.
    expect(left(4.2, [span(1, 5), span(5.4, 9), span(9.5, 12)])).toEqual({
      spans: [span(5.4, 9), span(9.5, 12)],
      from: 5.2 * RATE,
    });
  });

  test('begins in the middle of a voice that does not pause', () => {
    expect(left(4.2, [span(1, 20)])).toEqual({ spans: [span(5, 20)], from: 5 * RATE });
  });

  test('is not looked for where nothing was written, or hardly anything', () => {
    expect(left(0, [span(1, 10)])).toBeUndefined();
    expect(left(0.9, [span(1, 10)])).toBeUndefined();
  });
});

const FULL_STOP = 0;

/**
 * Writes one word a second, named by the level of the sound there, and ends after `most` words of any window with a full
 * stop, to which the rest is aligned.
 */
function forgetful(most: number): WindowDecoder {
  return {
    decode: ({ data, frames }) => {
      const tokens: number[] = [];
      for (let at = 20; at + 50 < frames && tokens.length < most; at += 100)
        tokens.push(Math.round((data[at + 50] ?? 0) * 100));
      const states = frames >> 1;
      const weights = new Float32Array((tokens.length + 2) * states).fill(1e-6);
      for (let token = 0; token <= tokens.length; token++) {
        const end = token === tokens.length ? states - 1 : 10 + 50 * (token + 1);
        weights.fill(1, token * states + 10 + 50 * token, token * states + end);
      }
      weights[weights.length - 1] = 1;
      tokens.push(FULL_STOP);
      return Promise.resolve({
        hypotheses: [
          {
            tokens,
            logProbabilities: tokens.map(() => 0),
            runnerUpLogProbabilities: tokens.map(() => -5),
            score: -0.1,
          },
        ],
        noSpeechProbability: 0,
        alignment: { heads: 1, tokens: tokens.length + 1, frames: states, weights },
      });
    },
    dispose: () => Promise.resolve(),
  };
}

/** A voice of 24 s without a pause, a little louder each second, heard by a decoder that ends early. */
async function hearRising(most: number) {
  const sound = new Float32Array(30 * RATE);
  for (let second = 0; second < 24; second++)
    sound.fill(0.51 + second / 100, (2 + second) * RATE, (3 + second) * RATE);
  const windows: Extract<TranscriptionEvent, { kind: 'window' }>[] = [];
  await new Transcription(
    {
      modelId: 'fake',
      decoder: forgetful(most),
      frontEnd: {
        features: (samples) => {
          const data = samples.filter((_, index) => index % 160 === 0);
          return Promise.resolve({ data, melBins: 1, frames: data.length & ~1 });
        },
        textOf: (tokens) =>
          tokens.map((token) => (token === FULL_STOP ? '.' : ` ${token}`)).join(''),
      },
      listen: () => (frame) => Promise.resolve(frame.some((sample) => sample > 0.5) ? 0.9 : 0.1),
    },
    { sampleCount: sound.length, fromSample: 0 },
    {
      read: (start, count) => Promise.resolve(sound.slice(start, start + count)),
      onEvent: (event) => {
        if (event.kind === 'window') windows.push(event);
      },
    },
  ).run();
  const words = windows.flatMap(({ segments }) => segments.flatMap((segment) => segment.words));
  return { windows, words };
}

describe('a transcription', () => {
  test('hears again what a text left out, and nothing twice', async () => {
    const { windows, words } = await hearRising(10);
    expect(words.map(({ text }) => parseInt(text, 10))).toEqual(
      Array.from({ length: 24 }, (_, second) => 51 + second),
    );
    words.forEach(({ start }, second) => expect(start).toBeCloseTo(2 + second, 0));
    expect(windows.map(({ end }) => Math.round(end))).toEqual([12, 22, 26]);
  });

  test('gives up where texts end early again and again', async () => {
    const { windows, words } = await hearRising(2);
    expect(words).toHaveLength(8);
    expect(windows.map(({ nextSample }) => Math.round(nextSample / RATE))).toEqual([4, 6, 8, 30]);
  });
});
