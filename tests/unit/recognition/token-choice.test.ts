import { describe, expect, test } from 'vitest';
import { chooseToken, logSumExp, seededRandom } from '../../../workers/recognition/token-choice';

const LOGITS = Float32Array.of(2, 5, 1, 4, -3);
const NOTHING_MASKED = new Uint8Array(5);
const greedy = { temperature: 0, random: () => 0 };

describe('the next token', () => {
  test('is the likeliest, with probabilities that sum to one', () => {
    const { token, logProbability, runnerUpLogProbability } = chooseToken(
      LOGITS,
      NOTHING_MASKED,
      greedy,
    );
    expect(token).toBe(1);
    expect(logProbability - runnerUpLogProbability).toBeCloseTo(1);
    const sum = [...LOGITS].reduce(
      (total, logit) => total + Math.exp(logit - logSumExp(LOGITS)),
      0,
    );
    expect(sum).toBeCloseTo(1);
  });

  test('is never a masked one, whose share of probability is kept all the same', () => {
    const { token, logProbability } = chooseToken(LOGITS, Uint8Array.of(0, 1, 0, 0, 0), greedy);
    expect(token).toBe(3);
    expect(logProbability).toBeCloseTo(4 - logSumExp(LOGITS));
  });

  test('is drawn in proportion to its probability when hot, the same for the same seed', () => {
    const draw = (seed: number): number[] => {
      const random = seededRandom(seed);
      return Array.from(
        { length: 4000 },
        () => chooseToken(LOGITS, Uint8Array.of(1, 0, 1, 0, 1), { temperature: 1, random }).token,
      );
    };
    const tokens = draw(7);
    expect(new Set(tokens)).toEqual(new Set([1, 3]));
    const share = tokens.filter((token) => token === 1).length / tokens.length;
    expect(share).toBeCloseTo(Math.E / (1 + Math.E), 1);
    expect(draw(7)).toEqual(tokens);
    expect(draw(8)).not.toEqual(tokens);
  });
});
