import type { PhoneticRepair } from '../phonetic/repair';
import type { Segment } from '../word';
import { mendedWords } from './mended-words';

/** Windows with their words repaired; each window is repaired once, whatever comes after it. */
export class MendedSegments {
  readonly #repair: PhoneticRepair;
  #dictationId = '';
  #windows: Segment[] = [];

  constructor(repair: PhoneticRepair) {
    this.#repair = repair;
  }

  /** One segment a window, in order. */
  of(dictationId: string, windows: readonly (readonly Segment[])[]): readonly Segment[] {
    if (dictationId !== this.#dictationId || windows.length < this.#windows.length) {
      this.#dictationId = dictationId;
      this.#windows = [];
    }
    for (const segments of windows.slice(this.#windows.length)) {
      this.#windows.push(this.#mended(segments));
    }
    return this.#windows.filter(({ words }) => words.length > 0);
  }

  #mended(segments: readonly Segment[]): Segment {
    const words = segments.flatMap((segment) => segment.words);
    const [start, end] = [segments[0]?.start ?? 0, segments.at(-1)?.end ?? 0];
    return { start, end, words: mendedWords(words, this.#repair.repair(words)) };
  }
}
