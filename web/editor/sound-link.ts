import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { readSelection } from './browser-selection';
import { wordBefore } from './heard-words';

/** Seconds of the word at, or just before, a position of the document. */
function timeAt(view: EditorView, position: number): number | undefined {
  return wordBefore(view.state.doc, position)?.start;
}

const isWordJump = ({ key, ctrlKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  (key === 'ArrowLeft' || key === 'ArrowRight') && ctrlKey && !altKey && !shiftKey;

/** A click or Ctrl+arrow on a word moves the sound to it; the caret moves as ever. */
export const soundLink = (seek: (seconds: number) => void): Plugin => {
  const follow = (view: EditorView, position: number): void => {
    const seconds = timeAt(view, position);
    if (seconds !== undefined) seek(seconds);
  };
  /** The browser moves the caret after the key, and tells the editor later still. */
  const followCaret = (view: EditorView): void => {
    if (view.isDestroyed) return;
    readSelection(view);
    follow(view, view.state.selection.head);
  };
  return new Plugin({
    props: {
      handleClick: (view, position) => {
        follow(view, position);
        return false;
      },
      handleClickOn: (_view, _position, node) => {
        if (node.type.name === 'spokenCommand') seek(Number(node.attrs.start));
        return node.type.name === 'spokenCommand';
      },
      handleKeyDown: (view, event) => {
        if (isWordJump(event)) requestAnimationFrame(() => followCaret(view));
        return false;
      },
    },
  });
};
