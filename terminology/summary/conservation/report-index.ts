import { isContent } from '../function-words';
import type { ReadToken, Sentence } from '../reading';
import { stem } from '../stem';
import type { Term } from '../term';

/** A word of the report at its place. */
export interface Place {
  readonly sentence: Sentence;
  /** Index among the tokens of the sentence. */
  readonly token: number;
}

const WINDOW = 8;
/** A sentence that says so little else leans on the one before. */
const SHORT = 2;
const contexts = new WeakMap<Sentence, Map<number, ReadonlySet<string>>>();

export const isContentToken = ({ key, kind }: ReadToken): boolean =>
  kind === 'word' && isContent(key);

/** Stems of the words that carry facts around a token, itself left out. */
export function contextOf({ sentence, token }: Place): ReadonlySet<string> {
  const known = contexts.get(sentence) ?? new Map<number, ReadonlySet<string>>();
  contexts.set(sentence, known);
  const before = known.get(token);
  if (before) return before;
  const around = sentence.tokens.slice(Math.max(0, token - WINDOW), token + WINDOW + 1);
  const own = sentence.tokens[token];
  const context = new Set(
    around.filter((other) => other !== own && isContentToken(other)).map((other) => other.stem),
  );
  known.set(token, context);
  return context;
}

export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const key of a) if (b.has(key)) count += 1;
  return count;
}

/** Stems of the words an abbreviation stands for, one list for each of its readings. */
export const readingsOf = ({ expansion }: Term): string[][] =>
  expansion
    .split(/[;/,]|\bou\b/)
    .map((reading) =>
      (reading.match(/[\p{L}\p{M}-]+/gu) ?? []).filter((word) => word.length > 3).map(stem),
    )
    .filter((reading) => reading.length > 0);

/** Where each word of the report stands; made once for all the lines that are compared with it. */
export class ReportIndex {
  readonly sentences: readonly Sentence[];
  readonly #places = new Map<string, Place[]>();
  readonly #before = new Map<Sentence, Sentence>();
  /** Drugs by base form. */
  readonly #drugs = new Map<string, Place[]>();

  constructor(sentences: readonly Sentence[]) {
    this.sentences = sentences;
    for (const [at, sentence] of sentences.entries()) {
      this.#add(sentence);
      const before = sentences[at - 1];
      if (before?.paragraph === sentence.paragraph) this.#before.set(sentence, before);
    }
  }

  /** What stands around a word of the report; a very short sentence leans on the one before it. */
  contextAt(place: Place): ReadonlySet<string> {
    const context = contextOf(place);
    const before = this.#before.get(place.sentence);
    if (context.size >= SHORT || before === undefined) return context;
    return new Set([
      ...context,
      ...before.tokens.filter(isContentToken).map(({ stem: key }) => key),
    ]);
  }

  /** Where the words of one stem, or abbreviations of it, stand. */
  placesOf(key: string): readonly Place[] {
    return this.#places.get(key) ?? [];
  }

  drugPlaces(key: string): readonly Place[] {
    return this.#drugs.get(key) ?? [];
  }

  /** Whether two sentences are one, or follow one another. */
  isBeside(a: Sentence, b: Sentence): boolean {
    return Math.abs(this.sentences.indexOf(a) - this.sentences.indexOf(b)) <= 1;
  }

  #add(sentence: Sentence): void {
    for (const [token, { kind, stem: key }] of sentence.tokens.entries())
      if (kind === 'word') push(this.#places, key, { sentence, token });
    for (const term of sentence.terms) {
      const token = sentence.tokens.findIndex(({ from }) => from >= term.from);
      if (token < 0) continue;
      if (term.isDrug) push(this.#drugs, term.key, { sentence, token });
      for (const key of new Set(readingsOf(term).flat()))
        push(this.#places, key, { sentence, token });
    }
  }
}

function push(map: Map<string, Place[]>, key: string, place: Place): void {
  const places = map.get(key);
  if (places) places.push(place);
  else map.set(key, [place]);
}
