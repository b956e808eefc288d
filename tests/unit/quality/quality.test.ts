import { describe, expect, test } from 'vitest';
import {
  classOf,
  grouped,
  quality,
  summed,
  weekOf,
  type Measured,
} from '../../../web/dossier/quality';

const NONE = { number: 0, side: 0, negation: 0, term: 0, omission: 0, form: 0 };

describe('a change between draft and signed report', () => {
  test.each([
    ['15 mg', '150 mg', 'number'],
    ['', '12/10/2026', 'number'],
    ['droit', 'gauche', 'side'],
    ['pas de', 'de', 'negation'],
    ['', 'absence d’', 'negation'],
    ['propranolol', 'propafénone', 'term'],
    ['carcinome', '', 'term'],
    ['', 'sans fièvre', 'negation'],
    ['', 'fébrile', 'omission'],
    ['le', 'la', 'form'],
    ['Œdème', 'œdème,', 'form'],
    ['rein\n', 'rein ', undefined],
  ])('%s → %s: %s', (removed, added, kind) => {
    expect(classOf(removed, added)).toBe(kind);
  });
});

describe('a report', () => {
  test.each([
    ['Rein droit normal.', 'Rein droit normal.', {}],
    ['Rein droit normal.', 'Rein gauche normal.', { side: 1 }],
    ['Pas de fièvre, TSH à 2,1.', 'Fièvre, TSH à 1,2.', { negation: 1, number: 1 }],
    ['Bisoprolol matin', 'Bisoprolol le matin et le soir', { form: 1, omission: 1 }],
    ['prend deux cents mg', 'prend 200 mg', { number: 1 }],
  ])('%s → %s', (draft, signed, counts) => {
    expect(quality(draft, signed).counts).toEqual({ ...NONE, ...counts });
  });
});

const measured = (change: Partial<Measured>): Measured => ({
  at: new Date(2026, 10, 18).getTime(),
  documentType: 'letter',
  quality: { words: 100, counts: NONE },
  soundSeconds: 60,
  ...change,
});

describe('reports together', () => {
  const reports = [
    measured({
      quality: { words: 100, counts: { ...NONE, number: 1, form: 4 } },
      work: { seconds: 90, keystrokes: 40 },
    }),
    measured({ quality: { words: 300, counts: { ...NONE, term: 3 } }, documentType: 'ct' }),
  ];

  test('weigh by their words and their measured sound', () => {
    expect(summed(reports)).toEqual({
      reports: 2,
      words: 400,
      per100: { ...NONE, number: 0.25, form: 1, term: 0.75 },
      points: 0.25 * 3 + 0.75 * 1 + 1 * 0.25,
      minutesPerMinute: 1.5,
      keysPer100: 40,
    });
  });

  test('without work or words give no figure instead of a wrong one', () => {
    expect(summed([measured({ quality: { words: 0, counts: NONE } })])).toMatchObject({
      points: 0,
      minutesPerMinute: undefined,
      keysPer100: undefined,
    });
  });

  test('are grouped in order', () => {
    const groups = grouped(reports, ({ documentType }) => documentType);
    expect(groups.map(({ key, figures }) => [key, figures.words])).toEqual([
      ['ct', 300],
      ['letter', 100],
    ]);
  });

  test.each([
    [new Date(2026, 10, 16), '2026-11-16'],
    [new Date(2026, 10, 22, 23), '2026-11-16'],
    [new Date(2027, 0, 1), '2026-12-28'],
  ])('%s is in the week of %s', (date, week) => {
    expect(weekOf(date.getTime())).toBe(week);
  });
});
