/**
 * Trie of letter strings in preorder: `letter[n]` leads to node `n`, whose subtree ends before `skip[n]`; the entries that end
 * there are `entries[first[n]]` to `entries[first[n + 1]]`. Node 0 is the root.
 */
export interface LetterTrie {
  readonly letter: Uint8Array;
  readonly skip: Uint32Array;
  readonly first: Uint32Array;
  readonly entries: Uint32Array;
}

const LONGEST = 64;

/** Entry `i` is found by `keys[i]`, in Latin letters and digits; longer keys than 64 signs are left out. */
export function buildLetterTrie(keys: readonly string[]): LetterTrie {
  const order = Uint32Array.from(keys.keys()).sort((a, b) => {
    const left = keys[a] ?? '';
    const right = keys[b] ?? '';
    return left < right ? -1 : left > right ? 1 : a - b;
  });
  const size = keys.reduce((sum, key) => sum + key.length, 1);
  const letter = new Uint8Array(size);
  const skip = new Uint32Array(size);
  const first = new Uint32Array(size + 1);
  const path: number[] = [0];
  let nodes = 1;
  let kept = 0;
  let previous = '';
  const entries = new Uint32Array(order.length);
  for (const entry of order) {
    const key = keys[entry] ?? '';
    if (key.length > LONGEST) continue;
    let shared = 0;
    while (shared < previous.length && previous.charCodeAt(shared) === key.charCodeAt(shared))
      shared++;
    while (path.length > shared + 1) skip[path.pop() ?? 0] = nodes;
    for (let at = shared; at < key.length; at++) {
      letter[nodes] = key.charCodeAt(at);
      first[nodes] = kept;
      path.push(nodes++);
    }
    entries[kept++] = entry;
    previous = key;
  }
  for (const node of path) skip[node] = nodes;
  first.fill(kept, nodes);
  return {
    letter: letter.slice(0, nodes),
    skip: skip.slice(0, nodes),
    first: first.slice(0, nodes + 1),
    entries: entries.slice(0, kept),
  };
}

/**
 * Entries whose key is within `limit` edits of `text`, each with its number of edits: a letter put in, left out, replaced, or
 * two neighbours swapped.
 */
export function nearLetters(trie: LetterTrie, text: string, limit: number): Map<number, number> {
  const found = new Map<number, number>();
  const width = text.length + 1;
  const rows = new Uint8Array((LONGEST + 1) * width);
  for (let column = 0; column < width; column++) rows[column] = column;
  const ends = new Uint32Array(LONGEST + 1);
  ends[0] = trie.letter.length;
  const path = new Uint8Array(LONGEST + 1);
  let depth = 0;
  for (let node = 1; node < trie.letter.length;) {
    while (node >= (ends[depth] ?? 0)) depth--;
    depth++;
    path[depth] = trie.letter[node] ?? 0;
    ends[depth] = trie.skip[node] ?? 0;
    const least = fillRow(rows, path, { depth, text, limit });
    if (least > limit) {
      node = ends[depth] ?? 0;
      continue;
    }
    const distance = rows[depth * width + width - 1] ?? 0;
    if (distance <= limit)
      for (let at = trie.first[node] ?? 0; at < (trie.first[node + 1] ?? 0); at++)
        found.set(trie.entries[at] ?? 0, distance);
    node++;
  }
  return found;
}

interface Step {
  readonly depth: number;
  readonly text: string;
  readonly limit: number;
}

/** One row of the distance table, within the band that can stay under the limit; tells its least value. */
function fillRow(rows: Uint8Array, path: Uint8Array, { depth, text, limit }: Step): number {
  const width = text.length + 1;
  const here = depth * width;
  const above = here - width;
  const letter = path[depth] ?? 0;
  const from = Math.max(1, depth - limit);
  const to = Math.min(text.length, depth + limit);
  const far = limit + 1;
  let least = from === 1 ? depth : far;
  rows[here + from - 1] = Math.min(far, from === 1 ? depth : far);
  for (let column = from; column <= to; column++) {
    const sign = text.charCodeAt(column - 1);
    const up = column === depth + limit ? far : (rows[above + column] ?? far);
    let cost = (rows[above + column - 1] ?? far) + (sign === letter ? 0 : 1);
    cost = Math.min(cost, up + 1, (rows[here + column - 1] ?? far) + 1);
    const isSwap =
      depth > 1 && column > 1 && sign === path[depth - 1] && text.charCodeAt(column - 2) === letter;
    if (isSwap) cost = Math.min(cost, (rows[above - width + column - 2] ?? far) + 1);
    rows[here + column] = Math.min(cost, far);
    if (cost < least) least = cost;
  }
  for (let column = to + 1; column < width; column++) rows[here + column] = far;
  return least;
}
