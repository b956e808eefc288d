/** One step of decoding, from the logits of one position. */
export interface TokenChoice {
  readonly token: number;
  /** Natural-log probability of the token, before masks and temperature. */
  readonly logProbability: number;
  /** The same of the best other token that was allowed. */
  readonly runnerUpLogProbability: number;
}

/** log Σ exp of the logits: subtracted from a logit it gives its log-probability. */
export function logSumExp(logits: Float32Array): number {
  let max = -Infinity;
  for (const logit of logits) if (logit > max) max = logit;
  let sum = 0;
  for (const logit of logits) sum += Math.exp(logit - max);
  return max + Math.log(sum);
}

/** Numbers in [0, 1), the same for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The allowed tokens by logit: best and second. */
function bestTwo(logits: Float32Array, mask: Uint8Array): [number, number] {
  let best = -1;
  let second = -1;
  for (let token = 0; token < logits.length; token++) {
    if (mask[token] === 1) continue;
    const logit = logits[token] ?? -Infinity;
    if (best < 0 || logit > (logits[best] ?? 0)) {
      second = best;
      best = token;
    } else if (second < 0 || logit > (logits[second] ?? 0)) second = token;
  }
  return [best, second];
}

function sample(
  logits: Float32Array,
  mask: Uint8Array,
  { temperature, random, best }: { temperature: number; random: () => number; best: number },
): number {
  const peak = logits[best] ?? 0;
  const weight = (token: number): number =>
    mask[token] === 1 ? 0 : Math.exp(((logits[token] ?? -Infinity) - peak) / temperature);
  let total = 0;
  for (let token = 0; token < logits.length; token++) total += weight(token);
  let rest = random() * total;
  for (let token = 0; token < logits.length; token++) {
    rest -= weight(token);
    if (rest < 0) return token;
  }
  return best;
}

/**
 * The next token: the best allowed one at temperature 0, else one drawn in proportion to its probability.
 * @param mask 1 for each token that is not allowed.
 */
export function chooseToken(
  logits: Float32Array,
  mask: Uint8Array,
  { temperature, random }: { readonly temperature: number; readonly random: () => number },
): TokenChoice {
  const normaliser = logSumExp(logits);
  const [best, second] = bestTwo(logits, mask);
  const token = temperature === 0 ? best : sample(logits, mask, { temperature, random, best });
  const logProbability = (of: number): number => (logits[of] ?? -Infinity) - normaliser;
  return {
    token,
    logProbability: logProbability(token),
    runnerUpLogProbability: logProbability(token === best ? second : best),
  };
}
