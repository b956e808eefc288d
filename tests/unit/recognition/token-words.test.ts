import { describe, expect, test } from 'vitest';
import { tokenWords } from '../../../workers/recognition/token-words';

/** Tokens whose text is given; the two halves of "é" are written é1 and é2. */
function wordsOf(...texts: string[]): ReturnType<typeof tokenWords> {
  const textOf = (tokens: readonly number[]): string =>
    tokens
      .map((token) => texts[token]!)
      .join('')
      .replaceAll('é1é2', 'é')
      .replace(/é[12]/g, '\ufffd');
  const tokens = texts.map((_, i) => i);
  return tokenWords(
    tokens,
    tokens.map((token) => Math.log(1 - token / 10)),
    textOf,
  );
}

describe('words from tokens', () => {
  test('begin at spaces and take the least sure of their pieces', () => {
    expect(wordsOf(' L', "'", 'œ', 'dème', ' du', ' pied')).toEqual([
      { text: "L'œdème", first: 0, end: 4, probability: expect.closeTo(0.7) },
      { text: 'du', first: 4, end: 5, probability: expect.closeTo(0.6) },
      { text: 'pied', first: 5, end: 6, probability: expect.closeTo(0.5) },
    ]);
  });

  test('take punctuation without its space, its time or its doubt', () => {
    expect(wordsOf(' Conclusion', ' :', ' «', ' normal', ' »', '.')).toEqual([
      { text: 'Conclusion:', first: 0, end: 1, probability: expect.closeTo(1) },
      { text: '«normal».', first: 3, end: 4, probability: expect.closeTo(0.7) },
    ]);
  });

  test('are never cut inside a character', () => {
    expect(wordsOf(' c', 'é1', 'é2', 'cum', ' 5', ' %').map(({ text }) => text)).toEqual([
      'cécum',
      '5',
      '%',
    ]);
  });

  test('are none where nothing was written', () => {
    expect(wordsOf()).toEqual([]);
    expect(wordsOf(' ')).toEqual([]);
  });
});
