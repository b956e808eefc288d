import { fold } from '../lexicon/fold';
import { quantitiesIn, type Quantity } from './quantities';
import { stanceOf, type Stance } from './stance';
import { stem } from './stem';
import type { FindTerms, Term } from './term';

/** A word, a number or a sign. Offsets are UTF-16 units of the paragraph, half-open. */
export interface ReadToken {
  readonly text: string;
  /** Folded; elided words keep a straight apostrophe: "d'". */
  readonly key: string;
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'sign';
  readonly from: number;
  readonly to: number;
  /** Counted from 0 in its sentence; commas, colons and brackets end one. */
  readonly clause: number;
}

export interface Sentence {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly tokens: readonly ReadToken[];
  /** Words and numbers. */
  readonly wordCount: number;
  readonly terms: readonly Term[];
  readonly quantities: readonly Quantity[];
  readonly stance: Stance;
  /** Cut where no full stop was for too long: no line can be made of it. */
  readonly isCut: boolean;
}

const TOKEN =
  /\d{1,3}(?:[ \u00a0\u202f]\d{3}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,]\d+)?|(?![xX]\d)\p{L}[\p{L}\p{M}\d]*(?:[-‐‑][\p{L}\p{M}\d]+)*['’]?|\S/gu;
/** As they are written: "mm." ends a sentence, "MM." does not. */
const DOTTED =
  /^(?:M|MM|Mr|Mme|Mlle|[Dd]rs?|Pr|Me|St|[Cc]f|[Ee]x|[Ee]nv|vs|[Aa]rt|[Ff]ig|p|\p{Lu})$/u;
/** No sentence a person wrote is longer; without this, twenty thousand words without a full stop would be one. */
const LONGEST_SENTENCE = 110;

const REMEMBERED = 20_000;
const folded = new Map<string, string>();

function foldOnce(written: string): string {
  const known = folded.get(written);
  if (known !== undefined) return known;
  if (folded.size >= REMEMBERED) folded.clear();
  const key = fold(written);
  folded.set(written, key);
  return key;
}

type Bare = Omit<ReadToken, 'clause'>;

function tokensOf(text: string): Bare[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const [written] = match;
    const key = foldOnce(written);
    const kind = /^\d/.test(written) ? 'number' : /^\p{L}/u.test(written) ? 'word' : 'sign';
    const from = match.index;
    const family = kind === 'word' ? stem(written) : key;
    return { text: written, key, stem: family, kind, from, to: from + written.length };
  });
}

function endsSentence(tokens: readonly Bare[], at: number): boolean {
  const { text, from, to } = tokens[at] ?? { text: '', from: 0, to: 0 };
  const next = tokens[at + 1];
  if (text === ';') return true;
  if (!/^[.!?…]$/.test(text)) return false;
  if (next === undefined) return true;
  if (/^[.!?…»)]$/.test(next.text)) return false;
  const before = tokens[at - 1];
  const touches = before?.to === from;
  if (text === '.' && touches && DOTTED.test(before.text)) return false;
  const begins = /^[\p{Lu}\d«"“(•-]/u.test(next.text);
  const isApart = next.from > to;
  return begins && (isApart || (touches && before.text.length > 2 && /^\p{Lu}/u.test(next.text)));
}

/** A numbered or bulleted item starts after its sign. */
const BULLET = /^[-–—•*·]$/;

function cutTokens(tokens: readonly Bare[]): { tokens: Bare[]; isCut: boolean }[] {
  const parts: { tokens: Bare[]; isCut: boolean }[] = [];
  let part: Bare[] = [];
  let wasCut = false;
  for (const [at, token] of tokens.entries()) {
    if (part.length === 0 && BULLET.test(token.text)) continue;
    part.push(token);
    const ends = endsSentence(tokens, at);
    if (!ends && part.length < LONGEST_SENTENCE && at + 1 < tokens.length) continue;
    const isCut = !ends && part.length >= LONGEST_SENTENCE;
    parts.push({ tokens: part, isCut: isCut || wasCut });
    wasCut = isCut;
    part = [];
  }
  return parts.filter((found) => found.tokens.some(({ kind }) => kind !== 'sign'));
}

function withClauses(tokens: readonly Bare[]): ReadToken[] {
  let clause = 0;
  return tokens.map((token) => {
    if (/^[,:()[\]–—/]$/.test(token.text) && token.text !== '/') clause += 1;
    return { ...token, clause };
  });
}

/** Cuts one paragraph into sentences and reads what each says. */
function readParagraph(text: string, paragraph: number, find: FindTerms): Sentence[] {
  const terms = find(text);
  let next = 0;
  return cutTokens(tokensOf(text)).map(({ tokens: bare, isCut }) => {
    const tokens = withClauses(bare);
    const from = tokens[0]?.from ?? 0;
    const to = tokens.at(-1)?.to ?? from;
    while ((terms[next]?.to ?? Infinity) <= from) next += 1;
    const start = next;
    while ((terms[next]?.from ?? Infinity) < to) next += 1;
    const quantities = quantitiesIn(tokens);
    return {
      paragraph,
      from,
      to,
      text: text.slice(from, to),
      tokens,
      wordCount: tokens.filter(({ kind }) => kind !== 'sign').length,
      terms: terms.slice(start, next),
      quantities,
      stance: stanceOf(tokens),
      isCut,
    };
  });
}

/** Reads texts and remembers paragraphs, so that after an edit only what changed is read again. */
export class Reader {
  readonly #find: FindTerms;
  #known = new Map<string, readonly Sentence[]>();

  constructor(find: FindTerms) {
    this.#find = find;
  }

  /** Sentences of one line that is no part of the report. */
  readLine(text: string, line = 0): Sentence[] {
    return readParagraph(text, line, this.#find);
  }

  /** Paragraphs are lines of plain text. Those of the last text read are remembered. */
  read(paragraphs: readonly string[]): Sentence[] {
    const known = new Map<string, readonly Sentence[]>();
    const sentences = paragraphs.flatMap((text, paragraph) => {
      const read = this.#known.get(text) ?? known.get(text) ?? readParagraph(text, 0, this.#find);
      known.set(text, read);
      return read.map((sentence) => ({ ...sentence, paragraph }));
    });
    this.#known = known;
    return sentences;
  }
}
