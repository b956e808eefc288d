import type { Token } from './token';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  value?: T;
}

/** Spoken phrases by their folded parts; matching looks through the punctuation that recognition puts between words. */
export interface Phrases<T> {
  /** The longest phrase that starts at token `at` and ends with a whole token. */
  readonly at: (tokens: readonly Token[], at: number) => Phrase<T> | undefined;
}

export interface Phrase<T> {
  readonly value: T;
  /** Index after the last token. */
  readonly to: number;
}

/** Cuts a phrase the way tokens are cut: "point d'interrogation" is point, d', interrogation. */
const partsOf = (phrase: string): string[] =>
  phrase
    .replace(/'/g, "' ")
    .split(/[\s-]+/)
    .filter((part) => part !== '');

/** @param entries folded phrases and what they stand for; a later one wins over an earlier equal one. */
export function phrases<T>(entries: Iterable<readonly [string, T]>): Phrases<T> {
  const root: Node<T> = { next: new Map() };
  for (const [phrase, value] of entries) {
    let node = root;
    for (const part of partsOf(phrase)) {
      const next = node.next.get(part) ?? { next: new Map() };
      node.next.set(part, next);
      node = next;
    }
    if (node !== root) node.value = value;
  }
  return { at: (tokens, at) => longest(root, tokens, at) };
}

const NO_PARTS = { parts: [] as readonly string[] };

function longest<T>(root: Node<T>, tokens: readonly Token[], at: number): Phrase<T> | undefined {
  if (tokens[at]?.parts.length === 0) return undefined;
  let node: Node<T> | undefined = root;
  let best: Phrase<T> | undefined;
  for (let index = at; index < tokens.length; index++) {
    const { parts } = tokens[index] ?? NO_PARTS;
    if (parts.length === 0) continue;
    for (const part of parts) {
      node = node?.next.get(part);
      if (node === undefined) return best;
    }
    if (node?.value !== undefined) best = { value: node.value, to: index + 1 };
  }
  return best;
}
