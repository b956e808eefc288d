import type { Word } from '../word';
import type { HeardToken } from './heard-tokens';
import type { Span } from './spans';

export interface WrittenText {
  readonly from: number;
  readonly to: number;
  readonly heard: string;
  readonly written: string;
  readonly text: string;
}

const AROUND = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/** The whole words around a span with the span replaced, keeping their signs and the capital that opens a sentence. */
export function textWith(
  written: string,
  place: { tokens: readonly HeardToken[]; words: readonly Word[]; span: Span },
): WrittenText {
  const { tokens, words, span } = place;
  const first = tokens[span.from];
  const last = tokens[span.to - 1];
  if (first === undefined || last === undefined) throw new Error('A span has at least one token');
  const from = first.word;
  const to = last.word + 1;
  const before = textOf(words[first.word]).slice(0, first.from);
  const after = textOf(words[last.word]).slice(last.to);
  const opens = first.opens && /^\p{Lu}/u.test(first.text);
  const text =
    before + (opens ? written.charAt(0).toUpperCase() + written.slice(1) : written) + after;
  const heard = words.slice(from, to).map(textOf).join(' ');
  return { from, to, heard: inner(heard), written: inner(text), text };
}

const textOf = (word: Word | undefined): string => word?.text.normalize('NFC') ?? '';

const inner = (text: string): string => AROUND.exec(text)?.[2] ?? text;
