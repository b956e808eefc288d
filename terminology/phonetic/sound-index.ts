import { Alignment, LONGEST_SOUNDS } from './alignment';
import { encodeSounds, IS_NASAL_OF, IS_NASAL_REVERSED } from './phonemes';
import { buildSoundTrie, type SoundTrie } from './sound-trie';

/**
 * Finds the entries that sound like a query. Whatever is within a distance has its first or its last half within half of it:
 * so two tries, one of the keys read backwards, are each walked with the small budget where they are broad.
 */
export class SoundIndex {
  readonly size: number;
  readonly #forward: SoundTrie;
  readonly #backward: SoundTrie;
  readonly #alignment = new Alignment();

  /** Entry `i` is found by `keys[i]`, a string of sounds. */
  constructor(keys: readonly string[]) {
    this.size = keys.length;
    this.#forward = buildSoundTrie(keys);
    this.#backward = buildSoundTrie(keys.map(reversed));
  }

  /** Entries within `limit` of the sounds, each once with its distance. */
  search(sounds: string, limit: number): Map<number, number> {
    const found = new Map<number, number>();
    if (sounds.length === 0 || sounds.length > LONGEST_SOUNDS) return found;
    const half = sounds.length >> 1;
    this.#alignment.start(encodeSounds(sounds), { limit, half, nasalOf: IS_NASAL_OF });
    this.#walk(this.#forward, found);
    this.#alignment.start(encodeSounds(reversed(sounds)), {
      limit,
      half: sounds.length - half,
      nasalOf: IS_NASAL_REVERSED,
    });
    this.#walk(this.#backward, found);
    return found;
  }

  #walk({ sound, skip, first, entries }: SoundTrie, found: Map<number, number>): void {
    const alignment = this.#alignment;
    const ends = new Uint32Array(LONGEST_SOUNDS + 1);
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
      const from = first[node] ?? 0;
      const to = first[node + 1] ?? 0;
      const distance = from < to ? alignment.distance(depth) : Infinity;
      if (distance < Infinity)
        for (let at = from; at < to; at++) {
          const entry = entries[at] ?? 0;
          if (distance < (found.get(entry) ?? Infinity)) found.set(entry, distance);
        }
      node++;
    }
  }
}

const reversed = (sounds: string): string => {
  let result = '';
  for (let at = sounds.length - 1; at >= 0; at--) result += sounds.charAt(at);
  return result;
};
