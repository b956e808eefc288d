import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { addBlank, blanksOf, changeBlank, fillBlank } from '../../../web/editor/blank';
import { wordsOf } from '../../../web/editor/heard-words';
import { reportText } from '../../../web/editor/report-text';
import { schema } from '../../../web/editor/schema';

const heard = (text: string, start: number) =>
  schema.text(text, [
    schema.mark('heard', { start, end: start + 1, confidence: 0.9, heard: text, written: text }),
  ]);

const report = () =>
  EditorState.create({
    doc: schema.node('doc', null, [
      schema.node('paragraph', null, [
        heard('Sous', 10),
        schema.text(' '),
        heard('Kardégic', 11),
        schema.text(' '),
        heard('depuis', 12),
      ]),
    ]),
  });

const selecting = (state: EditorState, from: number, to: number) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, from, to)));

describe('a blank', () => {
  test('takes the place of what was doubtful, with its sound', () => {
    const state = selecting(report(), 6, 14);
    const blanked = state.apply(addBlank(state, 'b')!);
    expect(reportText(blanked.doc)).toBe('Sous [Kardégic ?] depuis');
    expect(blanksOf(blanked.doc)).toEqual([
      { id: 'b', from: 6, start: 11, end: 12, guess: 'Kardégic', question: '', answer: '' },
    ]);
  });

  test('at the caret holds the sound around it', () => {
    const state = selecting(report(), 15, 15);
    const blanked = state.apply(addBlank(state, 'b')!);
    expect(reportText(blanked.doc)).toBe('Sous Kardégic […]depuis');
    expect(blanksOf(blanked.doc)[0]).toMatchObject({ start: 10, end: 13, guess: '' });
  });

  test('that was left between words is filled without running into them', () => {
    const filledAt = (caret: number, written: string) => {
      const state = selecting(report(), caret, caret);
      const blanked = state.apply(addBlank(state, 'b')!);
      return reportText(blanked.apply(fillBlank(blanked, 'b', written)!).doc);
    };
    expect(filledAt(15, '75 mg')).toBe('Sous Kardégic 75 mg depuis');
    expect(filledAt(14, '75 mg')).toBe('Sous Kardégic 75 mg depuis');
    expect(filledAt(14, ', arrêté,')).toBe('Sous Kardégic, arrêté, depuis');
    expect(filledAt(15, 'l’')).toBe('Sous Kardégic l’depuis');
  });

  test('that took a part of a word gives it back as it was', () => {
    const state = selecting(report(), 8, 10);
    const blanked = state.apply(addBlank(state, 'b')!);
    const { guess } = blanksOf(blanked.doc)[0]!;
    expect(reportText(blanked.apply(fillBlank(blanked, 'b', guess)!).doc)).toBe(
      'Sous Kardégic depuis',
    );
  });

  test('does not reach over paragraphs', () => {
    const two = EditorState.create({
      doc: schema.node('doc', null, [
        schema.node('paragraph', null, [schema.text('un')]),
        schema.node('paragraph', null, [schema.text('deux')]),
      ]),
    });
    expect(addBlank(selecting(two, 2, 6), 'b')).toBeUndefined();
  });

  test('carries its question and the answer, which lands in its place with the sound', () => {
    const state = selecting(report(), 6, 14);
    const blanked = state.apply(addBlank(state, 'b')!);
    const asked = blanked.apply(changeBlank(blanked, 'b', { question: 'Kardégic 75 ?' })!);
    const answered = asked.apply(changeBlank(asked, 'b', { answer: 'Kardégic 160' })!);
    expect(blanksOf(answered.doc)[0]).toMatchObject({
      question: 'Kardégic 75 ?',
      answer: 'Kardégic 160',
    });
    const filled = answered.apply(fillBlank(answered, 'b', 'Kardégic 160')!);
    expect(reportText(filled.doc)).toBe('Sous Kardégic 160 depuis');
    expect(wordsOf(filled.doc)[1]).toMatchObject({ text: 'Kardégic 160', start: 11, end: 12 });
  });

  test('can be taken out, and is gone then', () => {
    const state = selecting(report(), 15, 15);
    const blanked = state.apply(addBlank(state, 'b')!);
    const without = blanked.apply(fillBlank(blanked, 'b', '')!);
    expect(reportText(without.doc)).toBe('Sous Kardégic depuis');
    expect(changeBlank(without, 'b', { question: 'x' })).toBeUndefined();
  });
});
