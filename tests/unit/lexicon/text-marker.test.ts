import { describe, expect, test } from 'vitest';
import { categoryMask } from '../../../terminology/lexicon/category';
import { Lexicon } from '../../../terminology/lexicon/lexicon';
import { likelyKind, ownWordsLayer, type OwnTerm } from '../../../terminology/lexicon/own-words';
import { Suggester } from '../../../terminology/lexicon/suggest';
import { packMarks, TextMarker } from '../../../terminology/lexicon/text-marker';
import { PhoneticRepair } from '../../../terminology/phonetic/repair';
import { SoundLexicon } from '../../../terminology/phonetic/sound-lexicon';
import { segment } from '../../builders';
import { smallLexicon } from '../phonetic/small-lexicon';
import { shippedLexicon } from './shipped';

const shipped = await shippedLexicon();
const marker = new TextMarker(shipped);

const seen = (text: string, by = marker): string[] =>
  by
    .marks(text)
    .map(({ from, to, categories }) => `${text.slice(from, to)} ${categories.join('+') || '?'}`);

const unknown = (text: string, by = marker): string[] =>
  seen(text, by)
    .filter((mark) => mark.endsWith(' ?'))
    .map((mark) => mark.slice(0, -2));

const withOwn = (...own: OwnTerm[]): Lexicon =>
  new Lexicon(shipped.general, [...shipped.layers, ownWordsLayer(own, shipped.general)]);

describe('a marked text', () => {
  test('shows terms with their categories and words no list has', () => {
    expect(seen('Traitement par alprazolam et kardégique.')).toEqual([
      'alprazolam drug',
      'kardégique ?',
    ]);
  });

  test('leaves alone what is right: articles, capitals, ordinals, units, compounds', () => {
    expect(
      unknown(
        "L'œdème d'Aujourd'hui ; ECHOGRAPHIE du 2 ème jour, 5 mg/kg, péri-hilaire, hypodense, qu’elle a eue",
      ),
    ).toEqual([]);
  });

  test('leaves names alone behind a title', () => {
    expect(unknown('Madame Zorbec-Quivala, vue par le Dr Trifouillard, a revu Zorbec.')).toEqual([
      'Zorbec',
    ]);
    expect(unknown('Mademoiselle Zorbec, vue par la docteure Trifouillard')).toEqual([]);
  });

  test('judges a hyphenated word as a whole and by its parts', () => {
    expect(unknown('une imagerie cardio-thoracique zorbec-cardiaque')).toEqual([
      'zorbec-cardiaque',
    ]);
  });

  test('crosses to another thread as three numbers a mark', () => {
    const marks = marker.marks('alprazolam zorbec');
    expect([...packMarks(marks)]).toEqual([0, 10, categoryMask(['drug']), 11, 17, 0]);
  });
});

describe('the card of a term', () => {
  test('tells strengths, look-alikes and where it comes from', () => {
    expect(marker.cardAt('sous alprazolam 0,25 mg', 7)).toMatchObject({
      form: 'alprazolam',
      categories: ['drug'],
      note: 'benzodiazépine',
      strengths: ['0,25 mg', '0,5 mg', '1 mg'],
      lookAlikes: expect.arrayContaining([{ form: 'lorazépam', kind: 'look-alike drug' }]),
    });
  });

  test('expands abbreviations, and is for terms only', () => {
    expect(marker.cardAt('TSH à 3', 1)?.note).toBe('thyréostimuline');
    expect(marker.cardAt('une table', 5)).toBeUndefined();
  });
});

describe('own words', () => {
  test('are terms of their category, in the plural too, alone or of several words', () => {
    const own = new TextMarker(
      withOwn(
        { form: 'zorbectomie', kind: 'procedure' },
        { form: 'pince de Zorbec', kind: 'device' },
      ),
    );
    expect(seen('deux zorbectomies à la pince de Zorbec', own)).toEqual([
      'zorbectomies procedure',
      'pince de Zorbec device',
    ]);
  });

  test('that are names or right as they stand are known and no terms', () => {
    const own = new TextMarker(
      withOwn(
        { form: 'clinique Saint-Zorbec', kind: 'name' },
        { form: 'trifouillet', kind: 'ignored' },
      ),
    );
    expect(
      seen('clinique Saint-Zorbec trifouillet', own).filter((mark) => /[Zt]/.test(mark)),
    ).toEqual([]);
  });

  test('are proposed for what is written nearly so, names are not', () => {
    const { general } = smallLexicon();
    const own: OwnTerm[] = [
      { form: 'Zorbalix', kind: 'drug' },
      { form: 'Quivalard', kind: 'name' },
    ];
    const lexicon = new Lexicon(general, [ownWordsLayer(own, general)]);
    const suggester = new Suggester(new SoundLexicon(lexicon));
    expect(suggester.suggest('zorbalics')[0]).toMatchObject({ form: 'Zorbalix' });
    expect(suggester.suggest('quivalar').map(({ form }) => form)).not.toContain('Quivalard');
  });

  test('repair what is heard, and a name is never repaired', () => {
    const small = smallLexicon();
    const repairs = (own: readonly OwnTerm[], text: string): string[] => {
      const layers = [...small.layers, ownWordsLayer(own, small.general)];
      const repair = new PhoneticRepair(new Lexicon(small.general, layers));
      return repair.repair(segment(text).words).map(({ written }) => written);
    };
    const own: OwnTerm[] = [{ form: 'zorbectomie', kind: 'procedure' }];
    expect(repairs(own, 'on prescrit une zorbectomi')).toEqual(['zorbectomie']);
    expect(
      repairs([...own, { form: 'Zorbectomi', kind: 'name' }], 'le docteur Zorbectomi'),
    ).toEqual([]);
  });

  test('have a category that their ending and capitals make likely', () => {
    expect(
      ['zorbectomie', 'zorbalumab', 'TZX', 'Zorbec', 'zorbite'].map((form) =>
        likelyKind(form, false),
      ),
    ).toEqual(['procedure', 'drug', 'abbreviation', 'name', 'pathology']);
    expect(likelyKind('Zorbite', true)).toBe('pathology');
  });
});
