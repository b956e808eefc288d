import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compared, condensed, hasChanges } from '../../../web/dossier/comparison';

test('tells what was taken out and what was put in, by words', () => {
  expect(compared('Rein droit normal.', 'Rein gauche normal.')).toEqual([
    { kind: 'same', text: 'Rein ' },
    { kind: 'removed', text: 'droit' },
    { kind: 'added', text: 'gauche' },
    { kind: 'same', text: ' normal.' },
  ]);
  expect(hasChanges(compared('même', 'même'))).toBe(false);
});

test('both texts can be read back from it', () => {
  const text = fc.array(fc.constantFrom('rein', 'droit', 'gauche', ' ', '\n', '.', '5 mg', 'œ'));
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const stretches = compared(before, after);
      const read = (left: 'added' | 'removed') =>
        stretches
          .filter(({ kind }) => kind !== left)
          .map(({ text }) => text)
          .join('');
      expect(read('added')).toBe(before);
      expect(read('removed')).toBe(after);
    }),
  );
});

test('shows changes with a few words around them', () => {
  const before = 'un deux trois quatre cinq six sept huit neuf dix';
  const after = 'un deux trois quatre 5 six sept huit neuf dix';
  expect(condensed(compared(before, after), 2).map(({ text }) => text)).toEqual([
    ' […] trois quatre ',
    'cinq',
    '5',
    ' six sept […] ',
  ]);
});
