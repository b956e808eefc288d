import type { TermTrie } from './layer';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Packs key sequences, sorted and each once, into a trie; row `i` is the term that ends where sequence `i` does. */
export function buildTrie(sequences: readonly (readonly number[])[]): TermTrie {
  const firstEdge: number[] = [];
  const edgeKey: number[] = [];
  const termAt: number[] = [];
  let level: Range[] = [{ from: 0, to: sequences.length }];
  for (let depth = 0; level.length > 0; depth++) {
    const below: Range[] = [];
    for (const { from, to } of level) {
      let at = from;
      const ends = at < to && sequences[at]?.length === depth;
      termAt.push(ends ? at + 1 : 0);
      if (ends) at++;
      firstEdge.push(edgeKey.length);
      while (at < to) {
        const key = sequences[at]?.[depth] ?? 0;
        const start = at;
        while (at < to && sequences[at]?.[depth] === key) at++;
        edgeKey.push(key);
        below.push({ from: start, to: at });
      }
    }
    level = below;
  }
  firstEdge.push(edgeKey.length);
  return {
    firstEdge: Uint32Array.from(firstEdge),
    edgeKey: Uint32Array.from(edgeKey),
    termAt: Uint32Array.from(termAt),
  };
}

export const TRIE_ROOT = 0;

/** Node below `node` by the word of row `key`, or -1. */
export function descend(trie: TermTrie, node: number, key: number): number {
  let from = trie.firstEdge[node] ?? 0;
  const end = trie.firstEdge[node + 1] ?? 0;
  let to = end;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((trie.edgeKey[middle] ?? 0) < key) from = middle + 1;
    else to = middle;
  }
  return from < end && trie.edgeKey[from] === key ? from + 1 : -1;
}
