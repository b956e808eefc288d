import { describe, expect, test } from 'vitest';
import type { Dictation } from '../../../web/dossier/dictation';
import { chosen, entryOf, nextUrgent, type Choice } from '../../../web/dossier/worklist';
import { dictation } from '../../builders';

const entry = (
  id: string,
  change: Partial<Dictation> = {},
  labels: { patient?: string; author?: string } = {},
) =>
  entryOf(dictation({ id, state: { phase: 'drafted' }, ...change }), {
    patient: 'TESTE Louise',
    author: 'Dr Exemple',
    documentType: 'Scanner',
    ...labels,
  });

const choice = (change: Partial<Choice> = {}): Choice => ({
  view: 'all',
  search: '',
  urgentOnly: false,
  author: '',
  sorting: { column: 'urgency', isDescending: false },
  ...change,
});

const ids = (entries: readonly { readonly dictation: Dictation }[]) =>
  entries.map(({ dictation: { id } }) => id);

describe('the worklist', () => {
  test('puts urgent first, then what is due, then what waits longest', () => {
    const entries = [
      entry('young', { createdAt: 9 }),
      entry('old', { createdAt: 1 }),
      entry('due', { createdAt: 5, dueAt: 50 }),
      entry('urgent', { createdAt: 8, priority: 'urgent' }),
    ];
    expect(ids(chosen(entries, choice()))).toEqual(['urgent', 'due', 'old', 'young']);
  });

  test('shows each tray what belongs in it', () => {
    const entries = [
      entry('draft'),
      entry('asked', { state: { phase: 'queried' } }),
      entry('sign', { state: { phase: 'to-sign' } }),
      entry('nobody', {}, { patient: '' }),
      entry('filed', { state: { phase: 'filed' } }, { author: '' }),
    ];
    const inView = (view: Choice['view']) => ids(chosen(entries, choice({ view })));
    expect(inView('to-correct')).toEqual(['draft', 'nobody']);
    expect(inView('queried')).toEqual(['asked']);
    expect(inView('to-sign')).toEqual(['sign']);
    expect(inView('unattached')).toEqual(['nobody']);
    expect(inView('filed')).toEqual(['filed']);
  });

  test('finds every word, whatever its accents and case', () => {
    const entries = [
      entry('one', { name: 'Échographie du genou' }),
      entry('two', { name: 'Échographie' }, { author: 'Dr Génou-Petit' }),
      entry('three', { name: 'IRM du genou' }),
    ];
    expect(ids(chosen(entries, choice({ search: 'ECHO genou' })))).toEqual(['one', 'two']);
    expect(chosen(entries, choice({ search: 'absent' }))).toEqual([]);
  });

  test('sorts by a column both ways, equal ones by urgency', () => {
    const entries = [
      entry('b', { sampleCount: 2, createdAt: 2 }),
      entry('a', { sampleCount: 2, createdAt: 1 }),
      entry('c', { sampleCount: 9 }),
    ];
    const by = (isDescending: boolean) =>
      ids(chosen(entries, choice({ sorting: { column: 'duration', isDescending } })));
    expect(by(true)).toEqual(['c', 'a', 'b']);
    expect(by(false)).toEqual(['a', 'b', 'c']);
  });

  test('gives the secretary the most urgent draft and the doctor the most urgent letter', () => {
    const entries = [
      entry('heard', { state: { phase: 'transcribing' }, priority: 'urgent' }),
      entry('draft', { createdAt: 3 }),
      entry('returned', { createdAt: 2, state: { phase: 'returned' } }),
      entry('sign', { state: { phase: 'to-sign' } }),
    ];
    expect(nextUrgent(entries)?.dictation.id).toBe('returned');
    expect(nextUrgent(entries, true)?.dictation.id).toBe('sign');
    expect(nextUrgent([])).toBeUndefined();
  });
});
