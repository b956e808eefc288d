import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readConfig, type WhisperConfig } from '../../../workers/recognition/graph/whisper-config';
import { readDecoder } from '../../../workers/recognition/graph/whisper-weights';
import type { GraphDecoder } from '../../../workers/recognition/graph-decoder';
import type { Features } from '../../../workers/recognition/speech-front-end';
import { frenchPrompt } from '../../../workers/recognition/whisper-tokens';
import {
  built,
  cut,
  generation,
  graphDecoder,
  hasSpeech,
  heard,
  madeUpVoice,
  open,
  published,
  runtime,
} from './base-model';
import { StepReference } from './step-reference';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const files = published();
const prompt = frenchPrompt(generation(files));
const rules = {
  first: prompt.isSuppressedFirst,
  later: prompt.isSuppressed,
  end: prompt.endOfText,
};

/** Log-probability of a token from a row of logits. */
function chance(row: Float32Array, token: number): number {
  const top = row.reduce((a, b) => Math.max(a, b));
  return row[token]! - top - Math.log(row.reduce((sum, logit) => sum + Math.exp(logit - top), 0));
}

let decoder: GraphDecoder;
let reference: StepReference;
let features: Features;
let config: WhisperConfig;

beforeAll(async () => {
  const graphs = built(files);
  decoder = await graphDecoder(files, graphs);
  features = cut(await (hasSpeech ? heard('human/consulat.wav', 0, 8) : madeUpVoice(8)), 8);
  const encoder = await open(graphs.encoder);
  const { data, melBins, frames } = features;
  const input = new runtime.Tensor('float32', data, [1, melBins, frames]);
  const { last_hidden_state: states } = await encoder.run({ input_features: input });
  config = readConfig(files.config, files.generationConfig);
  reference = await StepReference.open(readDecoder(files.decoder, config), config, states!);
});

describe('the decoder graph', () => {
  test('gives what a loop outside of it gives: tokens, their probability and the next best one’s', async () => {
    const { tokens, logits, start } = await reference.greedy(prompt.tokens, { ...rules, most: 40 });
    const { hypotheses, noSpeechProbability } = await decoder.decode(features, {
      temperature: 0,
      beams: 1,
      maxNewTokens: 40,
    });
    expect(hypotheses).toHaveLength(1);
    const [heardText] = hypotheses;
    expect(heardText.tokens).toEqual(tokens);
    tokens.forEach((token, i) => {
      const isForbidden = i === 0 ? prompt.isSuppressedFirst : prompt.isSuppressed;
      const others = logits[i]!.map((logit, other) =>
        other === token || isForbidden(other) ? -Infinity : logit,
      );
      const second = others.reduce((best, logit, j) => (logit > others[best]! ? j : best), 0);
      expect(heardText.logProbabilities[i]).toBeCloseTo(chance(logits[i]!, token), 3);
      expect(heardText.runnerUpLogProbabilities[i]).toBeCloseTo(chance(logits[i]!, second), 3);
    });
    expect(noSpeechProbability).toBeCloseTo(Math.exp(chance(start, prompt.noSpeech)), 5);
  });

  test.each([2, 5])('finds the texts of a plain search with %i beams', async (width) => {
    const texts = await reference.beams(prompt.tokens, { ...rules, width, most: 16 });
    const { hypotheses } = await decoder.decode(features, {
      temperature: 0,
      beams: width,
      maxNewTokens: 16,
    });
    const count = Math.min(3, width);
    expect(hypotheses.map(({ tokens }) => tokens)).toEqual(
      texts.slice(0, count).map(({ tokens }) => tokens),
    );
    hypotheses.forEach(({ score }, i) => expect(score).toBeCloseTo(texts[i]!.score, 3));
  });

  test.each([1, 4])(
    'says where each token was heard, and the end, with %i beams',
    async (beams) => {
      const decoding = await decoder.decode(features, { temperature: 0, beams, maxNewTokens: 200 });
      const [{ tokens }] = decoding.hypotheses;
      const { weights, ...shape } = decoding.alignment;
      expect(shape).toEqual({ heads: 8, tokens: tokens.length + 1, frames: 400 });
      for (let row = 0; row < weights.length / 400; row++) {
        const sum = weights.subarray(row * 400, (row + 1) * 400).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(1, 3);
      }
    },
  );

  test('gives the same again for a second try, and other texts when it draws', async () => {
    const at = (temperature: number) =>
      decoder.decode(features, { temperature, beams: 1, maxNewTokens: 24 });
    const tokensAt = async (temperature: number) => (await at(temperature)).hypotheses[0].tokens;
    expect(await at(0)).toEqual(await at(0));
    const drawn = await tokensAt(1);
    expect(drawn).not.toEqual(await tokensAt(0));
    expect(await tokensAt(1)).toEqual(drawn);
    expect(drawn.some(prompt.isSuppressed)).toBe(false);
    // Hardly any noise changes nothing.
    expect(await tokensAt(1e-4)).toEqual(await tokensAt(0));
  });

  test('stops at the most tokens it may write', async () => {
    for (const beams of [1, 5]) {
      const { hypotheses } = await decoder.decode(features, {
        temperature: 0,
        beams,
        maxNewTokens: 3,
      });
      expect(hypotheses[0].tokens.length).toBeLessThanOrEqual(3);
      expect(hypotheses[0].tokens.length).toBeGreaterThan(0);
    }
  });

  test('goes on behind a text that is already known, to the end of it', async () => {
    const options = { temperature: 0, beams: 1, maxNewTokens: 40 };
    const tokensOf = async (after: readonly number[]) =>
      (await decoder.decode(features, { ...options, after })).hypotheses[0].tokens;
    const tokens = await tokensOf([]);
    expect(tokens.length).toBeGreaterThan(4);
    expect(await tokensOf(tokens.slice(0, 4))).toEqual(tokens.slice(4));
    expect(await tokensOf(tokens)).toEqual([]);
  });

  test('refuses what would hang or lie: no numbers, odd frames, too many beams, too long a prompt', async () => {
    const options = { temperature: 0, beams: 1, maxNewTokens: 3 };
    const broken = { ...features, data: features.data.map(() => NaN) };
    await expect(decoder.decode(broken, options)).rejects.toThrow('no number');
    await expect(
      decoder.decode({ ...features, data: features.data.slice(), frames: 799 }, options),
    ).rejects.toThrow('even number');
    await expect(decoder.decode(features, { ...options, beams: 9 })).rejects.toThrow(
      '1 to 8 beams',
    );
    const long = { ...prompt, tokens: new Array<number>(225).fill(50_361) };
    expect(() =>
      Reflect.construct(decoder.constructor, [runtime, { prompt: long, vocabulary: 51_865 }]),
    ).toThrow('The prompt has 225 tokens; Whisper reads at most 224.');
  });
});
