import { fold } from '../lexicon/fold';
import type { ReadWord } from './reading';

/** A phrase found among the words `[first, last]` of a paragraph. */
export interface PhraseMatch<Value> {
  readonly first: number;
  readonly last: number;
  readonly value: Value;
}

const keysOf = (phrase: string): string[] => fold(phrase).match(/[a-zµ]+|\d+/g) ?? [];

/** Phrases looked up in the folded words of a paragraph; the longest wins. */
export class PhraseIndex<Value> {
  readonly #byFirst = new Map<
    string,
    { readonly keys: readonly string[]; readonly value: Value }[]
  >();

  constructor(phrases: Iterable<readonly [string, Value]>) {
    for (const [phrase, value] of phrases) {
      const keys = keysOf(phrase);
      const first = keys[0] ?? '';
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { keys, value }]);
    }
    for (const entries of this.#byFirst.values())
      entries.sort((a, b) => b.keys.length - a.keys.length);
  }

  at(words: readonly ReadWord[], first: number): PhraseMatch<Value> | undefined {
    const word = words[first];
    const entry = this.#byFirst
      .get(word?.key ?? '')
      ?.find(({ keys }) =>
        keys.every(
          (key, at) =>
            words[first + at]?.key === key && words[first + at]?.sentence === word?.sentence,
        ),
      );
    return entry && { first, last: first + entry.keys.length - 1, value: entry.value };
  }

  /** In order, without overlap. */
  in(words: readonly ReadWord[]): PhraseMatch<Value>[] {
    const found: PhraseMatch<Value>[] = [];
    for (let at = 0; at < words.length; at++) {
      const match = this.at(words, at);
      if (match) at = found[found.push(match) - 1]?.last ?? at;
    }
    return found;
  }
}
