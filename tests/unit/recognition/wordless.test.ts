import { expect, test } from 'vitest';
import { wordless } from '../../../workers/recognition/wordless';
import { segment } from '../../builders';

const RATE = 16_000;
const span = (start: number, end: number) => ({ start: start * RATE, end: end * RATE });

test('voice that words stand for, with a breath between them, is told', () => {
  // Four words of half a second each.
  const told = [segment('patiente de 81 ans', 1)];
  expect(wordless([span(0.8, 3.4)], told)).toEqual([]);
});

test('voice before, between and behind the words is not', () => {
  const told = [segment('deux mots', 2), segment('deux mots', 6)];
  expect(wordless([span(0, 8)], told)).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 6 },
    { start: 7, end: 8 },
  ]);
});

test('a whole span without a word is not; silence is no voice', () => {
  const told = [segment('deux mots', 2)];
  expect(wordless([span(2, 3), span(10, 12)], told)).toEqual([{ start: 10, end: 12 }]);
  expect(wordless([], told)).toEqual([]);
});
