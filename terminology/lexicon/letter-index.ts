import { letters, lettersHash } from './fold';

const NONE = -1;

/**
 * Finds forms by their letters, whatever case, accents, ligatures and hyphens. A hash table of numbers: strings are only made
 * when something is looked up, so that a hundred thousand forms are indexed in a few milliseconds.
 */
export class LetterIndex {
  readonly #formOf: (id: number) => string;
  readonly #mask: number;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;

  /** Ids run from 0 to `size`, excluded. */
  constructor(size: number, formOf: (id: number) => string) {
    const slots = 2 ** Math.ceil(Math.log2(size * 2 + 1));
    this.#formOf = formOf;
    this.#mask = slots - 1;
    this.#heads = new Int32Array(slots).fill(NONE);
    this.#next = new Int32Array(size).fill(NONE);
    for (let id = size - 1; id >= 0; id--) {
      const slot = (lettersHash(formOf(id)) & this.#mask) >>> 0;
      this.#next[id] = this.#heads[slot] ?? NONE;
      this.#heads[slot] = id;
    }
  }

  /** Ids of the forms with the letters of `form`, in ascending order. */
  idsOf(form: string): number[] {
    const key = letters(form);
    const ids: number[] = [];
    const slot = (lettersHash(key) & this.#mask) >>> 0;
    for (let id = this.#heads[slot] ?? NONE; id !== NONE; id = this.#next[id] ?? NONE)
      if (letters(this.#formOf(id)) === key) ids.push(id);
    return ids;
  }
}
