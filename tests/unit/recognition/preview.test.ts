import { describe, expect, test } from 'vitest';
import type { Preview } from '../../../workers/recognition/preview';
import { previewOf } from '../../../workers/recognition/preview';
import type { Recogniser } from '../../../workers/recognition/transcription';
import { LivePreview, type PreviewText } from '../../../web/engine/live-preview';

const RATE = 16_000;

/** Sound that is loud where there is a voice; stretches in seconds. */
function soundOf(...stretches: [level: number, seconds: number][]): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    stretches.flatMap(([level, seconds]) => new Array<number>(seconds * RATE).fill(level)),
  );
}

const oneWordASecond = (seconds: number): readonly number[] =>
  Array.from({ length: seconds }, (_, i) => i);

/** Writes the words of so many seconds, and notes how many frames the features had at each run. */
function recogniser(frames: number[] = [], wordsOf = oneWordASecond): Recogniser {
  return {
    modelId: 'fake',
    decoder: {
      decode: (features, { after = [], maxNewTokens }) => {
        frames.push(features.frames);
        const tokens = wordsOf(Math.round(features.frames / 100) - 1)
          .slice(after.length)
          .slice(0, maxNewTokens);
        const zeros = tokens.map(() => 0);
        return Promise.resolve({
          hypotheses: [
            { tokens, logProbabilities: zeros, runnerUpLogProbabilities: zeros, score: -0.2 },
          ],
          noSpeechProbability: 0,
          alignment: { heads: 0, tokens: 0, frames: 0, weights: new Float32Array() },
        });
      },
      dispose: () => Promise.resolve(),
    },
    frontEnd: {
      features: () => Promise.resolve({ data: new Float32Array(3000), melBins: 1, frames: 3000 }),
      textOf: (tokens) => tokens.map((token) => ` mot${token}`).join(''),
    },
    listen: () => (frame) => Promise.resolve(frame.some((sample) => sample > 0.5) ? 0.9 : 0.1),
  };
}

describe('a preview', () => {
  test('of a voice that goes on is open, with a context hardly longer than the sound', async () => {
    const frames: number[] = [];
    const preview = await previewOf(recogniser(frames), soundOf([1, 8]));
    expect(preview).toEqual({
      text: 'mot0 mot1 mot2 mot3 mot4 mot5 mot6 mot7',
      settledSamples: 0,
    });
    await previewOf(recogniser(frames), soundOf([1, 2]));
    expect(frames).toEqual([900, 700]);
  });

  test('of a voice that says more than most is whole', async () => {
    const frames: number[] = [];
    const fast = (seconds: number) => oneWordASecond(7 * seconds);
    const { text } = await previewOf(recogniser(frames, fast), soundOf([1, 8]));
    expect(text.split(' ')).toHaveLength(56);
    expect(frames).toEqual([900, 900, 900]);
  });

  test('of what the recogniser repeats without an end has it once, and soon', async () => {
    const frames: number[] = [];
    const loop = () => [0, 1, ...Array.from({ length: 400 }, (_, i) => 2 + (i % 3))];
    const { text } = await previewOf(recogniser(frames, loop), soundOf([1, 9]));
    expect(text).toBe('mot0 mot1 mot2 mot3 mot4');
    expect(frames).toHaveLength(1);
  });

  test('is settled at the last pause once it is long', async () => {
    const sound = soundOf([1, 4], [0, 1], [1, 2]);
    const { settledSamples } = await previewOf(recogniser(), sound);
    expect(settledSamples / RATE).toBeGreaterThan(4);
    expect(settledSamples / RATE).toBeLessThan(5);
  });

  test('is settled behind a voice that has paused, and when a voice never does', async () => {
    const paused = await previewOf(recogniser(), soundOf([1, 4], [0, 1]));
    expect(paused.settledSamples / RATE).toBeCloseTo(4.2, 0);
    const breathless = await previewOf(recogniser(), soundOf([1, 12]));
    expect(breathless.settledSamples).toBe(12 * RATE);
  });

  test('of silence is nothing, and the silence is not heard again', async () => {
    const frames: number[] = [];
    const preview = await previewOf(recogniser(frames), soundOf([0, 3]));
    expect(preview.text).toBe('');
    expect(preview.settledSamples / RATE).toBeCloseTo(2.8, 1);
    expect(frames).toEqual([]);
  });
});

describe('the live preview', () => {
  const settle = (): Promise<void> => new Promise((done) => setTimeout(done));

  function live(answers: (Preview | undefined | Error)[]) {
    const shown: PreviewText[] = [];
    const heard: number[] = [];
    const preview = new LivePreview(
      (samples) => {
        heard.push(samples.length / RATE);
        const answer = answers.shift();
        return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
      },
      (text) => shown.push(text),
    );
    return { preview, shown, heard };
  }

  test('hears what is not settled again with what is new, and keeps what is settled', async () => {
    const { preview, shown, heard } = live([
      { text: 'Le pas', settledSamples: 0 },
      { text: 'Le patient.', settledSamples: 2 * RATE },
      { text: 'Il dort', settledSamples: 0 },
    ]);
    for (const sound of [soundOf([1, 1]), soundOf([1, 2]), soundOf([1, 1])]) {
      preview.push(sound);
      await settle();
    }
    expect(heard).toEqual([1, 3, 2]);
    expect(shown).toEqual([
      { settled: '', open: 'Le pas' },
      { settled: 'Le patient.', open: '' },
      { settled: 'Le patient.', open: 'Il dort' },
    ]);
  });

  test('waits for a second of sound, and passes over what it could not hear in time', async () => {
    const { preview, shown, heard } = live([
      undefined,
      { text: 'enfin', settledSamples: 10 * RATE },
    ]);
    preview.push(soundOf([1, 0.5]));
    await settle();
    expect(heard).toEqual([]);
    preview.push(soundOf([1, 19]));
    await settle();
    preview.push(soundOf([1, 1]));
    await settle();
    expect(heard).toEqual([10, 10]);
    expect(shown).toEqual([{ settled: '[…] enfin', open: '' }]);
  });

  test('stops for good where it cannot be heard, and when it is told to', async () => {
    const broken = live([new Error('missing-model')]);
    broken.preview.push(soundOf([1, 2]));
    await settle();
    broken.preview.push(soundOf([1, 2]));
    await settle();
    expect(broken.heard).toEqual([2]);
    const stopped = live([{ text: 'Le', settledSamples: 0 }]);
    stopped.preview.stop();
    stopped.preview.push(soundOf([1, 2]));
    await settle();
    expect([stopped.heard, stopped.shown]).toEqual([[], []]);
  });
});
