import { describe, expect, test } from 'vitest';
import { buildWordGraph } from '../../../terminology/build/word-graph';
import { compileLayer, type LayerSpec } from '../../../terminology/lexicon/compile';
import { FLAG } from '../../../terminology/lexicon/entry';
import { GeneralWords } from '../../../terminology/lexicon/general-words';
import { packLayer, unpackLayer } from '../../../terminology/lexicon/layer-file';
import { Lexicon } from '../../../terminology/lexicon/lexicon';
import { gunzip, gzip } from '../../../terminology/lexicon/packed-file';

const SPEC: LayerSpec = {
  name: 'essai',
  sources: [{ name: 'nous', licence: 'MIT', rows: 4 }],
  words: [
    { form: 'canal', medical: 4, categories: ['anatomy'], gender: 'm', number: 's', source: 0 },
    {
      form: 'canaux',
      lemma: 'canal',
      medical: 3.5,
      categories: ['anatomy'],
      gender: 'm',
      number: 'p',
      flags: FLAG.inflection,
      source: 0,
    },
    {
      form: 'Kardégic',
      medical: 4,
      categories: ['drug'],
      flags: FLAG.brand,
      note: 'aspirine',
      source: 0,
    },
  ],
  terms: [
    { form: 'canal carpien', medical: 3, categories: ['anatomy'], source: 0 },
    { form: 'canaux carpiens', medical: 2, categories: ['anatomy'], source: 0 },
  ],
  labels: ['Syndrome du canal carpien', 'canal carpien droit'],
  lookAlikes: [{ forms: ['Kardégic', 'Cardensiel'], kind: 'look-alike drug' }],
  strengths: new Map([['Kardégic', ['75 mg', '160 mg']]]),
};
const NO_WORDS = new GeneralWords(buildWordGraph([]));

describe('a layer of the lexicon', () => {
  test('is the same after a trip through its file', async () => {
    const layer = compileLayer(SPEC);
    const file = await gunzip(await gzip(packLayer(layer)));
    expect(unpackLayer(file)).toEqual(layer);
  });

  test('does not depend on the order of its lists', () => {
    const words = [...SPEC.words].reverse();
    const terms = [...SPEC.terms].reverse();
    expect(compileLayer({ ...SPEC, words, terms })).toEqual(compileLayer(SPEC));
  });

  test('is read through the lexicon', () => {
    const lexicon = new Lexicon(NO_WORDS, [compileLayer(SPEC)]);
    expect(lexicon.find('CANAUX')).toMatchObject([
      { form: 'canaux', number: 'p', categories: ['anatomy'], flags: FLAG.inflection },
    ]);
    expect(lexicon.word(lexicon.find('canaux')[0]!.lemma).form).toBe('canal');
    expect(lexicon.find('kardegic')[0]).toMatchObject({
      form: 'Kardégic',
      note: 'aspirine',
      source: 'nous',
    });
    expect([...lexicon.terms()].map(({ form }) => form)).toEqual(['canal carpien']);
    expect(lexicon.bigram('canal', 'carpien')).toBe(2);
    expect(lexicon.bigram('carpien', 'canal')).toBe(0);
    expect(lexicon.lookAlikes('cardensiel')).toEqual([
      { form: 'Kardégic', kind: 'look-alike drug' },
    ]);
    expect(lexicon.strengths('KARDEGIC')).toEqual(['75 mg', '160 mg']);
    expect(lexicon.knows('kardégic')).toBe(true);
    expect(lexicon.knows('kardegic')).toBe(false);
  });

  test('merges what two lists say of one word', () => {
    const layer = compileLayer({
      ...SPEC,
      words: [
        { form: 'sein', medical: 3, categories: ['anatomy'], source: 0, flags: FLAG.inflection },
        { form: 'sein', medical: 5, categories: ['sign'], gender: 'm', source: 0 },
      ],
    });
    const lexicon = new Lexicon(NO_WORDS, [layer]);
    expect(lexicon.find('sein')).toMatchObject([
      { medical: 5, categories: ['anatomy', 'sign'], gender: 'm', flags: 0 },
    ]);
  });

  test('says what is wrong with a file that is none', () => {
    expect(() => unpackLayer(new TextEncoder().encode('bonjour'))).toThrow('Not a lexicon file');
  });
});
