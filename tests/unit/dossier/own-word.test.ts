import { describe, expect, test } from 'vitest';
import type { OwnTerm } from '../../../terminology/lexicon/own-words';
import { isOwnForm, newTerms, ownWordsFile, readOwnWordsFile } from '../../../web/dossier/own-word';

const WORDS: readonly OwnTerm[] = [
  { form: 'pince de Zorbec', kind: 'device' },
  { form: 'Trifouillard', kind: 'name' },
];

describe('a file of own words', () => {
  test('gives back what was exported', () => {
    expect(readOwnWordsFile(ownWordsFile(WORDS))).toEqual(WORDS);
  });

  test.each([
    ['no JSON', 'Trifouillard'],
    ['another JSON', '[]'],
    ['another version', '{"format":"plume-own-words/2","words":[]}'],
  ])('is none when it is %s', (_, text) => {
    expect(readOwnWordsFile(text)).toBeUndefined();
  });

  test('tells which word is damaged', () => {
    const text = ownWordsFile([...WORDS, { form: 'zorbite', kind: 'pathology' }]);
    expect(readOwnWordsFile(text.replace('pathology', 'maladie'))).toBe(3);
    expect(readOwnWordsFile(text.replace('Trifouillard', '12'))).toBe(2);
  });
});

describe('own words', () => {
  test('have letters and one line', () => {
    expect(['œdème', 'IRM', 'rue des Lilas'].filter(isOwnForm)).toHaveLength(3);
    expect(['', 'x', '12', 'deux\nlignes', 'x'.repeat(121)].filter(isOwnForm)).toEqual([]);
  });

  test('come in once, whatever their capitals', () => {
    const more: OwnTerm[] = [
      { form: 'TRIFOUILLARD', kind: 'name' },
      { form: 'zorbite', kind: 'pathology' },
      { form: 'Zorbite', kind: 'pathology' },
    ];
    expect(newTerms(WORDS, more)).toEqual([{ form: 'zorbite', kind: 'pathology' }]);
  });
});
