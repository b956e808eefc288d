import { FLOAT, GraphBuilder, type Port, type Value } from './graph-builder';
import { gather } from './layers';

/** Tokens that wait before they join the older ones: the long blocks of the heap keep their size for as many passes. */
const MOST_RECENT = 16;

interface Memory {
  /** `[beams, heads, tokens, head width]`, two a layer. */
  readonly older: readonly Value[];
  readonly recent: readonly Value[];
}

/** One branch: the older tokens in the order of their new beams, with the recent ones behind them or without. */
function branch(
  around: GraphBuilder,
  { older, recent, parents }: Memory & { readonly parents: Value },
  joins: boolean,
): ReturnType<GraphBuilder['graph']> {
  const name = joins ? 'join' : 'wait';
  const g = new GraphBuilder(`${name}.`, around);
  const outputs = older.map((values, i): Port => {
    const ordered = gather(g, values, parents);
    const all = joins
      ? g.node('Concat', [ordered, recent[i] ?? ''], { attributes: { axis: 2 } })
      : ordered;
    return { name: all, type: FLOAT };
  });
  return g.graph(name, [], outputs);
}

/** The memory of the next pass, in the order of its beams. */
export function remembered(
  g: GraphBuilder,
  { older, recent, parents }: Memory & { readonly parents: Value },
): Memory {
  const ordered = recent.map((values) => gather(g, values, parents));
  const count = g.node('Shape', [ordered[0] ?? ''], { attributes: { start: 2, end: 3 } });
  const isFull = g.node('GreaterOrEqual', [count, g.integers(MOST_RECENT)]);
  const memory = { older, recent: ordered, parents };
  const next = older.map((_, i) => g.fresh(`older_${i}`));
  g.node('If', [g.node('Squeeze', [isFull])], {
    attributes: {
      then_branch: { graph: branch(g, memory, true) },
      else_branch: { graph: branch(g, memory, false) },
    },
    outputs: next,
  });
  const kept = g.node('Where', [isFull, count, g.integers(0)]);
  return {
    older: next,
    recent: ordered.map((values) => g.node('Slice', [values, kept, count, g.integers(2)])),
  };
}
