/**
 * Weights of the signs of `word-confidence.ts`: constant, log-odds of the least sure token, mean log-probability
 * of the window. Logistic regression on Whisper small, five beams,
 * over words of ../shared/speech (cardio, dermato, endo, gastro, poem-131, poem-41, poem-68); written by
 * `npx tsx tests/bench/calibration.ts --write`, which also says what it is worth on the other texts.
 */
export const CALIBRATION = [0.7074, 0.6694, 0.8334] as const;
