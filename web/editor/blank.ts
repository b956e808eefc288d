import { Node as TiptapNode } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { wordsOf } from './heard-words';
import { readOnce, textBlocks } from './paragraph-text';

/** A passage nobody could hear, or a doubt: it stands in the text with its sound, and may be asked of the doctor. */
export interface Blank {
  readonly id: string;
  /** Seconds of its sound, half-open. */
  readonly start: number;
  readonly end: number;
  /** What stood there as far as anyone could tell; empty for a hole. */
  readonly guess: string;
  /** Asked of the doctor; empty where nothing is asked. */
  readonly question: string;
  /** The doctor's answer: a proposal until a person takes it. */
  readonly answer: string;
}

export interface PlacedBlank extends Blank {
  readonly from: number;
}

const NOBODY_HEARD = '[…]';

const text = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? '',
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === '' ? {} : { [`data-${name}`]: String(attributes[name]) },
});

const seconds = (name: string) => ({
  default: 0,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(`data-${name}`) ?? 0) || 0,
  renderHTML: (attributes: Record<string, unknown>) => ({
    [`data-${name}`]: String(attributes[name]),
  }),
});

export const BlankNode = TiptapNode.create({
  name: 'blank',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    id: text('id'),
    start: seconds('start'),
    end: seconds('end'),
    guess: text('guess'),
    question: text('question'),
    answer: text('answer'),
  }),
  parseHTML: () => [{ tag: 'span[data-blank]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    { ...HTMLAttributes, 'data-blank': '', class: 'blank' },
    blankText(node),
  ],
  renderText: ({ node }) => blankText(node),
});

/** What is read in the place of a blank. */
export const blankText = ({ attrs }: Node): string =>
  attrs.guess === '' ? NOBODY_HEARD : `[${String(attrs.guess)} ?]`;

const blanksOfBlock = readOnce((block): readonly PlacedBlank[] => {
  const found: PlacedBlank[] = [];
  block.forEach((node, from) => {
    if (node.type.name === 'blank') found.push({ ...(node.attrs as Blank), from });
  });
  return found;
});

/** In the order of the text. */
export const blanksOf = readOnce((doc): readonly PlacedBlank[] =>
  textBlocks(doc).flatMap(({ node, start }) =>
    blanksOfBlock(node).map((blank) => ({ ...blank, from: blank.from + start })),
  ),
);

const RUN_UP_SECONDS = 2;

/** What the new blank covers: the selected words, else nothing, with the sound around the caret. */
function covered({ doc, selection }: EditorState): Pick<Blank, 'start' | 'end' | 'guess'> {
  const { from, to, empty } = selection;
  const words = wordsOf(doc);
  const inside = words.filter((word) => word.from < to && word.to > from);
  const [first] = inside;
  const last = inside.at(-1);
  if (!empty && first && last) {
    return { start: first.start, end: last.end, guess: doc.textBetween(from, to, ' ').trim() };
  }
  const near = words.findLast((word) => word.to <= from);
  const start = near ? Math.max(0, near.end - RUN_UP_SECONDS) : 0;
  const end = words.find((word) => word.from >= to)?.end ?? (near?.end ?? 0) + RUN_UP_SECONDS;
  return { start, end, guess: empty ? '' : doc.textBetween(from, to, ' ').trim() };
}

/** Puts a blank in the place of the selection; `undefined` where it reaches over several paragraphs. */
export function addBlank(state: EditorState, id: string): Transaction | undefined {
  const { selection, schema, tr } = state;
  const { $from, $to } = selection;
  const isInLine = $from.parent.isTextblock && $from.sameParent($to);
  if (!isInLine || selection instanceof NodeSelection) return undefined;
  const attrs: Blank = { id, ...covered(state), question: '', answer: '' };
  return tr.replaceSelectionWith(schema.node('blank', { ...attrs }), false).scrollIntoView();
}

const placed = ({ doc }: EditorState, id: string) => blanksOf(doc).find((blank) => blank.id === id);

/** Keeps a question or an answer with its blank. */
export function changeBlank(
  state: EditorState,
  id: string,
  change: Partial<Pick<Blank, 'question' | 'answer'>>,
): Transaction | undefined {
  const blank = placed(state, id);
  if (!blank) return undefined;
  const { from, ...attrs } = blank;
  return state.tr.setNodeMarkup(from, null, { ...attrs, ...change });
}

/** Writes text in the place of a blank; it keeps the sound. Empty text leaves nothing there. */
export function fillBlank(
  state: EditorState,
  id: string,
  written: string,
): Transaction | undefined {
  const blank = placed(state, id);
  if (!blank) return undefined;
  const { from, start, end, guess } = blank;
  const { tr, schema } = state;
  if (written === '') return tr.delete(from, from + 1).scrollIntoView();
  const mark = schema.mark('heard', { start, end, confidence: 1, heard: guess, written: '' });
  const text = schema.text(written, [mark]);
  // Words that the blank stood for go back as they stood, even within a word.
  const [before, after] = guess === '' ? missingSpaces(state, from, written) : ['', ''];
  const space = (missing: string) => (missing === '' ? [] : [schema.text(missing)]);
  const content = [...space(before), text, ...space(after)];
  return tr.replaceWith(from, from + 1, content).scrollIntoView();
}

/** The spaces that keep what is written at a blank from running into the words beside it. */
function missingSpaces({ doc }: EditorState, from: number, written: string): [string, string] {
  const $from = doc.resolve(from);
  const before = doc.textBetween(Math.max($from.start(), from - 1), from);
  const after = doc.textBetween(from + 1, Math.min($from.end(), from + 2));
  const isRunningOn = /[\p{L}\p{N}.,;:!?)»]$/u.test(before) && /^[\p{L}\p{N}(«]/u.test(written);
  const isRunInto = /[^\s’'(«-]$/u.test(written) && /^[\p{L}\p{N}(«]/u.test(after);
  return [isRunningOn ? ' ' : '', isRunInto ? ' ' : ''];
}
