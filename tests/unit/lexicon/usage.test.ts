import { describe, expect, test } from 'vitest';
import { compileLayer } from '../../../terminology/lexicon/compile';
import { Lexicon } from '../../../terminology/lexicon/lexicon';
import { Suggester } from '../../../terminology/lexicon/suggest';
import { frequencyIn, type Usage } from '../../../terminology/lexicon/usage';
import { UsageReader } from '../../../terminology/lexicon/usage-reader';
import { PhoneticRepair } from '../../../terminology/phonetic/repair';
import { SoundLexicon } from '../../../terminology/phonetic/sound-lexicon';
import { words } from '../../builders';
import { smallLexicon } from '../phonetic/small-lexicon';

const plain = smallLexicon();
const withUsage = (usage: Usage): Lexicon => new Lexicon(plain.general, plain.layers, usage);
const usage = (reports: number, ...counts: [string, number][]): Usage => ({
  reports,
  counts: new Map(counts),
});

describe('what a report uses', () => {
  const reader = new UsageReader(plain);

  test('is its medical words by their base form, and its terms', () => {
    expect(reader.of('Diverticules, et des diverticules à l’Anse diathermique.', [])).toEqual([
      'diverticule',
      'anse',
      'diathermique',
      'anse diathermique',
    ]);
  });

  test('holds nothing of the name of a patient, and no name of the practice', () => {
    expect(reader.of('M. Kyste-Duval : une anse, un kyste. Dr Dupont', ['KYSTE-DUVAL'])).toEqual([
      'anse',
    ]);
    expect(reader.of('une anse diathermique', ['Anse'])).toEqual(['diathermique']);
  });
});

describe('the frequency of a word', () => {
  test('rises with the reports it stands in, and never falls', () => {
    const often = usage(100, ['diathermique', 50]);
    expect(frequencyIn(often, 'diathermique', 3)).toBeCloseTo(4.7, 1);
    expect(frequencyIn(often, 'Diathermique', 5.2)).toBe(5.2);
    expect(frequencyIn(usage(100, ['diathermique', 1]), 'diathermique', 3)).toBeCloseTo(3.2, 1);
    expect(frequencyIn(often, 'anse', 3.5)).toBe(3.5);
  });

  test('is that of every form of it', () => {
    const [plural] = withUsage(usage(10, ['diverticule', 10])).find('diverticules');
    expect(plural?.medical).toBeGreaterThan(4.2);
  });
});

describe('of two words as near to what was heard', () => {
  const near = compileLayer({
    name: 'near',
    sources: [{ name: 'test', licence: 'MIT', rows: 2 }],
    words: ['dysphagie', 'dysphasie'].map((form) => ({
      form,
      medical: 3.5,
      categories: ['sign'],
      source: 0,
    })),
    terms: [],
  });
  const usedOften = (form: string): Lexicon =>
    new Lexicon(plain.general, [...plain.layers, near], usage(50, [form, 40]));

  test.each(['dysphagie', 'dysphasie'])('%s wins where the practice uses it often', (form) => {
    const lexicon = usedOften(form);
    const [repair] = new PhoneticRepair(lexicon).repair(words('une dysphadie? normale'));
    expect(repair?.written).toBe(form);
    const suggestions = new Suggester(new SoundLexicon(lexicon)).suggest('dysphadie');
    expect(suggestions.map((suggestion) => suggestion.form)[0]).toBe(form);
  });
});
