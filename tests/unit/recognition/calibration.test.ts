import { describe, expect, test } from 'vitest';
import { calibrationError, fitted } from '../../bench/recognition/logistic';

describe('the calibration bench', () => {
  test('says how far confidence lies from how often it is right', () => {
    const word = (confidence: number, isRight: boolean) => ({ confidence, isRight });
    const honest = [...Array.from({ length: 10 }, (_, i) => word(0.7, i < 7)), word(1, true)];
    expect(calibrationError(honest)).toBeCloseTo(0);
    expect(calibrationError([word(0.9, false), word(0.9, false)])).toBeCloseTo(0.9);
    expect(calibrationError([word(0.15, false), word(0.95, true)])).toBeCloseTo(0.1);
    expect(calibrationError([])).toBe(0);
  });

  test('finds the odds that examples were drawn with', () => {
    // Of a thousand examples at each sign, as many are right as odds of 0.5 + 2 × sign have it.
    const examples = [-1, -0.5, 0, 0.5, 1].flatMap((sign) => {
      const right = Math.round(1000 / (1 + Math.exp(-(0.5 + 2 * sign))));
      return Array.from({ length: 1000 }, (_, i) => ({ signs: [1, sign], isRight: i < right }));
    });
    const [constant, slope] = fitted(examples);
    expect(constant).toBeCloseTo(0.5, 1);
    expect(slope).toBeCloseTo(2, 1);
  });
});
