import { describe, expect, test } from 'vitest';
import { FLAG } from '../../../terminology/lexicon/entry';
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
    expect(found('le valproate fut instauré')).toEqual(['valproate drug']);
  });

  test('are everyday words beside another term', () => {
    expect(found("fracture et col du fémur, puis l'artère")).toContain('col du fémur anatomy');
  });

  test('are acronyms only in capitals', () => {
    expect(found('IRM')).toHaveLength(1);
    expect(found('irm')).toEqual([]);
  });
});

describe('the shipped lexicon', () => {
  test('has the breadth it claims', async () => {
    const lexicon = await shippedLexicon();
    const base = [...lexicon.words()].filter(
      ({ flags }) => (flags & (FLAG.inflection | FLAG.derived)) === 0,
    );
    expect(base.length).toBeGreaterThan(12_000);
    expect([...lexicon.terms()].filter(({ source }) => source !== 'CIM-10').length).toBeGreaterThan(
      6_000,
    );
  });

  test('knows how words are spelled', async () => {
    const lexicon = await shippedLexicon();
    expect(
      ['œdème', 'hypoéchogène', 'céfazoline', 'Kardégic'].filter((word) => !lexicon.knows(word)),
    ).toEqual([]);
    expect(['hypoéchogéne', 'propanolol', 'oedémes'].filter((word) => lexicon.knows(word))).toEqual(
      [],
    );
  });

  test('explains words it does not have', async () => {
    const lexicon = await shippedLexicon();
    expect(lexicon.partsOf('péricholangiographie')?.map(({ text }) => text)).toEqual([
      'péri',
      'cholangiographie',
    ]);
    expect(lexicon.partsOf('pericholangiographie')).toBeUndefined();
  });

  test('restores the accents of drug names', async () => {
    const lexicon = await shippedLexicon();
    const forms = ['kardegic', 'paracetamol', 'cefazoline'].map(
      (name) => lexicon.find(name)[0]?.form,
    );
    expect(forms).toEqual(['Kardégic', 'paracétamol', 'céfazoline']);
  });
});
