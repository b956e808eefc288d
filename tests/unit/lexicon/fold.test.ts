import { describe, expect, test } from 'vitest';
import { fold, foldKey, letters, spelling } from '../../../terminology/lexicon/fold';

describe('folding', () => {
  test.each([
    ['Œdème', 'oedeme'],
    ['L’Hôpital', "l'hopital"],
    ['CÆCUM', 'caecum'],
    ['déjà-vu', 'deja-vu'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test.each([
    ['canaux', 'canal'],
    ['vaisseaux', 'vaisseau'],
    ['œdèmes', 'oedème'],
    ['thorax', 'Thorax'],
    ['dos', 'DOS'],
  ])('%s and %s share a key', (plural, other) => {
    expect(foldKey(plural)).toBe(foldKey(other));
  });

  test('« à » is not the letter A', () => {
    expect(foldKey('à')).not.toBe(foldKey('A'));
  });

  test('hyphens do not make another word', () => {
    expect(letters('iléo-cæcal')).toBe(letters('iléocaecal'));
  });

  test('spelling keeps accents', () => {
    expect(spelling('Oedème')).toBe(spelling('œdème'));
    expect(spelling('côté')).not.toBe(spelling('côte'));
  });
});
