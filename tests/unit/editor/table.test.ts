import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { reportText } from '../../../web/editor/report-text';
import { schema } from '../../../web/editor/schema';
import { changeTable, insertTable, type TableChange } from '../../../web/editor/table';

const paragraph = (text: string) =>
  schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]);

const row = (type: string, ...cells: string[]) =>
  schema.node(
    'tableRow',
    null,
    cells.map((text) => schema.node(type, null, [paragraph(text)])),
  );

/** The caret is in the cell with this text, else at the start. */
function stateOf(blocks: ReturnType<typeof paragraph>[], at = ''): EditorState {
  const doc = schema.node('doc', null, blocks);
  let caret = 1;
  doc.descendants((node, position) => {
    if (at !== '' && node.text === at) caret = position;
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, caret) });
}

const results = () =>
  schema.node('table', null, [
    row('tableHeader', 'Dosage', 'Valeur'),
    row('tableCell', 'TSH', '2,1 mUI/L'),
  ]);

describe('a table of results', () => {
  test('is handed on as lines with tabs', () => {
    const doc = schema.node('doc', null, [paragraph('Biologie :'), results(), paragraph('Fin.')]);
    expect(reportText(doc)).toBe('Biologie :\nDosage\tValeur\nTSH\t2,1 mUI/L\nFin.');
  });

  test('takes the place of an empty line, with the caret in its first cell and a line below', () => {
    const state = stateOf([paragraph('')]);
    const { doc, selection } = state.apply(insertTable(state)!);
    expect(doc.children.map(({ type }) => type.name)).toEqual(['table', 'paragraph']);
    expect([doc.firstChild?.childCount, doc.firstChild?.firstChild?.childCount]).toEqual([3, 3]);
    expect(selection.$head.node(3).type.name).toBe('tableHeader');
    doc.check();
  });

  test('stands below a line with text, and never in another table', () => {
    const state = stateOf([paragraph('Biologie :'), paragraph('Fin.')]);
    const { doc } = state.apply(insertTable(state)!);
    expect(doc.children.map(({ type }) => type.name)).toEqual(['paragraph', 'table', 'paragraph']);
    expect(insertTable(stateOf([results()], 'TSH'))).toBeUndefined();
  });

  test.each<[TableChange, string, string]>([
    ['add-row', 'TSH', 'Dosage\tValeur\nTSH\t2,1 mUI/L'],
    ['add-column', 'Dosage', 'Dosage\t\tValeur\nTSH\t\t2,1 mUI/L'],
    ['remove-row', 'TSH', 'Dosage\tValeur'],
    ['remove-column', 'Valeur', 'Dosage\nTSH'],
    ['remove-table', 'TSH', 'Fin.'],
  ])('%s at %s', (change, at, text) => {
    const state = stateOf([results(), paragraph(change === 'remove-table' ? 'Fin.' : '')], at);
    const { doc } = state.apply(changeTable(state, change)!);
    expect(reportText(doc)).toBe(text);
    doc.check();
  });

  test('is left alone from outside', () => {
    expect(changeTable(stateOf([paragraph('Texte'), results()]), 'add-row')).toBeUndefined();
  });
});
