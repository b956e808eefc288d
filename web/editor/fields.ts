import type { Node } from '@tiptap/pm/model';
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration } from '@tiptap/pm/view';
import { fieldsIn, type Field } from '../dossier/field';
import type { DecorateParagraph } from './paragraph-decorations';

/** Places to fill in of a block, from its start; a block with anything but text in it is left alone. */
const fieldsOf = (block: Node): readonly Field[] =>
  block.textContent.length === block.content.size ? fieldsIn(block.textContent) : [];

/** Shows places to fill in. */
export const fieldDecorations: DecorateParagraph = (paragraph, position) =>
  fieldsOf(paragraph).map(({ from, to }) =>
    Decoration.inline(position + 1 + from, position + 1 + to, { class: 'field' }),
  );

/** Text positions of every place to fill in. */
function placesOf({ doc }: EditorState): readonly Field[] {
  const places: Field[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    for (const field of fieldsOf(node)) {
      const [from, to] = [position + 1 + field.from, position + 1 + field.to];
      places.push({ ...field, from, to });
    }
    return false;
  });
  return places;
}

const select = ({ tr }: EditorState, { from, to }: Field): Transaction =>
  tr.setSelection(TextSelection.create(tr.doc, from, to)).scrollIntoView();

/** Selects the next place to fill in, or the one before; `undefined` where there is none that way. */
export function goToField(state: EditorState, direction: 1 | -1): Transaction | undefined {
  const { from, to } = state.selection;
  const places = placesOf(state);
  const next =
    direction === 1
      ? places.find((place) => place.from >= to && place.to > to)
      : places.findLast((place) => place.to <= from && place.from < from);
  return next && select(state, next);
}

/** Selects the first place to fill in of the report. */
export function firstField(state: EditorState): Transaction | undefined {
  const [first] = placesOf(state);
  return first && select(state, first);
}

/** Puts the next choice of the selected place in front; `undefined` where no place with choices is selected. */
export function turnChoice(state: EditorState, direction: 1 | -1): Transaction | undefined {
  const { from, to } = state.selection;
  const place = placesOf(state).find((field) => field.from === from && field.to === to);
  if (!place || place.choices.length === 0) return undefined;
  const { name, choices } = place;
  const turned =
    direction === 1
      ? [...choices.slice(1), ...choices.slice(0, 1)]
      : [...choices.slice(-1), ...choices.slice(0, -1)];
  const text = `[${name} : ${turned.join(' | ')}]`;
  const { tr, schema } = state;
  tr.replaceWith(from, to, schema.text(text));
  return tr.setSelection(TextSelection.create(tr.doc, from, from + text.length));
}

/** Writes the first choice in place of the selected field. */
export function takeChoice(state: EditorState): Transaction | undefined {
  const { from, to } = state.selection;
  const place = placesOf(state).find((field) => field.from === from && field.to === to);
  const [first] = place?.choices ?? [];
  return first === undefined
    ? undefined
    : state.tr.replaceWith(from, to, state.schema.text(first)).scrollIntoView();
}

type Act = (state: EditorState) => Transaction | undefined;

const KEYS: Readonly<Record<string, Act>> = {
  Tab: (state) => goToField(state, 1),
  'Shift+Tab': (state) => goToField(state, -1),
  ArrowDown: (state) => turnChoice(state, 1),
  ArrowUp: (state) => turnChoice(state, -1),
  Enter: takeChoice,
};

/** Tab walks from field to field and leaves the report where none is left: the keyboard is never caught. */
export const fieldKeys = (): Plugin =>
  new Plugin({
    props: {
      handleKeyDown: ({ state, dispatch, editable }, { key, shiftKey, ctrlKey, altKey }) => {
        if (!editable || ctrlKey || altKey) return false;
        const transaction = KEYS[shiftKey ? `Shift+${key}` : key]?.(state);
        if (transaction) dispatch(transaction);
        return transaction !== undefined;
      },
    },
  });
