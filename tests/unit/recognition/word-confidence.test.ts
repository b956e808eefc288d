import { describe, expect, test } from 'vitest';
import type { Hypothesis } from '../../../workers/recognition/decoder';
import { heardWords } from '../../../workers/recognition/heard-words';
import { wordConfidence } from '../../../workers/recognition/word-confidence';

describe('the confidence of a word', () => {
  const of = (probability: number, score = -0.3) => wordConfidence({ probability, score });

  test('rises with the probability of its tokens and of its window', () => {
    const rising = [0, 0.1, 0.3, 0.5, 0.7, 0.9, 1].map((probability) => of(probability));
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(of(0.6, -0.1)).toBeGreaterThan(of(0.6, -0.9));
  });

  test('is never quite sure, and finite', () => {
    expect(of(1)).toBeLessThan(1);
    expect(of(0)).toBeGreaterThan(0);
  });
});

const LEXICON = [' dix', ' dyspnée', ' de', ' repos', ' diverticules', ' disent', '.'];
const textOf = (tokens: readonly number[]): string =>
  tokens.map((token) => LEXICON[token] ?? '').join('');

const hypothesis = (tokens: number[], score: number, logProbability = -0.1): Hypothesis => ({
  tokens,
  logProbabilities: tokens.map(() => logProbability),
  runnerUpLogProbabilities: tokens.map(() => -3),
  score,
});

describe('the words of a window', () => {
  test('carry what the other texts have in their place, likeliest first and once', () => {
    const words = heardWords(
      [hypothesis([1, 2, 3, 6], -0.1), hypothesis([5, 2, 3], -0.2), hypothesis([0, 4, 2, 3], -0.3)],
      textOf,
    );
    expect(words.map(({ text, alternatives }) => [text, alternatives])).toEqual([
      ['dyspnée', ['disent', 'diverticules']],
      ['de', undefined],
      ['repos.', undefined],
    ]);
  });

  test('are less sure where the decoder is', () => {
    const sure = heardWords([hypothesis([1], -0.1, -0.01)], textOf);
    const unsure = heardWords([hypothesis([1], -0.1, -1.5)], textOf);
    expect(sure[0]!.confidence).toBeGreaterThan(unsure[0]!.confidence);
    expect(heardWords([hypothesis([], -0.1)], textOf)).toEqual([]);
  });
});
