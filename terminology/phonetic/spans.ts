import { ELIDED } from './closed-words';
import type { HeardToken } from './heard-tokens';
import type { Plausibility } from './plausibility';

/** One to four tokens next to one another, `from` to `to` excluded. */
export interface Span {
  readonly from: number;
  readonly to: number;
  /** Sum over its tokens. */
  readonly cost: number;
  readonly hasUnknown: boolean;
}

const MOST_WORDS = 4;
/** Below this everything in the span is too plausible to be touched. */
const LEAST_COST = 2.2;
const LEAST_KNOWN_COST = 3;
const SURE = 0.7;

/** The spans in which something sounds wrong. */
export function suspectSpans(
  tokens: readonly HeardToken[],
  judged: readonly Plausibility[],
): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < tokens.length; from++) {
    let cost = 0;
    let hasUnknown = false;
    for (let to = from + 1; to <= Math.min(tokens.length, from + MOST_WORDS); to++) {
      const token = tokens[to - 1];
      const judgement = judged[to - 1];
      if (token === undefined || judgement === undefined || token.role === 'barrier') break;
      if (to > from + 1 && token.joint === 'break') break;
      cost += judgement.cost;
      hasUnknown ||= !judgement.isKnown;
      if (ELIDED.has(token.lower) && tokens[to]?.joint === 'apostrophe') continue;
      if (tokens[to]?.joint === 'hyphen' && /[oi]$/.test(token.lower)) continue;
      const span = { from, to, cost, hasUnknown };
      if (isSuspect(span, tokens)) spans.push(span);
    }
  }
  return spans;
}

function isSuspect({ from, to, cost, hasUnknown }: Span, tokens: readonly HeardToken[]): boolean {
  if (cost < LEAST_COST) return false;
  const first = tokens[from];
  if (first === undefined) return false;
  if (to === from + 1)
    return (
      first.role === 'content' &&
      (hasUnknown || first.confidence <= SURE || cost >= LEAST_KNOWN_COST)
    );
  const hasNumber = tokens.slice(from, to).some(({ role }) => role === 'number');
  if (!hasNumber) return true;
  return (
    first.role === 'number' &&
    hasUnknown &&
    tokens.slice(from + 1, to).every(({ role }) => role === 'content')
  );
}
