import { describe, expect, test } from 'vitest';
import {
  exported,
  pairsOfFile,
  proposalsIn,
  rulesFor,
  type CorrectionRecord,
  type KeptLessons,
  type KeptRule,
} from '../../../web/dossier/corrections';

const DAY = 24 * 3600 * 1000;
const NOW = 1000 * DAY;

const lessons = (
  dictationId: string,
  pairs: readonly (readonly [string, string])[],
  authorId = '',
): KeptLessons => ({
  format: 1,
  kind: 'lessons',
  dictationId,
  authorId,
  at: NOW,
  lessons: pairs.map(([heard, written]) => ({ heard, written, before: '', after: '' })),
});

const rule = (heard: string, change: Partial<KeptRule> = {}): KeptRule => ({
  format: 1,
  kind: 'rule',
  id: heard,
  heard,
  written: heard.toUpperCase(),
  authorId: '',
  since: NOW,
  usedAt: NOW,
  ...change,
});

const KARDEGIC = ['cardégique', 'Kardégic'] as const;
const proposed = (...records: readonly CorrectionRecord[]) =>
  proposalsIn(records).map(({ heard, written, authorId, seen }) => [
    heard,
    written,
    authorId,
    seen.map(({ dictationId }) => dictationId),
  ]);

describe('a pair', () => {
  test('is proposed after the second dictation, not the second time in one', () => {
    expect(proposed(lessons('a', [KARDEGIC, KARDEGIC]))).toEqual([]);
    expect(proposed(lessons('a', [KARDEGIC]), lessons('b', [['Cardégique', 'Kardégic']]))).toEqual([
      ['cardégique', 'Kardégic', '', ['a', 'b']],
    ]);
  });

  test('is for the doctor where he alone dictated it', () => {
    const [a, b] = [lessons('a', [KARDEGIC], 'dr'), lessons('b', [KARDEGIC], 'dr')];
    expect(proposalsIn([a, b])[0]?.authorId).toBe('dr');
    expect(proposalsIn([a, lessons('b', [KARDEGIC])])[0]?.authorId).toBe('');
  });

  test('is not proposed where the same was written otherwise, or a person has decided', () => {
    const twice = [lessons('a', [KARDEGIC]), lessons('b', [KARDEGIC])];
    expect(proposed(...twice, lessons('c', [['cardégique', 'cardiaque']]))).toEqual([]);
    expect(proposed(...twice, rule('cardégique', { written: 'Kardégic' }))).toEqual([]);
    const [heard, written] = KARDEGIC;
    const declined = { format: 1, kind: 'declined', id: 'x', heard, written } as const;
    expect(proposed(...twice, declined)).toEqual([]);
  });
});

describe('the rules of a dictation', () => {
  test('are those of its doctor and of the practice, none that slept for a year', () => {
    const records = [
      rule('un', { authorId: 'dr' }),
      rule('pour tous'),
      rule('autre', { authorId: 'other' }),
      rule('vieux', { usedAt: NOW - 366 * DAY }),
    ];
    expect(rulesFor(records, 'dr', NOW).map(({ id }) => id)).toEqual(['pour tous', 'un']);
    expect(rulesFor(records, '', NOW).map(({ id }) => id)).toEqual(['pour tous']);
  });

  test('go to a file and come back', () => {
    const file = exported([rule('anse'), lessons('a', [KARDEGIC])]);
    expect(pairsOfFile(JSON.stringify(file))).toEqual([{ heard: 'anse', written: 'ANSE' }]);
  });

  test.each(['', '[]', 'null', '{"kind":"plume-corrections","pairs":[{"heard":1}]}', '{"a":1}'])(
    'are not read from %s',
    (text) => expect(pairsOfFile(text)).toBeUndefined(),
  );
});
