import { encodeSounds } from './phonemes';
import { LONGEST_SOUNDS } from './alignment';

/**
 * Keys in alphabetical order as a trie in preorder: below node `n` come the nodes up to `skip[n]`, excluded; node 0 is the root.
 * Entries whose key ends at node `n` are `entries[first[n]]` to `entries[first[n + 1]]`, excluded.
 */
export interface SoundTrie {
  readonly sound: Uint8Array;
  readonly skip: Uint32Array;
  readonly first: Uint32Array;
  readonly entries: Uint32Array;
}

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
  const skip = new Uint32Array(letters);
  const first = new Uint32Array(letters + 1);
  const open = new Uint32Array(LONGEST_SOUNDS + 1);
  let nodes = 1;
  let depth = 0;
  let previous = '';
  order.forEach((entry, rank) => {
    const key = keys[entry] ?? '';
    const codes = encodeSounds(key);
    const shared = commonLength(previous, key);
    for (; depth > shared; depth--) skip[open[depth] ?? 0] = nodes;
    for (; depth < key.length; depth++) {
      sound[nodes] = codes[depth] ?? 0;
      first[nodes] = rank;
      open[depth + 1] = nodes++;
    }
    previous = key;
  });
  for (; depth >= 0; depth--) skip[open[depth] ?? 0] = nodes;
  first[nodes] = order.length;
  return {
    sound: sound.slice(0, nodes),
    skip: skip.slice(0, nodes),
    first: first.slice(0, nodes + 1),
    entries: Uint32Array.from(order),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function commonLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}
