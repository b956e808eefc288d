import { describe, expect, test } from 'vitest';
import { mendedWords } from '../../../terminology/draft/mended-words';
import type { Repair } from '../../../terminology/phonetic/repair';
import { words } from '../../builders';

const repair = (change: Partial<Repair>): Repair => ({
  from: 1,
  to: 3,
  heard: 'lance diatermique',
  written: 'l’anse diathermique',
  text: 'l’anse diathermique,',
  level: 'repaired',
  gain: 3,
  distance: 0.2,
  category: 'device',
  alternatives: ['lance thermique'],
  ...change,
});

const heard = words('à lance diatermique, clip');

describe('words that the lexicon mends', () => {
  test('are rewritten where it repairs, within the time of what was heard', () => {
    const mended = mendedWords(heard, [repair({})]);
    expect(mended.map(({ text }) => text)).toEqual(['à', 'l’anse', 'diathermique,', 'clip']);
    const [, first, second] = mended;
    expect(first).toMatchObject({ start: 0.5, mending: { heard: 'lance diatermique,' } });
    expect(second?.end).toBeCloseTo(1.5);
    expect(first?.mending).toBe(second?.mending);
  });

  test('stay as heard where it only proposes, with the proposal first', () => {
    const mended = mendedWords(heard, [repair({ level: 'proposed' })]);
    expect(mended.map(({ text }) => text)).toEqual(heard.map(({ text }) => text));
    expect(mended[1]?.mending?.proposals).toEqual(['l’anse diathermique', 'lance thermique']);
    expect(mended[0]?.mending).toBeUndefined();
  });

  test('say when they are drugs', () => {
    const [, drug] = mendedWords(heard, [repair({ category: 'drug' })]);
    expect(drug?.mending?.isDrug).toBe(true);
  });
});
