import { expect, test } from 'vitest';
import { shown, textHash, withEdits, type SummaryLine } from '../../../web/dossier/summary';

const line = (text: string, change: Partial<SummaryLine> = {}): SummaryLine => ({
  id: text,
  heading: 'findings',
  text,
  origin: 'extracted',
  source: { paragraph: 0, from: 0, to: text.length, quote: text },
  isEdited: false,
  unsupported: [],
  ...change,
});

test('a summary made again keeps the words of a person in the place of their sentence', () => {
  const edited = line('TSH haute.', {
    isEdited: true,
    source: { paragraph: 0, from: 0, to: 12, quote: 'La TSH est à 18.' },
  });
  const fresh = [line('La TSH est à 18.'), line('Lobe gauche de 14 mm.')];
  expect(withEdits(fresh, [edited, line('Ancienne ligne.')])).toEqual([edited, fresh[1]]);
});

test('lines of a person whose sentence is no longer told, and lines of a model, stay', () => {
  const edited = line('Arrêt du tabac.', { isEdited: true });
  const { source: _, ...bare } = line('Fièvre.', { origin: 'generated' });
  expect(withEdits([line('Une autre.')], [edited, bare])).toEqual([
    line('Une autre.'),
    edited,
    bare,
  ]);
});

test('a changed text, or a moved line break, is another text', () => {
  expect(textHash(['5 mg', ''])).toBe(textHash(['5 mg', '']));
  expect(textHash(['5 mg'])).not.toBe(textHash(['50 mg']));
  expect(textHash(['a', 'b'])).not.toBe(textHash(['ab', '']));
});

test('a line is shown with a capital, its other letters as they are', () => {
  expect(shown('état stable sous IRM.')).toBe('État stable sous IRM.');
  expect(shown('')).toBe('');
});
