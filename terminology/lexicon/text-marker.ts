import { isTitle } from '../phonetic/critical-words';
import { PlausibilityJudge } from '../phonetic/plausibility';
import { type Category, categoryMask } from './category';
import { fold } from './fold';
import type { Lexicon } from './lexicon';
import { TermMatcher } from './match';
import { type TermCard, termCard } from './term-card';
import { type Token, tokenise } from './tokens';

/** A stretch of a text to be shown as a term or, without categories, as a word nobody knows. UTF-16 units, half-open. */
export interface TextMark {
  readonly from: number;
  readonly to: number;
  readonly categories: readonly Category[];
}

const SHORTEST_UNKNOWN = 3;
const REMEMBERED = 20_000;
/** Ends of ordinals, apart from their number: "2 ème". */
const ORDINALS = new Set(['ère', 'ème', 'ième', 'nde']);
/** Marks the terms of a text and the words no list has; remembers the words it has judged. */
export class TextMarker {
  readonly #lexicon: Lexicon;
  readonly #matcher: TermMatcher;
  readonly #judge: PlausibilityJudge;
  readonly #known = new Map<string, boolean>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#matcher = new TermMatcher(lexicon);
    this.#judge = new PlausibilityJudge(lexicon);
  }

  /** Marks of one paragraph, in order, without overlap. */
  marks(text: string): TextMark[] {
    const terms = this.#matcher.match(text);
    const marks: TextMark[] = [];
    let next = 0;
    for (const run of runsOf(tokenise(text))) {
      const { from, to } = spanOf(run);
      for (let term = terms[next]; term !== undefined && term.from < to; term = terms[++next])
        marks.push({ from: term.from, to: term.to, categories: term.categories });
      const last = marks.at(-1);
      if (last !== undefined && last.to > from) continue;
      if (!this.#isKnown(run)) marks.push({ from, to, categories: [] });
    }
    return marks;
  }

  /** What the lexicon says of the term at an offset of a paragraph; undefined where there is none. */
  cardAt(text: string, offset: number): TermCard | undefined {
    const found = this.#matcher.match(text).find(({ from, to }) => from <= offset && offset <= to);
    return found && termCard(this.#lexicon, found);
  }

  /** A hyphenated word is known as a whole or by each of its parts; one with an apostrophe as a whole too: "aujourd'hui". */
  #isKnown(run: Run): boolean {
    if (run.isName || run.quoted.some((whole) => this.#lexicon.general.has(whole))) return true;
    const whole = run.tokens.map(({ text }) => text).join('-');
    return this.#knows(whole) || run.tokens.every(({ text }) => this.#knows(text));
  }

  #knows(word: string): boolean {
    const there = this.#known.get(word);
    if (there !== undefined) return there;
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    const isKnown = this.#lookUp(word);
    this.#known.set(word, isKnown);
    return isKnown;
  }

  #lookUp(word: string): boolean {
    if (word.length < SHORTEST_UNKNOWN || !/^[\p{L}\p{M}-]+$/u.test(word)) return true;
    if (ORDINALS.has(word)) return true;
    // Capitals are written without their accents: their spelling says nothing.
    if (word === word.toUpperCase()) return true;
    if (this.#lexicon.knows(word) || this.#judge.ofSpelling(word).isKnown) return true;
    return this.#lexicon.partsOf(word) !== undefined;
  }
}

interface Run {
  /** Tokens joined by hyphens. */
  readonly tokens: readonly Token[];
  readonly isName: boolean;
  /** With its neighbours across an apostrophe. */
  readonly quoted: readonly string[];
}

function runsOf(tokens: readonly Token[]): Run[] {
  const runs: { tokens: Token[]; isName: boolean; quoted: string[] }[] = [];
  for (const token of tokens) {
    const last = runs.at(-1);
    if (token.joint === 'hyphen' && last !== undefined) last.tokens.push(token);
    else {
      const run = { tokens: [token], isName: false, quoted: [] as string[] };
      const whole = `${last?.tokens.at(-1)?.text ?? ''}'${token.text}`;
      if (token.joint === 'apostrophe') for (const side of [last, run]) side?.quoted.push(whole);
      runs.push(run);
    }
  }
  runs.forEach((run, at) => {
    run.isName = isAfterTitle(run.tokens[0], runs[at - 1]);
  });
  return runs;
}

/** "Mme Le Goff-Martin": capitals behind a title, and capitals behind those. */
function isAfterTitle(token: Token | undefined, before: Run | undefined): boolean {
  const title = before?.tokens[0]?.text ?? '';
  return /^\p{Lu}/u.test(token?.text ?? '') && (before?.isName === true || isTitle(fold(title)));
}

const spanOf = ({ tokens }: Run): { from: number; to: number } => ({
  from: tokens[0]?.from ?? 0,
  to: tokens.at(-1)?.to ?? 0,
});

/** Marks as numbers, which cross to another thread fast: from, to, category mask (0: unknown), and so on. */
export function packMarks(marks: readonly TextMark[]): Uint32Array<ArrayBuffer> {
  const packed = new Uint32Array(marks.length * 3);
  marks.forEach(({ from, to, categories }, at) =>
    packed.set([from, to, categoryMask(categories)], at * 3),
  );
  return packed;
}
