/** A loop is a run of the same 1 to 24 tokens, said at least this many times and over at least `MIN_TOKENS`. */
const MIN_REPEATS = 4;
const MIN_TOKENS = 12;
const MAX_PERIOD = 24;

/** Number of times the last `period` tokens come one after the other at the end. */
function repeatsAtEnd(tokens: readonly number[], period: number): number {
  let same = 0;
  for (let i = tokens.length - 1 - period; i >= 0 && tokens[i] === tokens[i + period]; i--) same++;
  return 1 + Math.floor(same / period);
}

/**
 * Where a decoder that repeats itself began to: the number of tokens to keep, with one copy of what is repeated;
 * undefined where the end is no loop.
 */
export function loopAtEnd(tokens: readonly number[]): number | undefined {
  for (let period = 1; period <= MAX_PERIOD; period++) {
    if (tokens.length < period * MIN_REPEATS) return undefined;
    const repeats = repeatsAtEnd(tokens, period);
    if (repeats >= MIN_REPEATS && repeats * period >= MIN_TOKENS)
      return tokens.length - (repeats - 1) * period;
  }
  return undefined;
}

/** Nobody says so many tokens twice within a few seconds. */
const NEVER_SAID_TWICE = 6;

/** Where a short text first says again what it has said: the number of tokens before that; undefined where it never does. */
export function saidAgainAt(tokens: readonly number[]): number | undefined {
  const seen = new Set<string>();
  for (let at = 0; at + NEVER_SAID_TWICE <= tokens.length; at++) {
    const passage = tokens.slice(at, at + NEVER_SAID_TWICE).join(' ');
    if (seen.has(passage)) return at;
    seen.add(passage);
  }
  return undefined;
}
