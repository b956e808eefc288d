import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { categoriesOf, categoryMask, type Category } from '../../terminology/lexicon/category';
import { paragraphText, textBlocks, type TextBlock } from './paragraph-text';
import { REST_MILLISECONDS } from './typing';

/** What may be shown of a text: terms of a category, and words no list has. */
export type MarkKind = Category | 'unknown';

export interface MarkChoice {
  readonly hidden: readonly MarkKind[];
  /** Unknown words that this report leaves alone, in lower case. */
  readonly ignored: readonly string[];
}

/** A term or unknown word in the document. */
export interface TermMark {
  readonly from: number;
  readonly to: number;
  readonly kind: MarkKind;
}

/** Marks of each paragraph as three numbers each: from, to, categories (0: unknown word); undefined when nobody can tell. */
export type AskMarks = (
  paragraphs: readonly string[],
) => Promise<readonly Uint32Array[] | undefined>;

type Answers = ReadonlyMap<Node, Uint32Array>;

type News =
  { readonly answers: Answers } | { readonly choice: MarkChoice } | { readonly forget: true };

interface Marked {
  readonly choice: MarkChoice;
  /** What is known of each block; a block that changed is another node, so answers to the old one find no place. */
  readonly known: WeakMap<Node, Uint32Array>;
  readonly set: DecorationSet;
  /** The end of a word being typed: it is not judged before the caret leaves it. */
  readonly typedAt: number | undefined;
}

const key = new PluginKey<Marked>('terms');
const EVERYTHING: MarkChoice = { hidden: [], ignored: [] };
const TERM_END = { class: 'term-end' };
const UNITS_PER_MARK = 3;

const kindOf = (mask: number, hidden: readonly MarkKind[]): MarkKind | undefined => {
  if (mask === 0) return hidden.includes('unknown') ? undefined : 'unknown';
  const shown = categoriesOf(mask).filter((category) => !hidden.includes(category));
  return shown.find((category) => category !== 'abbreviation') ?? shown[0];
};

function decorationsOf({ node, start }: TextBlock, marks: Uint32Array, choice: MarkChoice) {
  const decorations: Decoration[] = [];
  const text = paragraphText(node);
  for (let at = 0; at < marks.length; at += UNITS_PER_MARK) {
    const [from = 0, to = 0, mask = 0] = marks.subarray(at, at + UNITS_PER_MARK);
    const kind = kindOf(mask, choice.hidden);
    if (kind === undefined) continue;
    if (kind === 'unknown' && choice.ignored.includes(text.slice(from, to).toLowerCase())) continue;
    // The editor breaks a term wherever another mark begins: its sign stands behind its last word only.
    const lastWord = from + text.slice(from, to).lastIndexOf(' ') + 1;
    const isLong = lastWord > from;
    const look = { class: `term term-${kind}${isLong ? ' term-long' : ''}` };
    decorations.push(Decoration.inline(start + from, start + to, look, { kind }));
    if (isLong) decorations.push(Decoration.inline(start + lastWord, start + to, TERM_END));
  }
  return decorations;
}

function withAnswers({ set, choice }: Marked, doc: Node, answers: Answers): DecorationSet {
  return textBlocks(doc).reduce((changed, block) => {
    const marks = answers.get(block.node);
    if (!marks) return changed;
    const old = changed.find(block.start, block.start + block.node.content.size);
    return changed.remove(old).add(doc, decorationsOf(block, marks, choice));
  }, set);
}

const allAnew = (doc: Node, known: Marked['known'], choice: MarkChoice): DecorationSet =>
  DecorationSet.create(
    doc,
    textBlocks(doc).flatMap((block) => {
      const marks = known.get(block.node);
      return marks ? decorationsOf(block, marks, choice) : [];
    }),
  );

function take(marked: Marked, doc: Node, news: News): Marked {
  if ('forget' in news) return { ...marked, known: new WeakMap() };
  if ('choice' in news) {
    const { choice } = news;
    return { ...marked, choice, set: allAnew(doc, marked.known, choice) };
  }
  for (const [node, marks] of news.answers) marked.known.set(node, marks);
  return { ...marked, set: withAnswers(marked, doc, news.answers) };
}

function apply(tr: Transaction, marked: Marked): Marked {
  const news = tr.getMeta(key) as News | undefined;
  const set = tr.docChanged ? marked.set.map(tr.mapping, tr.doc) : marked.set;
  const isTyped = tr.docChanged && tr.selection.empty && tr.getMeta('addToHistory') !== false;
  const typedAt = isTyped
    ? tr.selection.head
    : tr.selectionSet
      ? undefined
      : marked.typedAt && tr.mapping.map(marked.typedAt);
  const moved = { ...marked, set, typedAt };
  return news ? take(moved, tr.doc, news) : moved;
}

function shown({ set, typedAt }: Marked): DecorationSet {
  if (typedAt === undefined) return set;
  const typed = set.find(typedAt, typedAt, ({ kind }) => kind === 'unknown');
  return typed.length === 0 ? set : set.remove(typed);
}

/** Marks terms and unknown words as `ask` answers, paragraph by paragraph; nobody waits for it. */
export const termMarks = (ask: AskMarks, onMarked: () => void): Plugin =>
  new Plugin<Marked>({
    key,
    state: {
      init: () => ({
        choice: EVERYTHING,
        known: new WeakMap(),
        set: DecorationSet.empty,
        typedAt: undefined,
      }),
      apply,
    },
    props: {
      decorations: (state) => {
        const marked = key.getState(state);
        return marked && shown(marked);
      },
    },
    view: (view) => new Asking(view, ask, onMarked),
  });

/** So that one batch costs a part of a frame. */
const BATCH_CHARACTERS = 4_000;

/** Asks about the blocks nothing is known of, one batch a frame. */
class Asking {
  readonly #view: EditorView;
  readonly #ask: AskMarks;
  readonly #onMarked: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsking = false;
  #isOver = false;

  constructor(view: EditorView, ask: AskMarks, onMarked: () => void) {
    this.#view = view;
    this.#ask = ask;
    this.#onMarked = onMarked;
    this.#soon(0);
  }

  update(view: EditorView, before: EditorState): void {
    const isForgotten = key.getState(view.state)?.known !== key.getState(before)?.known;
    if (view.state.doc !== before.doc) this.#soon(REST_MILLISECONDS);
    else if (isForgotten) this.#soon(0);
  }

  destroy(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  #soon(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#go(), milliseconds);
  }

  async #go(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    try {
      while (await this.#askBatch());
    } finally {
      this.#isAsking = false;
    }
  }

  /** False when nothing is left to ask, or nobody answers. */
  async #askBatch(): Promise<boolean> {
    const known = key.getState(this.#view.state)?.known;
    const batch = known ? batchOf(this.#view.state.doc, known) : [];
    if (batch.length === 0) return false;
    const marks = await this.#ask(batch.map(paragraphText)).catch(() => undefined);
    if (!marks) return false;
    await new Promise(requestAnimationFrame);
    // What was forgotten meanwhile was answered from old knowledge.
    const isStale = key.getState(this.#view.state)?.known !== known;
    if (this.#isOver || isStale) return !this.#isOver;
    const answers = new Map(batch.map((node, at) => [node, marks[at] ?? new Uint32Array()]));
    tell(this.#view, { answers });
    this.#onMarked();
    return true;
  }
}

function batchOf(doc: Node, known: WeakMap<Node, Uint32Array>): Node[] {
  const batch: Node[] = [];
  let room = BATCH_CHARACTERS;
  for (const { node } of textBlocks(doc)) {
    if (known.has(node)) continue;
    batch.push(node);
    room -= node.content.size;
    if (room <= 0) break;
  }
  return batch;
}

const tell = (view: EditorView, news: News): void =>
  view.dispatch(view.state.tr.setMeta(key, news).setMeta('addToHistory', false));

/** Shows other kinds of marks. */
export const chooseMarks = (view: EditorView, choice: MarkChoice): void => tell(view, { choice });

/** Asks about every paragraph again, because more words are known now; what is shown stays until the answers come. */
export const askMarksAgain = (view: EditorView): void => tell(view, { forget: true });

const DRUG = categoryMask(['drug']);

/** Drugs and words no list has, as far as they are known, whatever is shown of them. */
export function drugsAndUnknown(state: EditorState): { from: number; to: number }[] {
  const known = key.getState(state)?.known;
  return textBlocks(state.doc).flatMap(({ node, start }) => {
    const marks = known?.get(node) ?? new Uint32Array();
    const places: { from: number; to: number }[] = [];
    for (let at = 0; at < marks.length; at += UNITS_PER_MARK) {
      const [from = 0, to = 0, mask = 0] = marks.subarray(at, at + UNITS_PER_MARK);
      if (mask === 0 || (mask & DRUG) !== 0) places.push({ from: start + from, to: start + to });
    }
    return places;
  });
}

const asMark = ({ from, to, spec }: Decoration): TermMark => ({
  from,
  to,
  kind: (spec as { kind: MarkKind }).kind,
});

const isMark = (spec: object): boolean => 'kind' in spec;

/** The mark that a position touches. */
export function markAt(state: EditorState, position: number): TermMark | undefined {
  const [found] = key.getState(state)?.set.find(position, position, isMark) ?? [];
  return found && asMark(found);
}

/** Marks of one kind, in the order of the text. */
export const marksOfKind = (state: EditorState, kind: MarkKind): TermMark[] =>
  (key.getState(state)?.set.find(undefined, undefined, (spec) => spec.kind === kind) ?? [])
    .map(asMark)
    .sort((a, b) => a.from - b.from);
