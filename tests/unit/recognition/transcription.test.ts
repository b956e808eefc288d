import { describe, expect, test } from 'vitest';
import type { WindowDecoder } from '../../../workers/recognition/decoder';
import {
  Transcription,
  type Recogniser,
  type TranscriptionEvent,
} from '../../../workers/recognition/transcription';

const SAMPLE_RATE = 16_000;
const FRAMES_PER_SECOND = 100;

/** One bin: the first sample of each frame. */
function featuresOf(samples: Float32Array) {
  const step = SAMPLE_RATE / FRAMES_PER_SECOND;
  const data = samples.filter((_, index) => index % step === 0);
  return { data, melBins: 1, frames: data.length };
}

/** Sound that is loud where there is a voice; stretches in seconds. */
function soundOf(...stretches: [level: number, seconds: number][]): Float32Array {
  const sound = new Float32Array(
    stretches.reduce((sum, [, seconds]) => sum + seconds * SAMPLE_RATE, 0),
  );
  let at = 0;
  for (const [level, seconds] of stretches) sound.fill(level, at, (at += seconds * SAMPLE_RATE));
  return sound;
}

/** Hears a voice where it is loud, and writes one word a window: how many seconds of loud sound it was given. */
function recogniser(): Recogniser {
  const noAlignment = { heads: 0, tokens: 0, frames: 0, weights: new Float32Array() };
  const decoder: WindowDecoder = {
    decode: ({ data }) =>
      Promise.resolve({
        hypotheses: [
          {
            tokens: [Math.round(data.filter((sample) => sample > 0.5).length / FRAMES_PER_SECOND)],
            logProbabilities: [0],
            runnerUpLogProbabilities: [-5],
            score: -0.1,
          },
        ],
        noSpeechProbability: 0,
        alignment: noAlignment,
      }),
    dispose: () => Promise.resolve(),
  };
  return {
    modelId: 'fake',
    decoder,
    frontEnd: {
      features: (samples) => Promise.resolve(featuresOf(samples)),
      textOf: (tokens) => tokens.map((token) => ` ${token}`).join(''),
    },
    listen: () => (frame) => Promise.resolve(frame.some((sample) => sample > 0.5) ? 0.9 : 0.1),
  };
}

interface Run {
  readonly outcome: Awaited<ReturnType<Transcription['run']>>;
  readonly windows: Extract<TranscriptionEvent, { kind: 'window' }>[];
  readonly progress: number[];
  readonly longestRead: number;
}

async function run(sound: Float32Array, fromSample = 0): Promise<Run> {
  const events: TranscriptionEvent[] = [];
  let longestRead = 0;
  const outcome = await new Transcription(
    recogniser(),
    { sampleCount: sound.length, fromSample },
    {
      read: (start, count) => {
        longestRead = Math.max(longestRead, count);
        return Promise.resolve(sound.slice(start, start + count));
      },
      onEvent: (event) => void events.push(event),
    },
  ).run();
  return {
    outcome,
    windows: events.filter((event) => event.kind === 'window'),
    progress: events.flatMap((event) => (event.kind === 'progress' ? [event.secondsDone] : [])),
    longestRead,
  };
}

const textsOf = ({ windows }: Run): string[] =>
  windows.flatMap(({ segments }) => segments.flatMap(({ words }) => words.map(({ text }) => text)));

describe('a transcription', () => {
  test('gives each stretch of speech once, in order, and never hears silence', async () => {
    const sound = soundOf([0, 5], [1, 10], [0, 30], [1, 20], [0, 1], [1, 15], [0, 60]);
    const heard = await run(sound);
    expect(heard.outcome).toEqual({ ok: true, value: { windows: 3 } });
    expect(textsOf(heard)).toEqual(['10', '20', '15']);
    expect(heard.windows.map(({ start, end }) => [Math.round(start), Math.round(end)])).toEqual([
      [5, 15],
      [45, 65],
      [66, 81],
    ]);
    expect(heard.progress.at(-1)).toBe(sound.length / SAMPLE_RATE);
    expect(heard.progress).toEqual([...heard.progress].sort((a, b) => a - b));
  });

  test('goes on from where a window ended, without losing or repeating', async () => {
    const sound = soundOf([0, 1], [1, 10], [0, 2], [1, 20], [0, 1], [1, 15], [0, 3]);
    const whole = await run(sound);
    const rest = await run(sound, whole.windows[0]!.nextSample);
    expect([textsOf(whole)[0], ...textsOf(rest)]).toEqual(textsOf(whole));
    const nothingLeft = await run(sound, whole.windows.at(-1)!.nextSample);
    expect(nothingLeft.outcome).toEqual({ ok: true, value: { windows: 0 } });
  });

  test('says when there is no voice at all', async () => {
    expect((await run(soundOf([0, 20]))).outcome).toEqual({
      ok: false,
      kind: 'no-speech',
      detail: '',
    });
    expect((await run(new Float32Array(0))).outcome.ok).toBe(false);
  });

  test('bears broken samples and a source that ends too soon', async () => {
    const sound = soundOf([0, 1], [1, 8], [0, 2]);
    sound.fill(NaN, SAMPLE_RATE * 9);
    expect(textsOf(await run(sound))).toEqual(['8']);
    const events: TranscriptionEvent[] = [];
    const outcome = await new Transcription(
      recogniser(),
      { sampleCount: sound.length * 2, fromSample: 0 },
      {
        read: (start, count) => Promise.resolve(sound.slice(start, start + count)),
        onEvent: (event) => void events.push(event),
      },
    ).run();
    expect(outcome.ok).toBe(true);
  });

  test('reads a long sound in small pieces and cuts speech without pause', async () => {
    const heard = await run(soundOf([1, 100], [0, 200]));
    expect(
      textsOf(heard)
        .map(Number)
        .reduce((a, b) => a + b),
    ).toBe(100);
    expect(Math.max(...textsOf(heard).map(Number))).toBeLessThanOrEqual(28);
    expect(heard.longestRead).toBeLessThanOrEqual(28 * SAMPLE_RATE);
  });
});
