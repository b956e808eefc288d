import { expect, test } from 'vitest';
import { gapsBetween, wordless } from '../../../workers/recognition/wordless';
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

test('gaps lie before, between and after the words of a stretch; words that overlap leave none', () => {
  const words = [
    { start: 0, end: 1 },
    { start: 1.5, end: 3 },
    { start: 2.5, end: 4 },
    { start: 6, end: 7 },
  ];
  expect(gapsBetween({ start: 0.5, end: 5 }, words)).toEqual([
    { start: 0.5, end: 0.5 },
    { start: 1, end: 1.5 },
    { start: 3, end: 3 },
    { start: 4, end: 5 },
  ]);
});
