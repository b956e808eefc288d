import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

const WRITING_KEYS = new Set(['Enter', 'Backspace', 'Delete']);

/**
 * Keys that change the text and that the editor may handle before the browser speaks of an input; with Alt, or as
 * Ctrl+Enter, they are commands.
 */
export const isWritingKey = ({
  key,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): boolean =>
  WRITING_KEYS.has(key) && !altKey && !metaKey && !(ctrlKey && key === 'Enter');

/** A keyboard that is left alone for longer rests: what reads the text may look at it. */
export const REST_MILLISECONDS = 200;

const LETTER = 'letter';

/** Whether a change is a letter that a person typed. */
export const isLetter = (tr: Transaction): boolean => tr.getMeta(LETTER) === true;

/**
 * Writes a letter as the editor's own change. Left to the browser, it would be written into the page first, looked for
 * there, and compared with the document: three times the work in a long report.
 */
function write(view: EditorView, { charCode, key }: KeyboardEvent): boolean {
  const { selection } = view.state;
  if (charCode === 0 || key === 'Enter' || !(selection instanceof TextSelection)) return false;
  const { from, to } = selection;
  const text = String.fromCodePoint(charCode);
  const change = () => view.state.tr.insertText(text).setMeta(LETTER, true).scrollIntoView();
  const isTaken = view.someProp('handleTextInput', (take) => take(view, from, to, text, change));
  if (isTaken !== true) view.dispatch(change());
  return true;
}

/** Tells when a person types, in whatever way (keys, dead keys, a keyboard on the screen); never what. */
export const typing = (onType: () => void): Plugin =>
  new Plugin({
    props: {
      handleKeyPress: (view, event) => {
        if (!view.editable) return false;
        onType();
        return write(view, event);
      },
      handleDOMEvents: {
        keydown: (view, event) => {
          if (view.editable && isWritingKey(event)) onType();
          return false;
        },
        beforeinput: (view) => {
          if (view.editable) onType();
          return false;
        },
      },
    },
  });
