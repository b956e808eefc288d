import { describe, expect, test } from 'vitest';
import { TermMatcher } from '../../../terminology/lexicon/match';
import { shippedLexicon } from './shipped';

const matcher = new TermMatcher(await shippedLexicon());
const found = (text: string): string[] =>
  matcher
    .match(text)
    .map(({ from, to, categories }) => `${text.slice(from, to)} ${categories.join('+')}`);

describe('terms in a text', () => {
  test('are found at their longest, through articles and plurals', () => {
    expect(found("Résection à l'anse diathermique, hernies inguinales")).toEqual([
      'Résection procedure',
      'anse diathermique device',
      'hernies inguinales pathology',
    ]);
  });

  test('are found whatever accents, ligatures and capitals', () => {
    expect(found('OEDEME')).toEqual(found('œdème').map((text) => text.replace('œdème', 'OEDEME')));
    expect(found('sous KARDEGIC')).toEqual(['KARDEGIC drug']);
    expect(found('sous kardégic')).toEqual(['kardégic drug']);
  });

  test('do not run over punctuation', () => {
    expect(found('le col. De l’utérus')).not.toContain('col. De l’utérus anatomy');
  });

  test('are not everyday words of the same letters', () => {
    expect(found('as de pique')).toEqual([]);
    expect(found('un col de montagne')).toEqual([]);
    expect(found('à côté de lui')).toEqual([]);
    expect(found('au cas où')).toEqual([]);
  });

  test('are everyday words beside another term', () => {
    expect(found("fracture et col du fémur, puis l'artère")).toContain('col du fémur anatomy');
  });

  test('are acronyms only in capitals', () => {
    expect(found('IRM')).toHaveLength(1);
    expect(found('irm')).toEqual([]);
  });
});
