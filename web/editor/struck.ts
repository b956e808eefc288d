import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { wordsWhere, type HeardWord } from './heard-words';

/** What the speaker took back at one moment, with its cue ("14 non pardon"); positions in the document. */
export interface StruckPassage {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** Seconds of its sound. */
  readonly start: number;
  readonly end: number;
}

const follows = (doc: Node, passage: StruckPassage, word: HeardWord): boolean =>
  doc.resolve(passage.to).sameParent(doc.resolve(word.from)) &&
  doc.textBetween(passage.to, word.from).trim() === '';

/** Passages in the order of the text: neighbouring struck words are one. */
export function struckPassages(doc: Node): StruckPassage[] {
  const passages: StruckPassage[] = [];
  for (const word of wordsWhere(doc, ({ isStruck }) => isStruck)) {
    const last = passages.at(-1);
    if (last && follows(doc, last, word)) {
      const text = doc.textBetween(last.from, word.to);
      passages[passages.length - 1] = { ...last, to: word.to, end: word.end, text };
    } else {
      const { from, to, start, end, text } = word;
      passages.push({ from, to, start, end, text });
    }
  }
  return passages;
}

export const passageAt = (
  passages: readonly StruckPassage[],
  position: number,
): StruckPassage | undefined => passages.find(({ from, to }) => from <= position && position <= to);

/** Takes passages out of the text; a sign stays in the place of each, with what was said and its sound. */
export function removeStruck(
  state: EditorState,
  passages: readonly StruckPassage[],
): Transaction | undefined {
  if (passages.length === 0) return undefined;
  const { tr, schema, doc } = state;
  for (const { from, to, text, start, end } of [...passages].reverse()) {
    const hasSpaces =
      doc.textBetween(from - 1, from) === ' ' &&
      doc.textBetween(to, Math.min(to + 1, doc.resolve(to).end())) === ' ';
    const attrs = { heard: text, start, end, sign: 'removed' };
    tr.replaceWith(hasSpaces ? from - 1 : from, to, schema.node('spokenCommand', attrs));
  }
  return tr.scrollIntoView();
}
