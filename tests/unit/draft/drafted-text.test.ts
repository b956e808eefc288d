import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { draftedText } from '../../../terminology/draft/drafted-text';
import { plainText, writeSpoken, type Piece } from '../../../terminology/spoken';
import { segment } from '../../builders';

const SAID = [
  'cher confrère virgule à la ligne',
  'je revois ce jour votre patient point',
  'pas de fièvre virgule pas de douleur point à la ligne',
  'traitement deux points paracétamol un gramme trois fois par jour point',
  'à droite euh non à gauche',
  'nouveau paragraphe bien confraternellement point',
];

const said = fc
  .array(fc.constantFrom(...SAID), { minLength: 1, maxLength: 12 })
  .map((sentences) => sentences.map((sentence, index) => segment(sentence, index * 12)));

describe('a draft written window by window', () => {
  test('gives the pieces of the whole, each once, however often it is asked', () => {
    fc.assert(
      fc.property(said, (segments) => {
        const written: Piece[] = [];
        let writtenUntil = -1;
        for (let count = 1; count <= segments.length; count += 1) {
          const isComplete = count === segments.length;
          const options = { writtenUntil, isComplete, spoken: {} };
          const { pieces } = draftedText(segments.slice(0, count), options);
          written.push(...pieces);
          writtenUntil = pieces.at(-1)?.heard.at(-1)?.end ?? writtenUntil;
        }
        const heard = written.flatMap((piece) => piece.heard.map(({ start }) => start));
        expect(heard).toEqual([...heard].sort((a, b) => a - b));
        expect(new Set(heard).size).toBe(segments.flatMap(({ words }) => words).length);
      }),
      { numRuns: 60 },
    );
  });

  test('shows what may still change as pending, and nothing once all is heard', () => {
    const segments = [segment(SAID.slice(0, 3).join(' '))];
    const growing = draftedText(segments, { writtenUntil: -1, isComplete: false, spoken: {} });
    expect(growing.pending).not.toBe('');
    const whole = draftedText(segments, { writtenUntil: -1, isComplete: true, spoken: {} });
    expect(whole.pending).toBe('');
    expect(plainText(whole.pieces)).toBe(plainText(writeSpoken(segments)));
  });

  test('of nothing is nothing', () => {
    const options = { writtenUntil: -1, isComplete: true, spoken: {} };
    expect(draftedText([], options)).toEqual({ previous: undefined, pieces: [], pending: '' });
  });
});
