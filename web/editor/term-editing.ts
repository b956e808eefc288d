import type { EditorState, Transaction } from '@tiptap/pm/state';
import { paragraphText, textBlocks } from './paragraph-text';

interface Range {
  readonly from: number;
  readonly to: number;
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** Where a word stands in the report, whole and whatever its capitals. */
export function occurrences(state: EditorState, word: string): Range[] {
  const wanted = word.toLowerCase();
  return textBlocks(state.doc).flatMap(({ node, start }) => {
    const text = paragraphText(node).toLowerCase();
    const ranges: Range[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
      const end = at + wanted.length;
      const isWhole = !LETTER.test(text.charAt(at - 1)) && !LETTER.test(text.charAt(end));
      if (isWhole) ranges.push({ from: start + at, to: start + end });
    }
    return ranges;
  });
}

/** The words as written in place of others: with a capital where a sentence begins. */
function inPlace(state: EditorState, { from }: Range, text: string): string {
  const $from = state.doc.resolve(from);
  const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n');
  const begins = /(?:^|[.!?…\n]\s*)$/.test(before);
  return begins ? text.charAt(0).toLocaleUpperCase('fr') + text.slice(1) : text;
}

/** Writes a text in place of each range, in one step of the history; the words keep their sound. */
export function writeOver(
  state: EditorState,
  ranges: readonly Range[],
  text: string,
): Transaction | undefined {
  if (ranges.length === 0) return undefined;
  const { tr } = state;
  for (const range of [...ranges].sort((a, b) => b.from - a.from)) {
    const marks = state.doc.resolve(range.from + 1).marks();
    tr.replaceWith(range.from, range.to, state.schema.text(inPlace(state, range, text), marks));
  }
  return tr.scrollIntoView();
}
