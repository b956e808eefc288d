import { EditorState, TextSelection } from '@tiptap/pm/state';
import { history, undo } from '@tiptap/pm/history';
import { describe, expect, test } from 'vitest';
import { appendWindow, windowsWritten } from '../../../web/editor/draft';
import { heardWords, wordAtTime, wordNear } from '../../../web/editor/heard-words';
import { schema } from '../../../web/editor/schema';
import { segment, transcriptWindow } from '../../builders';

const emptyState = () =>
  EditorState.create({
    doc: schema.node('doc', null, [schema.node('paragraph')]),
    plugins: [history()],
  });

const paragraphs = ({ doc }: EditorState): string[] => {
  const texts: string[] = [];
  doc.forEach((node) => texts.push(node.textContent));
  return texts;
};

const write = (state: EditorState, ...windows: Parameters<typeof appendWindow>[1][]) =>
  windows.reduce((current, window) => current.apply(appendWindow(current, window)), state);

describe('a window written into the report', () => {
  test('goes on in the same paragraph after a short pause, and in a new one after a long pause', () => {
    const state = write(
      emptyState(),
      transcriptWindow(0, [segment('Cher ami,'), segment('merci.', 2)]),
      transcriptWindow(1, [segment('Examen normal.', 3), segment('Conclusion.', 7)]),
    );
    expect(paragraphs(state)).toEqual(['Cher ami, merci. Examen normal.', 'Conclusion.']);
    expect(windowsWritten(state.doc)).toBe(2);
  });

  test('ties each word to its sound', () => {
    const state = write(emptyState(), transcriptWindow(0, [segment('Cher ami,', 4)]));
    const [, ami] = heardWords(state.doc);
    expect(ami).toMatchObject({ text: 'ami,', heard: 'ami,', start: 4.5, end: 5, confidence: 0.9 });
  });

  test('leaves the caret where the person types, even at the very end', () => {
    const first = write(emptyState(), transcriptWindow(0, [segment('Cher ami,')]));
    const end = first.doc.content.size - 1;
    const typing = first.apply(first.tr.setSelection(TextSelection.create(first.doc, end)));
    const next = write(typing, transcriptWindow(1, [segment('merci.', 1)]));
    expect(next.selection.from).toBe(end);
  });

  test('is no step of the undo history', () => {
    const typed = emptyState().apply(emptyState().tr.insertText('Bonjour', 1));
    const state = write(typed, transcriptWindow(0, [segment('cher ami')]));
    let undone = state;
    undo(state, (tr) => {
      undone = state.apply(tr);
    });
    expect(paragraphs(undone)).toEqual([' cher ami']);
  });

  test('of silence adds nothing but is counted', () => {
    const state = write(emptyState(), transcriptWindow(0, []));
    expect(paragraphs(state)).toEqual(['']);
    expect(windowsWritten(state.doc)).toBe(1);
  });
});

describe('the sound of a word', () => {
  const state = write(emptyState(), transcriptWindow(0, [segment('pas de fièvre')]));

  test('is that of its neighbour for new text', () => {
    const typed = state.apply(state.tr.insertText(' forte', state.doc.content.size - 1));
    expect(wordNear(heardWords(typed.doc), typed.doc.content.size - 1)?.start).toBe(1);
  });

  test('is kept when the word is corrected', () => {
    const [pas] = heardWords(state.doc);
    if (!pas) throw new Error('no word');
    const corrected = state.apply(state.tr.insertText('peu', pas.from, pas.to));
    expect(heardWords(corrected.doc)[0]).toMatchObject({ text: 'peu', heard: 'pas', start: 0 });
  });

  test('is found by time, with a little patience after its end', () => {
    const words = heardWords(state.doc);
    expect(wordAtTime(words, 0.7)?.text).toBe('de');
    expect(wordAtTime(words, 1.9)?.text).toBe('fièvre');
    expect(wordAtTime(words, 9)).toBeUndefined();
    expect(wordAtTime([], 0)).toBeUndefined();
  });
});
