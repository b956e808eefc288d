import { Plugin } from '@tiptap/pm/state';

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

/** Tells when a person types, in whatever way (keys, dead keys, a keyboard on the screen); never what. */
export const typing = (onType: () => void): Plugin =>
  new Plugin({
    props: {
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
