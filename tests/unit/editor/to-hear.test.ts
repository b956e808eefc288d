import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { draftedText } from '../../../terminology/draft/drafted-text';
import { optionsOf, USUAL_HABITS } from '../../../terminology/spoken/habits';
import { appendDraft } from '../../../web/editor/draft';
import { emptyDocument } from '../../../web/editor/history';
import { passagesToHear } from '../../../web/editor/to-hear';
import { segment } from '../../builders';

function reportOf(text: string): EditorState {
  const spoken = { ...optionsOf(USUAL_HABITS, undefined), day: '2026-11-22' };
  const drafted = draftedText([segment(text)], { writtenUntil: -1, isComplete: true, spoken });
  const state = EditorState.create({ doc: emptyDocument() });
  return state.apply(appendDraft(state, drafted));
}

const textOf = ({ doc }: EditorState, others: { from: number; to: number }[] = []): string[] =>
  passagesToHear(doc, others).map(({ from, to }) => doc.textBetween(from, to));

test('what is at stake is heard however sure it is, and what was heard badly whatever it is', () => {
  const report = reportOf('douleur du flanc droit depuis huit? jours et asthénie? modérée');
  expect(textOf(report)).toEqual(['droit', 'huit', 'jours', 'asthénie']);
});

test('each comes with its seconds', () => {
  const report = reportOf('douleur du flanc droit');
  const [{ start, end } = { start: 0, end: 0 }] = passagesToHear(report.doc, []);
  expect([start, end]).toEqual([1.5, 2]);
});

test('places that others name are heard, once', () => {
  const report = reportOf('douleur du flanc droit');
  expect(textOf(report, [{ from: 1, to: 8 }])).toEqual(['Douleur', 'droit']);
  expect(textOf(report, [{ from: 18, to: 22 }])).toEqual(['droit']);
});

test('what a person has typed is hers', () => {
  const report = reportOf('douleur du flanc droit');
  const at = report.doc.textBetween(0, report.doc.content.size).indexOf('droit') + 1;
  const typed = report.apply(report.tr.insertText('gauche', at, at + 5));
  expect(textOf(typed)).toEqual([]);
});
