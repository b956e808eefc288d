import { fold } from '../../../terminology/lexicon/fold';
import { sideOf } from '../../../terminology/summary/conservation/sides';
import { isContent } from '../../../terminology/summary/function-words';
import type { Reader, Sentence } from '../../../terminology/summary/reading';
import { stem } from '../../../terminology/summary/stem';
import { summarise } from '../../../terminology/summary/summarise';

/** Does the summary of a report whose conclusion was taken away still carry what the conclusion said? */

const CONCLUDES = /^(?:en conclusion|au total|conclusions?)\b/;
const POLITE = /^(?:bien )?(?:confraternellement|cordialement|amicalement)/;

/** The paragraph that concludes: the titled one, else the last that is no greeting. */
function conclusionAt(paragraphs: readonly string[]): { at: number; isTitled: boolean } {
  const titled = paragraphs.findLastIndex((text) => CONCLUDES.test(fold(text)));
  if (titled >= 0) return { at: titled, isTitled: true };
  const at = paragraphs.findLastIndex((text) => text.trim() !== '' && !POLITE.test(fold(text)));
  return { at, isTitled: false };
}

/** Terms by their words, numbers with their unit, and sides. */
function itemsOf(sentences: readonly Sentence[], said: readonly string[]): Set<string> {
  const items = new Set<string>();
  for (const { text, from, terms, quantities, tokens } of sentences) {
    for (const term of terms) {
      const words = text.slice(term.from - from, term.to - from).match(/[\p{L}\p{M}-]+/gu) ?? [];
      for (const word of words) if (isContent(fold(word))) items.add(stem(word));
    }
    for (const { value, unit } of quantities) items.add(`${value} ${unit}`);
    for (const token of tokens) {
      const side = sideOf(token);
      if (side) items.add(side);
      if (token.kind === 'word' && said.includes(token.stem)) items.add(token.stem);
    }
  }
  return items;
}

export interface Carried {
  readonly isTitled: boolean;
  readonly items: number;
  readonly ours: number;
  readonly first: number;
  readonly last: number;
  /** Share of the words of the report. */
  readonly words: number;
}

const wordsIn = (sentences: readonly Sentence[]): number =>
  sentences.reduce((sum, { wordCount }) => sum + wordCount, 0);

/** @param said terms of the reference list. */
export function carriedConclusion(
  reader: Reader,
  written: string,
  said: readonly string[],
): Carried {
  const paragraphs = written.split('\n');
  const { at, isTitled } = conclusionAt(paragraphs);
  const rest = paragraphs.filter((_, index) => index !== at);
  const read = (text: string): Sentence[] => reader.readLine(text);
  const stems = said.flatMap((term) =>
    (term.match(/[\p{L}\p{M}-]+/gu) ?? []).filter((word) => isContent(fold(word))).map(stem),
  );
  const wanted = itemsOf(read(paragraphs[at] ?? ''), stems);
  const sentences = rest.flatMap(read);
  const share = (kept: readonly Sentence[]): number => {
    const has = itemsOf(kept, [...stems, ...wanted]);
    return [...wanted].filter((item) => has.has(item)).length;
  };
  const steps = summarise(reader, { paragraphs: rest });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const lines = step.value.lines.flatMap(({ text }) => read(text));
  return {
    isTitled,
    items: wanted.size,
    ours: share(lines),
    first: share(sentences.slice(0, 3)),
    last: share(sentences.slice(-3)),
    words: wordsIn(lines) / Math.max(1, wordsIn(sentences)),
  };
}
