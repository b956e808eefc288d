import {
  encodeSounds,
  IS_NASAL,
  IS_NASAL_OF,
  NASAL_COST,
  nasalAt,
  OMISSION,
  SOUND_COUNT,
  SUBSTITUTION,
} from './phonemes';

/** More sounds than any word or term that is looked up has. */
export const LONGEST_SOUNDS = 48;

export interface AlignmentLimits {
  /** No cell may cost more. */
  readonly limit: number;
  /** Nor more than half the limit up to this many sounds of the query. */
  readonly half: number;
  /** Which pairs of sounds are a nasal vowel: `IS_NASAL_OF`, or its mirror for keys read backwards. */
  readonly nasalOf: Uint8Array;
}

/**
 * Weighted alignment of a query with keys that share beginnings: row `depth` stands for the first `depth` sounds of the key,
 * a column for those of the query. Rows are kept, so that a trie is walked by pushing a sound at the depth of its parent.
 */
export class Alignment {
  readonly #rows = new Float32Array((LONGEST_SOUNDS + 1) * (LONGEST_SOUNDS + 1));
  /** Columns of a row that are within the limit, both included. */
  readonly #from = new Uint8Array(LONGEST_SOUNDS + 1);
  readonly #to = new Uint8Array(LONGEST_SOUNDS + 1);
  /** Sounds of the key, the one pushed at depth `d` at `d + 1`. */
  readonly #path = new Uint8Array(LONGEST_SOUNDS + 1);
  #query = new Uint8Array();
  #limits: AlignmentLimits = { limit: 0, half: 0, nasalOf: IS_NASAL_OF };

  /** At most {@link LONGEST_SOUNDS} sounds. */
  start(query: Uint8Array<ArrayBuffer>, limits: AlignmentLimits): void {
    this.#query = query;
    this.#limits = limits;
    const { limit, half } = limits;
    let cost = 0;
    let to = 0;
    for (let column = 0; column <= query.length; column++) {
      if (column > 0) cost += OMISSION[query[column - 1] ?? 0] ?? 1;
      if (cost > (column <= half ? limit / 2 : limit)) break;
      this.#rows[column] = cost;
      to = column;
    }
    this.#from[0] = 0;
    this.#to[0] = to;
  }

  /** Adds a sound below row `depth`; false when no alignment stays within the limit. */
  push(depth: number, sound: number): boolean {
    const rows = this.#rows;
    const query = this.#query;
    const { limit, half } = this.#limits;
    const width = query.length + 1;
    const above = depth * width;
    const here = above + width;
    const low = this.#from[depth] ?? 0;
    const high = this.#to[depth] ?? 0;
    const missing = OMISSION[sound] ?? 1;
    this.#path[depth + 1] = sound;
    let from = -1;
    let to = -1;
    let before = Infinity;
    for (let column = low; column < width; column++) {
      if (column > high + 2 && before === Infinity) break;
      const down = column <= high ? (rows[above + column] ?? Infinity) + missing : Infinity;
      let cost = Infinity;
      if (column > 0) {
        const heard = query[column - 1] ?? 0;
        cost = before + (OMISSION[heard] ?? 1);
        if (column > low && column - 1 <= high) {
          const other = SUBSTITUTION[heard * SOUND_COUNT + sound] ?? 1;
          cost = Math.min(cost, (rows[above + column - 1] ?? Infinity) + other);
        }
        if (IS_NASAL[sound] === 1 || IS_NASAL[heard] === 1)
          cost = Math.min(cost, this.#nasalCost(depth, column, sound));
      }
      // A sound missing between the halves belongs to neither.
      if (cost > (column <= half ? limit / 2 : limit)) cost = Infinity;
      if (down < cost && down <= (column < half ? limit / 2 : limit)) cost = down;
      before = cost;
      rows[here + column] = cost;
      if (cost === Infinity) continue;
      if (from < 0) from = column;
      to = column;
    }
    if (from < 0) return false;
    this.#from[depth + 1] = from;
    this.#to[depth + 1] = to;
    return true;
  }

  /** Distance of the whole query to the key of that many sounds; Infinity beyond the limit. */
  distance(depth: number): number {
    const end = this.#query.length;
    if ((this.#to[depth] ?? 0) !== end) return Infinity;
    return this.#rows[depth * (end + 1) + end] ?? Infinity;
  }

  /** Way into a cell of the row below `depth` by a nasal vowel on one side and a vowel with n or m on the other. */
  #nasalCost(depth: number, column: number, sound: number): number {
    const query = this.#query;
    const { nasalOf } = this.#limits;
    const heard = query[column - 1] ?? 0;
    let cost = Infinity;
    const low = this.#from[depth] ?? 0;
    const high = this.#to[depth] ?? 0;
    if (column > low + 1 && column - 2 <= high && IS_NASAL[sound] === 1)
      if (nasalOf[nasalAt(sound, query[column - 2] ?? 0, heard)] === 1)
        cost = this.#rows[depth * (query.length + 1) + column - 2] ?? Infinity;
    if (depth > 0 && nasalOf[nasalAt(heard, this.#path[depth] ?? 0, sound)] === 1)
      cost = Math.min(cost, this.#twoAbove(depth, column - 1));
    return cost + NASAL_COST;
  }

  #twoAbove(depth: number, column: number): number {
    if (column < (this.#from[depth - 1] ?? 0) || column > (this.#to[depth - 1] ?? 0))
      return Infinity;
    return this.#rows[(depth - 1) * (this.#query.length + 1) + column] ?? Infinity;
  }
}

const alone = new Alignment();

/**
 * Weighted edit distance between two strings of sounds: 0 for the same sounds, about 1 for each sound that is another,
 * Infinity beyond `limit`. Costs are those of `phonemes.ts`.
 */
export function soundDistance(heard: string, written: string, limit = LONGEST_SOUNDS): number {
  const key = encodeSounds(written.slice(0, LONGEST_SOUNDS));
  alone.start(encodeSounds(heard.slice(0, LONGEST_SOUNDS)), {
    limit,
    half: -1,
    nasalOf: IS_NASAL_OF,
  });
  for (let depth = 0; depth < key.length; depth++)
    if (!alone.push(depth, key[depth] ?? 0)) return Infinity;
  return alone.distance(key.length);
}
