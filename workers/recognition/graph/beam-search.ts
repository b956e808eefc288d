import { type GraphBuilder, type Value } from './graph-builder';
import { add, cast, gather } from './layers';
import type { WhisperConfig } from './whisper-config';

/** Low enough to lose against any text, high enough to stay finite in sums. */
export const IMPOSSIBLE = -1e30;

/** Names of the graph's inputs that the search reads in every pass. */
export const SEARCH_INPUTS = {
  beams: 'beams',
  lengthPenalty: 'length_penalty',
  noise: 'noise',
} as const;

export interface SearchState {
  /** Logits `[beams in, vocabulary]`. */
  readonly logits: Value;
  /** Added to the logits, `[vocabulary]`. */
  readonly mask: Value;
  /** Sum of log-probabilities `[beams in]`. */
  readonly scores: Value;
  /** Tokens of each text so far, scalar int64: the number of this pass, from 0. */
  readonly length: Value;
  /** Best normalised score of a text that ended, scalar. */
  readonly bestEnd: Value;
}

export interface SearchResult {
  /** `[beams]`, int64. */
  readonly tokens: Value;
  readonly parents: Value;
  /** `[beams]`. */
  readonly scores: Value;
  /** Log-probability before the mask of each chosen token, and of the best other one that the mask allows: `[beams]`. */
  readonly logProbabilities: Value;
  readonly runnersUp: Value;
  /** Normalised score of each incoming text if it ended here, `[beams]`; impossible where greedy search goes on. */
  readonly ends: Value;
  readonly bestEnd: Value;
  /** Whether a living text can still win, scalar. */
  readonly goesOn: Value;
}

const reduce = (g: GraphBuilder, x: Value): Value =>
  g.node('ReduceMax', [x], { attributes: { keepdims: 0 } });

const logSumExp = (g: GraphBuilder, x: Value): Value =>
  g.node('ReduceLogSumExp', [x], { attributes: { axes: [1], keepdims: 1 } });

const column = (g: GraphBuilder, x: Value): Value => g.node('Unsqueeze', [x, g.integers(1)]);

/** Coprime with any vocabulary that is no multiple of it: successive passes give a token values far apart. */
const NOISE_STRIDE = 7919;

/**
 * What is added to the scores of this pass: Gumbel noise times the temperature makes the best sum a draw at that
 * temperature, a single 0 leaves the choice to the scores. It comes from outside, so that a second run gives the same
 * text, and is turned by a stride from pass to pass.
 */
function noise(g: GraphBuilder, pass: Value): Value {
  const { noise: all } = SEARCH_INPUTS;
  const columns = g.node('Shape', [all]);
  const turn = g.node('Mod', [g.node('Mul', [pass, g.integers(NOISE_STRIDE)]), columns]);
  const part = (from: Value, to: Value): Value => g.node('Slice', [all, from, to, g.integers(0)]);
  return g.node('Concat', [part(turn, columns), part(g.integers(0), turn)], {
    attributes: { axis: 0 },
  });
}

/** `score / tokens ^ penalty`. */
export const normalised = (g: GraphBuilder, scores: Value, tokens: Value): Value =>
  g.node('Div', [scores, g.node('Pow', [cast(g, tokens), SEARCH_INPUTS.lengthPenalty])]);

function runnersUp(
  g: GraphBuilder,
  { masked, tokens, parents }: { masked: Value; tokens: Value; parents: Value },
): Value {
  const [values, indices] = [g.fresh('best'), g.fresh('best_index')];
  g.node('TopK', [masked, g.integers(2)], { attributes: { axis: 1 }, outputs: [values, indices] });
  const nth = (x: Value, n: number): Value => gather(g, gather(g, x, g.integer(n), 1), parents);
  const isFirst = g.node('Equal', [nth(indices, 0), tokens]);
  return g.node('Where', [isFirst, nth(values, 1), nth(values, 0)]);
}

/** Scores of texts that end here. With one beam a text ends only where the end beats every other token, as greedy search has it. */
function endings(
  g: GraphBuilder,
  state: SearchState,
  { total, ranked, best }: { total: Value; ranked: Value; best: Value },
): Pick<SearchResult, 'ends' | 'bestEnd'> & {
  readonly ended: Value;
  readonly isSingle: Value;
  readonly tokens: Value;
} {
  const tokens = add(g, state.length, g.integer(1));
  const isSingle = g.node('Equal', [g.node('Squeeze', [SEARCH_INPUTS.beams]), g.integer(1)]);
  const endOf = (x: Value): Value => gather(g, x, 'end_token', 1);
  const ended = g.node('Greater', [reduce(g, endOf(ranked)), best]);
  const isOpen = g.node('Or', [g.node('Not', [isSingle]), ended]);
  const flat = g.node('Reshape', [endOf(total), g.integers(-1)]);
  const candidates = g.node('Where', [isOpen, normalised(g, flat, tokens), g.float(IMPOSSIBLE)]);
  const missing = g.node('Sub', [SEARCH_INPUTS.beams, g.node('Shape', [candidates])]);
  const pads = g.node('Concat', [g.integers(0), missing], { attributes: { axis: 0 } });
  const ends = g.node('Pad', [candidates, pads, g.float(IMPOSSIBLE)]);
  return {
    ends,
    ended,
    isSingle,
    tokens,
    bestEnd: g.node('Max', [state.bestEnd, reduce(g, ends)]),
  };
}

/**
 * One choice of beam search: the best `beams` continuations of all texts together. The end token never continues a
 * text; the score it would give is put aside. Scores are log-probabilities over what the mask allows.
 */
export function searchStep(
  g: GraphBuilder,
  state: SearchState,
  config: WhisperConfig,
): SearchResult {
  const { logits, scores } = state;
  const masked = add(g, logits, state.mask);
  const chances = g.node('Sub', [masked, logSumExp(g, masked)]);
  const total = add(g, chances, column(g, scores));
  const ranked = add(g, total, noise(g, state.length));
  const flat = g.node('Reshape', [add(g, ranked, 'no_end'), g.integers(-1)]);
  const [best, chosen] = [g.fresh('top'), g.fresh('chosen')];
  g.node('TopK', [flat, SEARCH_INPUTS.beams], { attributes: { axis: 0 }, outputs: [best, chosen] });
  const parents = g.node('Div', [chosen, g.integer(config.vocabulary)]);
  const tokens = g.node('Mod', [chosen, g.integer(config.vocabulary)]);
  const pick = (x: Value): Value => gather(g, g.node('Reshape', [x, g.integers(-1)]), chosen);
  const all = gather(g, g.node('Reshape', [logSumExp(g, logits), g.integers(-1)]), parents);
  const next = pick(total);
  const end = endings(g, state, { total, ranked, best: reduce(g, best) });
  const canWin = g.node('Greater', [normalised(g, reduce(g, next), end.tokens), end.bestEnd]);
  return {
    tokens,
    parents,
    scores: next,
    logProbabilities: g.node('Sub', [pick(logits), all]),
    runnersUp: g.node('Sub', [runnersUp(g, { masked, tokens, parents }), all]),
    ends: end.ends,
    bestEnd: end.bestEnd,
    goesOn: g.node('And', [
      g.node('Or', [end.isSingle, canWin]),
      g.node('Not', [g.node('And', [end.isSingle, end.ended])]),
    ]),
  };
}
