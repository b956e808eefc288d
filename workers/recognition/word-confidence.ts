import { CALIBRATION } from './calibration-table';

/** What the decoder lets see of how sure it is of a word. */
export interface WordEvidence {
  /** Probability of its least sure token. */
  readonly probability: number;
  /** Mean log-probability of the window's text. */
  readonly score: number;
}

/** Keeps log-odds finite. */
const NEARLY = 1e-4;

/**
 * The evidence as the numbers that the calibration weighs, a constant 1 first. The margin to the runner-up and the share
 * of the n-best texts that have the word were tried beside them: they tell right from wrong no better (area under the
 * curve 0.861 without, 0.862 with both).
 */
export function signs({ probability, score }: WordEvidence): number[] {
  const p = Math.min(Math.max(probability, NEARLY), 1 - NEARLY);
  return [1, Math.log(p / (1 - p)), score];
}

/** How often a word with this evidence is right; measured, see `tests/bench/calibration.ts`. */
export function wordConfidence(evidence: WordEvidence): number {
  const sum = signs(evidence).reduce((total, sign, i) => total + sign * (CALIBRATION[i] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}
