import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { wordAtTime, wordsOf, type HeardWord } from './heard-words';

interface Playhead {
  /** By start time, whatever the order of the text. */
  readonly words: readonly HeardWord[];
  readonly current: HeardWord | undefined;
}

const key = new PluginKey<Playhead>('playhead');

const byTime = (words: readonly HeardWord[]): readonly HeardWord[] =>
  words.toSorted((a, b) => a.start - b.start);

/** Shows the word that is being said. */
export const playhead = (): Plugin =>
  new Plugin<Playhead>({
    key,
    state: {
      init: (_, { doc }) => ({ words: byTime(wordsOf(doc)), current: undefined }),
      apply: (tr, value) => {
        const seconds: unknown = tr.getMeta(key);
        if (!tr.docChanged && seconds === undefined) return value;
        const words = tr.docChanged ? byTime(wordsOf(tr.doc)) : value.words;
        const at = typeof seconds === 'number' ? seconds : value.current?.start;
        return { words, current: at === undefined ? undefined : wordAtTime(words, at) };
      },
    },
    props: {
      decorations: (state) => {
        const { current } = key.getState(state) ?? {};
        if (!current) return null;
        const { from, to } = current;
        return DecorationSet.create(state.doc, [Decoration.inline(from, to, { class: 'said' })]);
      },
    },
  });

/** @param seconds position of the sound, or `undefined` when nothing is played. */
export function showPlayhead(view: EditorView, seconds: number | undefined): void {
  const { words, current } = key.getState(view.state) ?? { words: [] };
  const next = seconds === undefined ? undefined : wordAtTime(words, seconds);
  if (next === current) return;
  view.dispatch(view.state.tr.setMeta(key, seconds ?? false).setMeta('addToHistory', false));
}
