import { packAttribute, packEdge, type WordGraph } from '../lexicon/general-words';

export interface GraphWord {
  readonly form: string;
  readonly zipf: number;
  readonly capitalised: boolean;
}

interface Node {
  final: boolean;
  readonly edges: Map<number, Node>;
  place: number;
}

const newNode = (): Node => ({ final: false, edges: new Map(), place: -1 });

/** Minimal acyclic graph of words (Daciuk's algorithm for sorted input), laid out as `WordGraph` says. */
export function buildWordGraph(words: readonly GraphWord[]): WordGraph {
  const alphabet = [...new Set(words.flatMap(({ form }) => form.split('')))].sort().join('');
  const labelOf = new Map(alphabet.split('').map((letter, label) => [letter, label]));
  const sorted = [...words].sort((a, b) => (a.form < b.form ? -1 : 1));
  const register = new Map<string, Node>();
  const path: Node[] = [newNode()];
  const labels: number[] = [];
  let previous = '';
  for (const { form } of sorted) {
    let shared = 0;
    while (shared < previous.length && previous[shared] === form[shared]) shared++;
    minimise(path, labels, shared, register);
    for (const letter of form.slice(shared)) {
      const label = labelOf.get(letter)!;
      const node = newNode();
      path.at(-1)!.edges.set(label, node);
      path.push(node);
      labels.push(label);
    }
    path.at(-1)!.final = true;
    previous = form;
  }
  minimise(path, labels, 0, register);
  const edges = layOut([...register.values(), path[0]!]);
  return {
    alphabet,
    edges,
    root: path[0]!.place,
    attributes: Uint8Array.from(sorted, ({ zipf, capitalised }) =>
      packAttribute(zipf, capitalised),
    ),
  };
}

/** Replaces the nodes below `depth` of the path by equal ones already met, deepest first. */
function minimise(
  path: Node[],
  labels: number[],
  depth: number,
  register: Map<string, Node>,
): void {
  while (path.length > depth + 1) {
    const node = path.pop()!;
    const label = labels.pop()!;
    const signature = [...node.edges]
      .map(([to, below]) => `${String(to)}:${String(below.place)}:${below.final ? 1 : 0}`)
      .join();
    const same = register.get(`${String(node.final)}${signature}`);
    if (same !== undefined) path.at(-1)!.edges.set(label, same);
    else {
      node.place = register.size + 1;
      register.set(`${String(node.final)}${signature}`, node);
    }
  }
}

/** Edges of the nodes, children before parents; place 0 means no edges below. */
function layOut(nodes: readonly Node[]): Uint32Array {
  const edges: number[] = [0];
  const starts = new Map<Node, number>();
  for (const node of nodes) {
    starts.set(node, node.edges.size === 0 ? 0 : edges.length);
    const below = [...node.edges].sort((a, b) => a[0] - b[0]);
    below.forEach(([label, target], at) => {
      const ends = { last: at === below.length - 1, final: target.final };
      edges.push(packEdge(label, starts.get(target)!, ends));
    });
  }
  for (const [node, start] of starts) node.place = start;
  return Uint32Array.from(edges);
}
