import { LONGEST_SOUNDS } from './alignment';
import { encodeSounds } from './phonemes';

/**
 * Keys in alphabetical order as a trie in preorder; node 0 is the root. `depth` and `count` (of the entries whose key ends
 * at the node) are what a file keeps; the rest follows from them.
 */
export interface SoundTrie {
  readonly sound: Uint8Array;
  readonly depth: Uint8Array;
  readonly count: Uint8Array;
  /** Entries in order of their keys. */
  readonly entries: Uint32Array;
}

/** A trie ready to be walked. */
export interface OpenTrie {
  readonly sound: Uint8Array;
  /** Below node `n` come the nodes up to `skip[n]`, excluded. */
  readonly skip: Uint32Array;
  /** Entries whose key ends at node `n` are `entries[first[n]]` to `entries[first[n + 1]]`, excluded. */
  readonly first: Uint32Array;
  readonly entries: Uint32Array;
}

const MOST_HOMOPHONES = 0xff;

/** Entry `i` has `keys[i]`; empty keys and those of more than {@link LONGEST_SOUNDS} sounds are left out. */
export function buildSoundTrie(keys: readonly string[]): SoundTrie {
  const order: number[] = [];
  let letters = 1;
  keys.forEach((key, entry) => {
    if (key.length === 0 || key.length > LONGEST_SOUNDS) return;
    order.push(entry);
    letters += key.length;
  });
  order.sort((a, b) => compare(keys[a] ?? '', keys[b] ?? '') || a - b);
  const sound = new Uint8Array(letters);
  const depth = new Uint8Array(letters);
  const count = new Uint8Array(letters);
  const entries: number[] = [];
  let nodes = 1;
  let previous = '';
  for (const entry of order) {
    const key = keys[entry] ?? '';
    const codes = encodeSounds(key);
    for (let at = commonLength(previous, key); at < key.length; at++) {
      sound[nodes] = codes[at] ?? 0;
      depth[nodes++] = at + 1;
    }
    previous = key;
    const homophones = count[nodes - 1] ?? 0;
    if (homophones === MOST_HOMOPHONES) continue;
    count[nodes - 1] = homophones + 1;
    entries.push(entry);
  }
  return {
    sound: sound.slice(0, nodes),
    depth: depth.slice(0, nodes),
    count: count.slice(0, nodes),
    entries: Uint32Array.from(entries),
  };
}

export function openTrie({ sound, depth, count, entries }: SoundTrie): OpenTrie {
  const nodes = sound.length;
  const skip = new Uint32Array(nodes);
  const first = new Uint32Array(nodes + 1);
  const open = new Uint32Array(LONGEST_SOUNDS + 1);
  let above = 0;
  let seen = 0;
  for (let node = 0; node < nodes; node++) {
    const here = depth[node] ?? 0;
    if (node > 0) for (let level = above; level >= here; level--) skip[open[level] ?? 0] = node;
    open[here] = node;
    above = here;
    first[node] = seen;
    seen += count[node] ?? 0;
  }
  for (let level = above; level >= 0; level--) skip[open[level] ?? 0] = nodes;
  first[nodes] = seen;
  return { sound, skip, first, entries };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function commonLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
