import { expect, test } from 'vitest';
import { justSaid } from '../../../web/review/just-said';

const LIST = [
  { start: 1, end: 4 },
  { start: 10, end: 12 },
];
const PASSAGES = [
  { text: 'droit', start: 1.2, end: 1.8 },
  { text: 'left out', start: 2.4, end: 3.8 },
  { text: 'heard before', start: 6, end: 7 },
  { text: '50 mg', start: 10.2, end: 11 },
];

test.each([
  [1.9, 'droit'],
  [2.6, 'droit'],
  [2.8, 'left out'],
  // Just after the jump she still answers to what stood before it.
  [10.1, 'left out'],
  [10.4, 'left out'],
  [10.8, '50 mg'],
])('stopped at %d s: « %s »', (seconds, text) => {
  expect(justSaid(LIST, seconds, PASSAGES)?.text).toBe(text);
});

test('nothing where nothing of the list was said yet', () => {
  expect(justSaid(LIST, 1.1, PASSAGES)).toBeUndefined();
  expect(justSaid([], 5, PASSAGES)).toBeUndefined();
});
