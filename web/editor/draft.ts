import type { Node, Schema } from '@tiptap/pm/model';
import { TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { Segment, Word } from '../../terminology/word';
import type { TranscriptWindow } from '../dossier/transcript';
import { heardWords } from './heard-words';

/** A silence this long starts a new paragraph where no command said so. */
const PARAGRAPH_PAUSE_SECONDS = 2;

function writtenWord(schema: Schema, { text, start, end, confidence }: Word): Node {
  return schema.text(text, [schema.mark('heard', { start, end, confidence, heard: text })]);
}

const written = (schema: Schema, words: readonly Word[]): Node[] =>
  words.flatMap((word, index) =>
    index === 0 ? [writtenWord(schema, word)] : [schema.text(' '), writtenWord(schema, word)],
  );

function paragraphsOf(segments: readonly Segment[], spokenUntil: number): Word[][] {
  const paragraphs: Word[][] = [[]];
  let end = spokenUntil;
  for (const segment of segments) {
    if (segment.start - end >= PARAGRAPH_PAUSE_SECONDS) paragraphs.push([]);
    paragraphs.at(-1)?.push(...segment.words);
    end = segment.end;
  }
  return paragraphs;
}

/** Writes the next window at the end of the report; the caret, the selection and the undo history stay. */
export function appendWindow(state: EditorState, window: TranscriptWindow): Transaction {
  const { tr, selection, doc, schema } = state;
  const spokenUntil = heardWords(doc).reduce((latest, { end }) => Math.max(latest, end), 0);
  const [first = [], ...others] = paragraphsOf(window.segments, spokenUntil || window.start);

  const last = doc.lastChild;
  if (last?.isTextblock) {
    const separator = last.content.size > 0 && first.length > 0 ? [schema.text(' ')] : [];
    tr.insert(doc.content.size - 1, [...separator, ...written(schema, first)]);
  } else {
    tr.insert(doc.content.size, schema.node('paragraph', null, written(schema, first)));
  }
  const paragraphs = others
    .filter((words) => words.length > 0)
    .map((words) => schema.node('paragraph', null, written(schema, words)));
  tr.insert(tr.doc.content.size, paragraphs);

  tr.setDocAttribute('windows', window.index + 1);
  tr.setSelection(TextSelection.create(tr.doc, selection.anchor, selection.head));
  return tr.setMeta('addToHistory', false);
}

export const windowsWritten = (doc: Node): number => Number(doc.attrs.windows);
