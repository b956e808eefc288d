import { EditorState } from '@tiptap/pm/state';
import { history, undo } from '@tiptap/pm/history';
import { expect, test } from 'vitest';
import { positionsOf, reportLines } from '../../../web/editor/report-lines';
import { reportText } from '../../../web/editor/report-text';
import { schema } from '../../../web/editor/schema';
import { insertSummary } from '../../../web/editor/summary-section';

const text = (written: string, ...marks: string[]) =>
  schema.text(
    written,
    marks.map((name) => schema.mark(name)),
  );

const doc = schema.node('doc', null, [
  schema.node('paragraph', null, [text('La TSH est '), text('à 81 ', 'struck'), text('à 18.')]),
  schema.node('asideNote', null, [text('à relire')]),
  schema.node('paragraph', null, [text('Contrôle dans '), text('six', 'bold'), text(' semaines.')]),
]);
const state = EditorState.create({ doc, plugins: [history()] });
const section = {
  title: 'Résumé',
  parts: [{ heading: 'Suite et délais', lines: ['Contrôle dans six semaines.', 'TSH à jeun.'] }],
};

test('lines of a report leave out struck words and notes, and know their positions', () => {
  expect(reportLines(doc).map((line) => line.text)).toEqual([
    'La TSH est à 18.',
    'Contrôle dans six semaines.',
  ]);
  const place = positionsOf(doc, { paragraph: 0, from: 11, to: 15 })!;
  expect(doc.textBetween(place.from, place.to)).toBe('à 18');
  expect(positionsOf(doc, { paragraph: 1, from: 14, to: 17 })).toEqual({ from: 48, to: 51 });
  expect(positionsOf(doc, { paragraph: 7, from: 0, to: 3 })).toBeUndefined();
});

test('a summary stands at the head of the report, is no part of what is summarised, and undo takes it back', () => {
  let after = state.apply(insertSummary(state, section));
  expect(reportText(after.doc)).toBe(
    'Résumé\nSuite et délais\u00a0: Contrôle dans six semaines. TSH à jeun.\nLa TSH est à 18.\nContrôle dans six semaines.',
  );
  expect(reportLines(after.doc).map((line) => line.text)).toEqual(
    reportLines(doc).map((line) => line.text),
  );
  undo(after, (transaction) => {
    after = after.apply(transaction);
  });
  expect(after.doc.eq(doc)).toBe(true);
});

test('a second summary takes the place of the first', () => {
  const once = state.apply(insertSummary(state, section));
  const twice = once.apply(insertSummary(once, { ...section, title: 'Nouveau résumé' }));
  expect(reportText(twice.doc).match(/résumé/gi)).toHaveLength(1);
});

test('where a template asks for it, the summary stands there', () => {
  const asking = schema.node('doc', null, [
    schema.node('paragraph', null, [text('Chère consœur,')]),
    schema.node('paragraph', null, [text('[résumé]')]),
    schema.node('paragraph', null, [text('Bien confraternellement.')]),
  ]);
  expect(reportLines(asking).map((line) => line.text)).toEqual([
    'Chère consœur,',
    'Bien confraternellement.',
  ]);
  const before = EditorState.create({ doc: asking });
  const after = before.apply(insertSummary(before, section));
  expect(reportText(after.doc)).toBe(
    'Chère consœur,\nRésumé\nSuite et délais\u00a0: Contrôle dans six semaines. TSH à jeun.\nBien confraternellement.',
  );
});
