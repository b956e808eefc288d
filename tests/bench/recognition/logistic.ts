/** One example: what is seen, the constant 1 included, and whether it was right. */
export interface Example {
  readonly signs: readonly number[];
  readonly isRight: boolean;
}

/** How probable it is by these weights that it is right. */
export const chance = (weights: readonly number[], signs: readonly number[]): number =>
  1 / (1 + Math.exp(-signs.reduce((sum, sign, i) => sum + sign * (weights[i] ?? 0), 0)));

/** Keeps weights finite where a sign tells right from wrong alone. */
const RIDGE = 1;
const STEPS = 50;

/** Logistic regression by Newton's method with a light ridge; the same examples give the same weights. */
export function fitted(examples: readonly Example[]): number[] {
  const size = examples[0]?.signs.length ?? 0;
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const curvature = weights.map((_, i) => weights.map((__, j) => (i === j ? RIDGE : 0)));
    for (const { signs, isRight } of examples) {
      const p = chance(weights, signs);
      signs.forEach((sign, i) => {
        gradient[i]! += ((isRight ? 1 : 0) - p) * sign;
        signs.forEach((other, j) => (curvature[i]![j]! += p * (1 - p) * sign * other));
      });
    }
    const change = solved(curvature, gradient);
    weights = weights.map((weight, i) => weight + change[i]!);
  }
  return weights;
}

/** Gaussian elimination; the matrix is positive definite. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  rows.forEach((pivot, i) => {
    rows.slice(i + 1).forEach((row) => {
      const factor = row[i]! / pivot[i]!;
      pivot.forEach((value, j) => (row[j]! -= factor * value));
    });
  });
  const found = new Array<number>(rows.length).fill(0);
  for (let i = rows.length - 1; i >= 0; i--) {
    const known = found.reduce((sum, value, j) => (j > i ? sum + value * rows[i]![j]! : sum), 0);
    found[i] = (rows[i]!.at(-1)! - known) / rows[i]![i]!;
  }
  return found;
}

const BINS = 10;

/** Expected calibration error over ten bins of equal width. */
export function calibrationError(
  judged: readonly { readonly confidence: number; readonly isRight: boolean }[],
): number {
  const bins = Array.from({ length: BINS }, () => ({ right: 0, confidence: 0 }));
  for (const { confidence, isRight } of judged) {
    const bin = bins[Math.min(BINS - 1, Math.floor(confidence * BINS))]!;
    bin.confidence += confidence;
    bin.right += Number(isRight);
  }
  const distance = bins.reduce((sum, bin) => sum + Math.abs(bin.right - bin.confidence), 0);
  return judged.length === 0 ? 0 : distance / judged.length;
}
