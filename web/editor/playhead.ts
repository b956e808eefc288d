import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { wordAtTime, wordsOf, type HeardWord } from './heard-words';
import { readOnce } from './paragraph-text';

/** The word shown. */
type Playhead = Pick<HeardWord, 'from' | 'to'> | undefined;

const key = new PluginKey<{ readonly word: Playhead }>('playhead');

/** By start time, whatever the order of the text. */
const byTime = readOnce((doc) => wordsOf(doc).toSorted((a, b) => a.start - b.start));

/** The word that had begun last at a second of the sound. */
export const wordBegunBy = (doc: Node, seconds: number): HeardWord | undefined =>
  byTime(doc).findLast(({ start }) => start <= seconds);

/** Typing does not ask which word is said: the one shown stays, where it stands now. */
function moved(word: Playhead, { mapping }: Transaction): Playhead {
  if (!word) return undefined;
  const [from, to] = [mapping.map(word.from, -1), mapping.map(word.to, 1)];
  return from < to ? { from, to } : undefined;
}

/** Shows the word that is being said. */
export const playhead = (): Plugin =>
  new Plugin<{ readonly word: Playhead }>({
    key,
    state: {
      init: () => ({ word: undefined }),
      apply: (tr, value) => {
        const shown = tr.getMeta(key) as { readonly word: Playhead } | undefined;
        return shown ?? (tr.docChanged ? { word: moved(value.word, tr) } : value);
      },
    },
    props: {
      decorations: (state) => {
        const { word } = key.getState(state) ?? {};
        if (!word) return null;
        const { from, to } = word;
        return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'said' })]);
      },
    },
  });

/** @param seconds position of the sound, or `undefined` when nothing is played: the word said last stays shown. */
export function showPlayhead(view: EditorView, seconds: number | undefined): void {
  if (seconds === undefined) return;
  const { word } = key.getState(view.state) ?? {};
  const next = wordAtTime(byTime(view.state.doc), seconds);
  if (next?.from === word?.from && next?.to === word?.to) return;
  view.dispatch(view.state.tr.setMeta(key, { word: next }).setMeta('addToHistory', false));
}
