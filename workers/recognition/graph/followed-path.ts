import { BOOL, GraphBuilder, INT64, type Port, type Value } from './graph-builder';
import { add, cast, gather } from './layers';

const SCALAR_BEAMS = 'scalar_beams';
const MOST = Number.MAX_SAFE_INTEGER;

/** The way back through one choice: the row of alignment it was made from, and the beam that row stood in. */
function backwards(around: GraphBuilder): ReturnType<GraphBuilder['graph']> {
  const g = new GraphBuilder('back.', around);
  const pass = g.node('Sub', [g.node('Sub', ['best_length', g.integer(1)]), 'back.in.step']);
  const at = add(g, g.node('Mul', [pass, SCALAR_BEAMS]), 'back.in.beam');
  const parent = gather(g, 'flat_parents', at);
  const row = add(g, g.node('Mul', [pass, SCALAR_BEAMS]), parent);
  const output = (name: string, type: number, value: Value): Port => ({
    name: g.node('Identity', [value], { outputs: [`back.out.${name}`] }),
    type,
  });
  return g.graph(
    'back',
    [
      { name: 'back.in.step', type: INT64, shape: [] },
      { name: 'back.in.goes_on', type: BOOL, shape: [] },
      { name: 'back.in.beam', type: INT64, shape: [] },
    ],
    [
      output('goes_on', BOOL, 'back.in.goes_on'),
      output('beam', INT64, parent),
      output('row', INT64, row),
    ],
  );
}

/**
 * `alignment [heads, tokens and end, states]` of the best text alone: rows of all beams would be 45 MB a window for
 * JavaScript to choose from. A text cut at the most tokens has no row for its end.
 * @param rows alignment of each pass, `[passes, beams, heads, states]`, half floats.
 */
export function followBestText(
  g: GraphBuilder,
  {
    rows,
    parents,
    heads,
  }: { readonly rows: Value; readonly parents: Value; readonly heads: number },
): void {
  const first = (x: Value): Value => gather(g, x, g.integer(0));
  g.node('Squeeze', ['beams'], { outputs: [SCALAR_BEAMS] });
  g.node('Reshape', [parents, g.integers(-1)], { outputs: ['flat_parents'] });
  g.node('Identity', [first('hypothesis_lengths')], { outputs: ['best_length'] });
  const slot = first('hypothesis_slots');
  const yes = g.node('Equal', [g.integer(0), g.integer(0)]);
  const [last, taken] = [g.fresh('last'), g.fresh('taken')];
  g.node('Loop', ['best_length', yes, slot], {
    attributes: { body: { graph: backwards(g) } },
    outputs: [last, taken],
  });
  const side = (axis: number): Value =>
    g.node('Shape', [rows], { attributes: { start: axis, end: axis + 1 } });
  const flat = g.node('Reshape', [
    rows,
    g.node('Concat', [g.integers(-1, heads), side(3)], { attributes: { axis: 0 } }),
  ]);
  const end = add(g, g.node('Mul', ['best_length', SCALAR_BEAMS]), slot);
  const from = g.integers(0);
  const forwards = g.node('Slice', [
    taken,
    g.integers(-1),
    g.integers(-MOST),
    from,
    g.integers(-1),
  ]);
  const all = g.node('Concat', [forwards, g.node('Reshape', [end, g.integers(1)])], {
    attributes: { axis: 0 },
  });
  const count = g.node('Min', [
    g.node('Unsqueeze', [add(g, 'best_length', g.integer(1)), from]),
    side(0),
  ]);
  const kept = g.node('Slice', [all, from, count, from]);
  const chosen = g.node('Transpose', [gather(g, flat, kept)], { attributes: { perm: [1, 0, 2] } });
  g.node('Identity', [cast(g, chosen)], { outputs: ['alignment'] });
}
