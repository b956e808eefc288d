import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { fold } from '../../terminology/lexicon/fold';
import { fieldsIn } from '../dossier/field';
import type { AutoText } from '../dossier/template';

const CODE_BEFORE_CARET = /(?<![\p{L}\d’'-])([\p{L}\d]{2,20})$/u;
/** Longer than any code with the sign before it. */
const BEFORE_CARET = 24;

/**
 * Writes out the code that stands before the caret; `undefined` where none does. One undo brings the code back. Lines
 * of the text after the first become paragraphs.
 */
export function expand(
  { selection, schema, tr }: EditorState,
  autoTexts: readonly AutoText[],
): Transaction | undefined {
  const { $from, empty } = selection;
  if (!empty) return undefined;
  const start = Math.max(0, $from.parentOffset - BEFORE_CARET);
  const before = $from.parent.textBetween(start, $from.parentOffset, undefined, '\ufffc');
  const code = CODE_BEFORE_CARET.exec(before)?.[1];
  const autoText = code && autoTexts.find((known) => fold(known.code) === fold(code));
  if (!code || !autoText) return undefined;
  const from = $from.pos - code.length;
  const [first = '', ...others] = autoText.text.split('\n');
  tr.insertText(first, from, $from.pos);
  let end = from + first.length;
  for (const line of others) {
    tr.split(end);
    if (line !== '') tr.insert(end + 2, schema.text(line));
    end += 2 + line.length;
  }
  const [field] = fieldsIn(first);
  return field
    ? tr.setSelection(TextSelection.create(tr.doc, from + field.from, from + field.to))
    : tr.setSelection(TextSelection.create(tr.doc, end));
}

/** A code followed by a space is written out in its place. */
export const autoTexts = (known: () => readonly AutoText[]): Plugin =>
  new Plugin({
    props: {
      handleTextInput: ({ state, dispatch }, _from, _to, text) => {
        const transaction = text === ' ' ? expand(state, known()) : undefined;
        if (transaction) dispatch(transaction);
        return transaction !== undefined;
      },
    },
  });
