import { Node } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  tableEditing,
} from '@tiptap/pm/tables';

const SIDE = 3;

/** By these prosemirror-tables knows the nodes. */
const ROLES: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};

/** Spans come from no one: a pasted table with merged cells is filled up to whole rows. */
const spans = () => ({
  colspan: { default: 1, rendered: false },
  rowspan: { default: 1, rendered: false },
  colwidth: { default: null, rendered: false },
});

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  /** Asked for every node of the schema, whoever answers. */
  extendNodeSchema: ({ name }) => (name in ROLES ? { tableRole: ROLES[name] } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  /** Tab walks through the cells and leaves the report after the last: the keyboard is never caught. */
  addKeyboardShortcuts() {
    const walk = (direction: 1 | -1) => () =>
      goToNextCell(direction)(this.editor.state, this.editor.view.dispatch);
    return { Tab: walk(1), 'Shift-Tab': walk(-1) };
  },
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const TableCell = Node.create({
  name: 'tableCell',
  content: 'paragraph+',
  isolating: true,
  addAttributes: spans,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
});

const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'paragraph+',
  isolating: true,
  addAttributes: spans,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', { scope: 'col' }, 0],
});

/** Results in rows and columns. */
export const tableNodes = [Table, TableRow, TableCell, TableHeader];

/**
 * Puts an empty table with a row of headings below the block at the caret, or in place of an empty line, and the caret
 * in its first cell; `undefined` inside another table.
 */
export function insertTable(state: EditorState): Transaction | undefined {
  if (isInTable(state)) return undefined;
  const { schema, doc, tr } = state;
  const row = (type: string): DocumentNode => {
    const cell = () => schema.node(type, null, [schema.node('paragraph')]);
    return schema.node('tableRow', null, Array.from({ length: SIDE }, cell));
  };
  const rows = Array.from({ length: SIDE }, (_, at) => row(at === 0 ? 'tableHeader' : 'tableCell'));
  // When everything is selected the caret stands in no block.
  const { $head } = state.selection.$head.depth > 0 ? state.selection : Selection.atEnd(doc);
  const block = $head.node(1);
  const isEmptyLine = block.type.name === 'paragraph' && block.content.size === 0;
  const end = $head.after(1);
  const from = isEmptyLine ? $head.before(1) : end;
  // Below a table that ends the report nothing could be written.
  const below = end === doc.content.size ? [schema.node('paragraph')] : [];
  tr.replaceWith(from, end, [schema.node('table', null, rows), ...below]);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1))).scrollIntoView();
}

const CHANGES = {
  'add-row': addRowAfter,
  'add-column': addColumnAfter,
  'remove-row': deleteRow,
  'remove-column': deleteColumn,
  'remove-table': deleteTable,
} as const;

export type TableChange = keyof typeof CHANGES;

export const TABLE_CHANGES = Object.keys(CHANGES) as readonly TableChange[];

/** Changes the table at the caret; `undefined` outside of one, or where its last row or column would go. */
export function changeTable(state: EditorState, change: TableChange): Transaction | undefined {
  let changed: Transaction | undefined;
  CHANGES[change](state, (tr) => (changed = tr));
  return changed?.scrollIntoView();
}
