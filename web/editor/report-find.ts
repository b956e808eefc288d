import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { Finder, nextHit, replaceHits, type Hit, type Search } from './find';
import { wordBefore, wordsBetween } from './heard-words';

interface Found {
  readonly finder: Finder | undefined;
  readonly hits: readonly Hit[];
  readonly decorations: DecorationSet;
}

const key = new PluginKey<Found>('find');

const NOTHING: Found = { finder: undefined, hits: [], decorations: DecorationSet.empty };

function found(finder: Finder, { doc }: Pick<EditorState, 'doc'>): Found {
  const hits = finder.hits(doc);
  const decorations = hits.map(({ from, to }) => Decoration.inline(from, to, { class: 'hit' }));
  return { finder, hits, decorations: DecorationSet.create(doc, decorations) };
}

const isHere = ({ selection }: EditorState, { from, to }: Hit): boolean =>
  selection.from === from && selection.to === to;

/** Hits, the one that is selected stronger than the others. */
function decorations(state: EditorState): DecorationSet {
  const { hits, decorations: all } = key.getState(state) ?? NOTHING;
  const here = hits.find((hit) => isHere(state, hit));
  if (!here) return all;
  return all.add(state.doc, [Decoration.inline(here.from, here.to, { class: 'hit-here' })]);
}

/** Where a search stands: the number of hits and which of them is selected, from 1; 0 for none. */
export interface Tally {
  readonly count: number;
  readonly at: number;
}

export interface FoundSound {
  /** Seconds of its word, or of the word before it. */
  readonly seconds: number | undefined;
  /** Seconds of what was said there, also where it was written over since; undefined where it was typed. */
  readonly span: { readonly start: number; readonly end: number } | undefined;
}

/** Looks for text in a report and writes over it. */
export class ReportFind {
  readonly #view: () => EditorView;

  constructor(view: () => EditorView) {
    this.#view = view;
  }

  plugin(): Plugin {
    return new Plugin<Found>({
      key,
      state: {
        init: () => NOTHING,
        apply: (tr, before) => {
          const asked = tr.getMeta(key) as { readonly finder: Finder | undefined } | undefined;
          if (!asked && !tr.docChanged) return before;
          const finder = asked ? asked.finder : before.finder;
          return finder ? found(finder, tr) : NOTHING;
        },
      },
      props: { decorations },
    });
  }

  get tally(): Tally {
    const { state } = this.#view();
    const hits = this.#hits;
    return { count: hits.length, at: hits.findIndex((hit) => isHere(state, hit)) + 1 };
  }

  /** What is selected on one line: what one most likely looks for. */
  get selected(): string {
    const { doc, selection } = this.#view().state;
    const { $from, $to, from, to } = selection;
    return $from.sameParent($to) && $from.parent.isTextblock ? doc.textBetween(from, to) : '';
  }

  /** Shows every hit and selects the first from the caret on; nothing is looked for without a search. */
  look(search: Search | undefined): void {
    const view = this.#view();
    const finder = search && new Finder(search);
    view.dispatch(view.state.tr.setMeta(key, { finder }).setMeta('addToHistory', false));
    if (finder) this.#select(nextHit(this.#hits, view.state.selection.from, 1));
  }

  go(direction: 1 | -1): void {
    const { from, to } = this.#view().state.selection;
    this.#select(nextHit(this.#hits, direction === 1 ? to : from, direction));
  }

  /** Sound of the selected hit. */
  get sound(): FoundSound {
    const { doc, selection } = this.#view().state;
    const said = wordsBetween(doc, selection);
    const start = Math.min(...said.map((word) => word.start));
    const end = Math.max(...said.map((word) => word.end));
    const seconds = wordBefore(doc, selection.from)?.start;
    return { seconds, span: said.length === 0 ? undefined : { start, end } };
  }

  /** Writes over the selected hit and goes to the next; selects one first where none is. */
  replaceHere(text: string): void {
    const { state } = this.#view();
    const here = this.#hits.find((hit) => isHere(state, hit));
    if (here) this.#replace([here], text);
    this.go(1);
  }

  /** Writes over every hit; the number of places. */
  replaceAll(text: string): number {
    const hits = this.#hits;
    this.#replace(hits, text);
    return hits.length;
  }

  get #hits(): readonly Hit[] {
    return key.getState(this.#view().state)?.hits ?? [];
  }

  #replace(hits: readonly Hit[], text: string): void {
    const view = this.#view();
    const search = key.getState(view.state)?.finder?.search;
    if (!search || hits.length === 0 || !view.editable) return;
    const [first] = hits;
    const tr = replaceHits(view.state, { hits, search }, text);
    // After what was written, so that going on does not find it again in the very same place.
    if (first && hits.length === 1) {
      tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(first.to)));
    }
    view.dispatch(tr);
  }

  #select(hit: Hit | undefined): void {
    if (!hit) return;
    const view = this.#view();
    const selection = TextSelection.create(view.state.doc, hit.from, hit.to);
    view.dispatch(view.state.tr.setSelection(selection));
    // The editor itself scrolls only while it has the focus, and here the search bar has it.
    view.dom.querySelector('.hit-here')?.scrollIntoView({ block: 'center' });
  }
}
