import { describe, expect, test } from 'vitest';
import type { WindowDecoder } from '../../../workers/recognition/decoder';
import type { Span } from '../../../workers/recognition/speech-spans';
import { Transcription, type TranscriptionEvent } from '../../../workers/recognition/transcription';
import { untold, type TimedText } from '../../../workers/recognition/untold';
import { layWindow } from '../../../workers/recognition/windows';

const RATE = 16_000;
const span = (start: number, end: number): Span => ({ start: start * RATE, end: end * RATE });

/** One token a word; words follow each other. */
const text = (...borders: number[]): TimedText => ({
  words: borders.slice(1).map((_, i) => ({ first: i, end: i + 1 })),
  boundaries: borders,
});

const left = (said: TimedText, ...spans: [Span, ...Span[]]) =>
  untold(said, spans, layWindow(spans, { from: 0, to: 60 * RATE }));

describe('voice without words', () => {
  test('is none where the text ends with the voice, or a breath before', () => {
    expect(left(text(0.2, 1, 2, 3, 3.9), span(1, 5))).toBeUndefined();
    expect(left(text(0.2, 1, 2, 3), span(1, 5))).toBeUndefined();
  });

  test('is what follows the last word, from the pause behind it', () => {
    const spans = [span(1, 5), span(5.4, 9), span(9.5, 12)] as const;
    // Window time: 0.2 s of run-up, then pauses of at most 0.4 s.
    expect(left(text(0.2, 2, 4.2), ...spans)).toEqual({
      spans: [span(5.4, 9), span(9.5, 12)],
      from: 5.2 * RATE,
      wordsBefore: 2,
    });
  });

  test('begins in the middle of a voice that does not pause', () => {
    expect(left(text(0.2, 2, 4.2), span(1, 20))).toEqual({
      spans: [span(5, 20)],
      from: 5 * RATE,
      wordsBefore: 2,
    });
  });

  test('begins with a word that lasts longer than any', () => {
    expect(left(text(0.2, 2, 6, 7, 9.1), span(1, 10))).toEqual({
      spans: [span(2.8, 10)],
      from: 2.8 * RATE,
      wordsBefore: 1,
    });
  });

  test('is not looked for again where the first word lasts so long, or nothing was written', () => {
    expect(left(text(0.2, 4, 5, 7, 9.1), span(1, 10))).toBeUndefined();
    expect(left({ words: [], boundaries: [] }, span(1, 10))).toBeUndefined();
    expect(left(text(0.2, 0.9), span(1, 10))).toBeUndefined();
  });
});

/** Writes one word a second, named by the level of the sound there, and ends after `most` words of any window. */
function forgetful(most: number): WindowDecoder {
  return {
    decode: ({ data, frames }) => {
      const tokens: number[] = [];
      for (let at = 20; at + 50 < frames && tokens.length < most; at += 100)
        tokens.push(Math.round((data[at + 50] ?? 0) * 100));
      const states = frames >> 1;
      const weights = new Float32Array((tokens.length + 1) * states).fill(1e-6);
      for (let token = 0; token <= tokens.length; token++) {
        const end = token === tokens.length ? states : 10 + 50 * (token + 1);
        weights.fill(1, token * states + 10 + 50 * token, token * states + end);
      }
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

test('a transcription hears again what a text left out, and nothing twice', async () => {
  const sound = new Float32Array(30 * RATE);
  // A voice of 24 s without a pause, a little louder each second.
  for (let second = 0; second < 24; second++)
    sound.fill(0.51 + second / 100, (2 + second) * RATE, (3 + second) * RATE);
  const windows: Extract<TranscriptionEvent, { kind: 'window' }>[] = [];
  const outcome = await new Transcription(
    {
      modelId: 'fake',
      decoder: forgetful(10),
      frontEnd: {
        features: (samples) => {
          const data = samples.filter((_, index) => index % 160 === 0);
          return Promise.resolve({ data, melBins: 1, frames: data.length & ~1 });
        },
        textOf: (tokens) => tokens.map((token) => ` ${token}`).join(''),
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
  expect(outcome).toEqual({ ok: true, value: { windows: 3 } });
  const words = windows.flatMap(({ segments }) => segments.flatMap((segment) => segment.words));
  expect(words.map((word) => Number(word.text))).toEqual(
    Array.from({ length: 24 }, (_, second) => 51 + second),
  );
  words.forEach(({ start }, second) => expect(start).toBeCloseTo(2 + second, 0));
  expect(windows.map(({ end }) => Math.round(end))).toEqual([12, 22, 26]);
});
