import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
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
        // The browser moves the caret after this handler: read it in the next frame.
        if (isWordJump(event)) requestAnimationFrame(() => follow(view, view.state.selection.head));
        return false;
      },
    },
  });
};
