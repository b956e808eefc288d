/**
 * Weights of the signs of `word-confidence.ts`: constant, log-odds of the least sure token, mean log-probability
 * of the window. Logistic regression on Whisper small, five beams,
 * over the words of all texts of ../shared/speech, in all their voices; written by
 * `npx tsx tests/bench/calibration.ts --write`. Without that it says what such a table is worth on a text it was not fitted on.
 */
export const CALIBRATION = [0.5908, 0.7744, 1.5439] as const;
