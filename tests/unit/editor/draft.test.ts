import { EditorState, TextSelection } from '@tiptap/pm/state';
import { history, undo } from '@tiptap/pm/history';
import { describe, expect, test } from 'vitest';
import { draftedText } from '../../../terminology/draft/drafted-text';
import type { Segment } from '../../../terminology/word';
import { acceptProposal, restoreHeard } from '../../../web/editor/correction';
import { appendDraft, writtenUntil } from '../../../web/editor/draft';
import { heardWords, wordAtTime, wordBefore } from '../../../web/editor/heard-words';
import { reportText } from '../../../web/editor/report-text';
import { schema } from '../../../web/editor/schema';
import { alertsIn } from './alerts';
import { mended, segment } from '../../builders';

const emptyState = () =>
  EditorState.create({
    doc: schema.node('doc', null, [schema.node('paragraph')]),
    plugins: [history()],
  });

/** Writes the draft of the segments as far as it is settled, or whole. */
function write(state: EditorState, segments: readonly Segment[], isComplete = true): EditorState {
  const options = { writtenUntil: writtenUntil(state.doc), isComplete, spoken: {} };
  return state.apply(appendDraft(state, draftedText(segments, options)));
}

function wordOf(state: EditorState, text: string) {
  const word = heardWords(state.doc).find((other) => other.text === text);
  if (!word) throw new Error(`no word "${text}"`);
  return word;
}

function caretOn(state: EditorState, text: string): EditorState {
  const { from } = wordOf(state, text);
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, from)));
}

describe('a draft written into the report', () => {
  test('has its commands carried out, and ties each word to its sound', () => {
    const state = write(emptyState(), [
      segment('cher ami virgule à la ligne merci de ton courrier point'),
    ]);
    expect(reportText(state.doc)).toBe('Cher ami,\nMerci de ton courrier.');
    expect(wordOf(state, 'courrier')).toMatchObject({ heard: 'courrier', start: 4.5, end: 5 });
  });

  test('comes in parts as it settles and never twice', () => {
    const sentence = 'le patient va bien et ne se plaint de rien ce jour point à la ligne ';
    const segments = [0, 10, 20, 30, 40].map((start) => segment(sentence.trim(), start));
    const whole = reportText(write(emptyState(), segments).doc);
    const grown = segments.reduce(
      (state, _, index) => write(state, segments.slice(0, index + 1), index === 4),
      emptyState(),
    );
    expect(reportText(grown.doc)).toBe(whole);
    expect(reportText(write(grown, segments).doc)).toBe(whole);
  });

  test('leaves the caret where the person types, even at the very end', () => {
    const first = write(emptyState(), [segment('cher ami point')]);
    const end = first.doc.content.size - 1;
    const typing = first.apply(first.tr.setSelection(TextSelection.create(first.doc, end)));
    const next = write(typing, [segment('cher ami point'), segment('merci point', 3)]);
    expect(next.selection.from).toBe(end);
    expect(reportText(next.doc)).toBe('Cher ami. Merci.');
  });

  test('is no step of the undo history', () => {
    const typed = emptyState().apply(emptyState().tr.insertText('Bonjour', 1));
    const state = write(typed, [segment('cher ami')]);
    let undone = state;
    undo(state, (tr) => {
      undone = state.apply(tr);
    });
    expect(reportText(undone.doc)).toBe('Cher ami');
  });

  test('of silence adds nothing', () => {
    expect(write(emptyState(), []).doc.textContent).toBe('');
  });
});

describe('what the machine wrote of its own', () => {
  const dose = segment('bisoprolol cinq milligrammes le matin point à la ligne contrôle');

  test('goes back to what was heard in one key', () => {
    const state = caretOn(write(emptyState(), [dose]), '5\u202fmg');
    const tr = restoreHeard(state);
    expect(tr && reportText(tr.doc)).toBe('Bisoprolol cinq milligrammes le matin.\nContrôle');
  });

  test('takes its line break back with it', () => {
    const state = caretOn(write(emptyState(), [dose]), '.');
    const tr = restoreHeard(state);
    expect(tr && reportText(tr.doc)).toContain('le matin point à la ligne Contrôle');
    expect(tr?.doc.childCount).toBe(1);
  });

  test('asks to be heard where it is a drug, and is quiet once a person has written there', () => {
    const heard = mended('séphasoline', 'céfazoline');
    const state = write(emptyState(), [segment('antibioprophylaxie par', 0), heard]);
    expect(alertsIn(state.doc)).toMatchObject([{ text: 'céfazoline', risk: 2 }]);
    const restored = restoreHeard(caretOn(state, 'céfazoline'));
    expect(restored && reportText(restored.doc)).toBe('Antibioprophylaxie par séphasoline');
    expect(restored && alertsIn(restored.doc)).toEqual([]);
  });

  test('gives its place to a proposal', () => {
    const heard = mended('séphasoline', 'céfazoline', 'proposed');
    const state = caretOn(write(emptyState(), [heard]), 'Séphasoline');
    const tr = acceptProposal(state, 'céfazoline');
    expect(tr && reportText(tr.doc)).toBe('Céfazoline');
  });

  test('keeps the signs around the word that a proposal replaces', () => {
    const state = write(emptyState(), [segment('on donne la séphasoline, puis rien')]);
    const tr = acceptProposal(caretOn(state, 'séphasoline,'), 'céfazoline');
    expect(tr && reportText(tr.doc)).toBe('On donne la céfazoline, puis rien');
  });

  test('leaves struck words and asides out of the text, but in the report', () => {
    const state = write(emptyState(), [
      segment(
        'le lobe droit mesure quatorze non pardon le lobe gauche mesure quatorze millimètres point',
      ),
    ]);
    expect(reportText(state.doc)).toBe('Le lobe gauche mesure 14\u202fmm.');
    expect(state.doc.textContent).toContain('droit');
  });
});

describe('the sound of a word', () => {
  const state = write(emptyState(), [segment('pas de fièvre')]);

  test('is that of its neighbour for new text', () => {
    const typed = state.apply(state.tr.insertText(' forte', state.doc.content.size - 1));
    expect(wordBefore(typed.doc, typed.doc.content.size - 1)?.start).toBe(1);
  });

  test('is kept when the word is corrected', () => {
    const pas = wordOf(state, 'Pas');
    const corrected = state.apply(state.tr.insertText('Peu', pas.from, pas.to));
    expect(heardWords(corrected.doc)[0]).toMatchObject({ text: 'Peu', heard: 'pas', start: 0 });
  });

  test('is found by time, with a little patience after its end', () => {
    const words = heardWords(state.doc);
    expect(wordAtTime(words, 0.7)?.text).toBe('de');
    expect(wordAtTime(words, 1.9)?.text).toBe('fièvre');
    expect(wordAtTime(words, 9)).toBeUndefined();
    expect(wordAtTime([], 0)).toBeUndefined();
  });
});
