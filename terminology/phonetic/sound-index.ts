import { Alignment, LONGEST_SOUNDS } from './alignment';
import { encodeSounds, IS_NASAL_OF, IS_NASAL_REVERSED } from './phonemes';
import { buildSoundTrie, openTrie, type OpenTrie, type SoundTrie } from './sound-trie';

/** The keys read forwards and backwards. */
export interface SoundTries {
  readonly forward: SoundTrie;
  readonly backward: SoundTrie;
}

/** Entry `i` is found by `keys[i]`, a string of sounds. */
export const buildSoundTries = (keys: readonly string[]): SoundTries => ({
  forward: buildSoundTrie(keys),
  backward: buildSoundTrie(keys.map(reversed)),
});

const alignment = new Alignment();

/**
 * Finds the entries that sound like a query. Whatever is within a distance has its first or its last half within half of it:
 * so two tries, one of the keys read backwards, are each walked with the small budget where they are broad.
 */
export class SoundIndex {
  readonly #forward: OpenTrie;
  readonly #backward: OpenTrie;

  constructor({ forward, backward }: SoundTries) {
    this.#forward = openTrie(forward);
    this.#backward = openTrie(backward);
  }

  /** Tells each entry within `limit` of the sounds and its distance; some twice, then once with the least. */
  search(sounds: string, limit: number, tell: (entry: number, distance: number) => void): void {
    if (sounds.length === 0 || sounds.length > LONGEST_SOUNDS) return;
    const half = sounds.length >> 1;
    alignment.start(encodeSounds(sounds), { limit, half, nasalOf: IS_NASAL_OF });
    walk(this.#forward, tell);
    alignment.start(encodeSounds(reversed(sounds)), {
      limit,
      half: sounds.length - half,
      nasalOf: IS_NASAL_REVERSED,
    });
    walk(this.#backward, tell);
  }
}

const ends = new Uint32Array(LONGEST_SOUNDS + 1);

function walk(
  { sound, skip, first, entries }: OpenTrie,
  tell: (entry: number, distance: number) => void,
): void {
  ends[0] = sound.length;
  let depth = 0;
  for (let node = 1; node < sound.length;) {
    while (node >= (ends[depth] ?? 0)) depth--;
    const below = skip[node] ?? sound.length;
    if (!alignment.push(depth, sound[node] ?? 0)) {
      node = below;
      continue;
    }
    ends[++depth] = below;
    const to = first[node + 1] ?? 0;
    let at = first[node] ?? 0;
    node++;
    if (at === to) continue;
    const distance = alignment.distance(depth);
    for (; distance < Infinity && at < to; at++) tell(entries[at] ?? 0, distance);
  }
}

function reversed(sounds: string): string {
  let result = '';
  for (let at = sounds.length - 1; at >= 0; at--) result += sounds.charAt(at);
  return result;
}
