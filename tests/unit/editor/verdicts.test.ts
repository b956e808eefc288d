import { EditorState } from '@tiptap/pm/state';
import { history, undo } from '@tiptap/pm/history';
import { describe, expect, test } from 'vitest';
import { mayKeep, settles, type Verdict } from '../../../web/dossier/verdict';
import type { PlacedFinding } from '../../../web/editor/findings-plugin';
import { reportText } from '../../../web/editor/report-text';
import { schema } from '../../../web/editor/schema';
import { acceptFixes, keepVerdicts, soundOf, verdictsOf } from '../../../web/editor/verdicts';

const heard = (text: string, start: number, written = text) =>
  schema.text(text, [
    schema.mark('heard', { start, end: start + 1, confidence: 0.9, heard: text, written }),
  ]);

const report = () =>
  EditorState.create({
    plugins: [history()],
    doc: schema.node('doc', null, [
      schema.node('paragraph', null, [
        heard('Rein', 1),
        schema.text(' '),
        heard('droit', 2),
        schema.text(' et rein '),
        heard('gros', 3, 'droit'),
      ]),
    ]),
  });

const finding = (text: string, from: number): PlacedFinding => ({
  id: `side:${text}:${from}`,
  rule: 'sides',
  risk: 4,
  from,
  to: from + text.length,
  text,
  message: 'Un côté et l’autre.',
  fixes: [{ text: 'gauche' }],
  doubt: 0.5,
  start: 2,
});

const verdict = (change: Partial<Verdict> = {}): Verdict => ({
  findingId: 'a',
  text: 'droit',
  risk: 4,
  decision: 'kept',
  by: 'someone',
  at: 1,
  listened: true,
  ...change,
});

describe('decisions', () => {
  test('write their fixes and are taken back with them by one undo', () => {
    const state = report();
    const accepted = [finding('droit', 6), finding('gros', 20)].map((one) => ({
      finding: one,
      text: 'gauche',
      verdict: verdict({ findingId: one.id, decision: 'accepted' }),
    }));
    const fixed = state.apply(acceptFixes(state, accepted)!);
    expect(reportText(fixed.doc)).toBe('Rein gauche et rein gauche');
    expect(verdictsOf(fixed.doc).map(({ findingId }) => findingId)).toEqual([
      'side:droit:6',
      'side:gros:20',
    ]);
    let undone = fixed;
    undo(fixed, (tr) => (undone = fixed.apply(tr)));
    expect(reportText(undone.doc)).toBe('Rein droit et rein gros');
    expect(verdictsOf(undone.doc)).toEqual([]);
  });

  test('are not kept where nothing stands any more of what they were for', () => {
    const { doc } = report();
    const emptied = EditorState.create({ doc: doc.type.create(null, schema.node('paragraph')) });
    const heard = { ...finding('droit', 1), rule: 'heard', to: 1 };
    const accepted = [{ finding: heard, text: 'gauche', verdict: verdict() }];
    expect(acceptFixes(emptied, accepted)).toBeUndefined();
  });

  test('that leave the text are undone too', () => {
    const state = report();
    const kept = state.apply(keepVerdicts(state, [verdict()]));
    expect(verdictsOf(kept.doc)).toEqual([verdict()]);
    let undone = kept;
    undo(kept, (tr) => (undone = kept.apply(tr)));
    expect(verdictsOf(undone.doc)).toEqual([]);
  });

  test('need the sound of what the machine heard, not of what was typed', () => {
    const { doc } = report();
    expect(soundOf(doc, { from: 6, to: 11 })).toEqual({ start: 2, end: 3 });
    expect(soundOf(doc, { from: 20, to: 24 })).toBeUndefined();
  });
});

describe('a kept passage', () => {
  const passage = { id: 'a', text: 'droit', risk: 4, hasSound: true } as const;

  test.each<[string, boolean, boolean, boolean]>([
    ['heard', true, true, true],
    ['not heard', true, false, false],
    ['typed by hand', false, false, true],
  ])('that may harm, %s', (_, hasSound, listened, may) => {
    expect(mayKeep({ ...passage, hasSound }, listened)).toBe(may);
  });

  test('of spelling needs no ear', () => {
    expect(mayKeep({ ...passage, risk: 7 }, false)).toBe(true);
  });

  test('is open again when its words change or it is found for another reason', () => {
    expect(settles(verdict(), passage)).toBe(true);
    expect(settles(verdict(), { ...passage, text: 'gauche' })).toBe(false);
    expect(settles(verdict(), { ...passage, id: 'b' })).toBe(false);
    expect(settles(verdict({ decision: 'accepted' }), passage)).toBe(false);
    expect(settles(verdict({ listened: false }), passage)).toBe(false);
  });
});
