import { Plugin, Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Has the editor read what the browser has selected. The browser tells of a moved caret later, under load much later, and
 * the editor knows nothing of it before: told the same a moment early, it reads it now, and finds nothing new afterwards.
 */
export const readSelection = ({ dom }: EditorView): void =>
  void dom.ownerDocument.dispatchEvent(new Event('selectionchange'));

const isToStart = ({ key, ctrlKey, shiftKey, altKey, metaKey }: KeyboardEvent): boolean =>
  key === 'Home' && ctrlKey && !shiftKey && !altKey && !metaKey;

/** Whatever a key does, in the editor or as a command of the window, it does to what is selected on the screen. */
export const browserSelection = (): Plugin =>
  new Plugin({
    view: (view) => {
      const read = ({ isComposing }: KeyboardEvent): void => {
        if (!isComposing) readSelection(view);
      };
      const listening = new AbortController();
      // The window hears of a key before everything else that may act on it.
      addEventListener('keydown', read, { capture: true, signal: listening.signal });
      return { destroy: () => listening.abort() };
    },
    props: {
      // A caret at the very start, soon after the focus came, is taken for a reset by the browser and put back.
      handleKeyDown: (view, event) => {
        if (!isToStart(event)) return false;
        const { tr, doc } = view.state;
        view.dispatch(tr.setSelection(Selection.atStart(doc)).scrollIntoView());
        return true;
      },
    },
  });
