import { describe, expect, test } from 'vitest';
import { readLookAlikes, readProperNames, readVerbs } from '../../../terminology/build/lists';
import { FROM_LISTED_NOUN, FROM_NOUN } from '../../../terminology/build/noun-adjectives';
import { verbForms } from '../../../terminology/build/verbs';
import { hasFlag } from '../../../terminology/lexicon/entry';
import { letters } from '../../../terminology/lexicon/fold';
import { shippedLexicon } from './shipped';

const repeated = (keys: readonly string[]): string[] =>
  keys.filter((key, at) => keys.indexOf(key) !== at);

describe('verbs of medicine', () => {
  test('take the forms of reports', () => {
    expect(verbForms('thrombolyser')).toEqual(
      expect.arrayContaining(['thrombolyse', 'thrombolysait', 'thrombolysées', 'thrombolysèrent']),
    );
  });

  test('open their é before a mute ending only', () => {
    expect(verbForms('préoxygéner')).toEqual(
      expect.arrayContaining(['préoxygène', 'préoxygénait', 'préoxygénera', 'préoxygéné']),
    );
  });

  test('are in -er, each once', () => {
    const verbs = readVerbs();
    expect(verbs.filter((verb) => !verb.endsWith('er'))).toEqual([]);
    expect(repeated(verbs)).toEqual([]);
  });
});

describe('adjectives of nouns', () => {
  const adjectivesOf = (noun: string): string[] => {
    const rule = [...FROM_NOUN, ...FROM_LISTED_NOUN].find(([ending]) => ending.test(noun));
    return (rule?.[1] ?? []).map((ending) => noun.replace(rule?.[0] ?? '', ending));
  };

  test.each([
    ['artériosclérose', ['artérioscléreux', 'artériosclérotique']],
    ['pneumothorax', []],
    ['fibrose', ['fibrotique']],
    ['brachycéphalie', ['brachycéphale', 'brachycéphalique']],
    ['hémoptysie', ['hémoptysique', 'hémoptoïque']],
    ['ectopie', ['ectopique']],
  ])('%s', (noun, adjectives) => {
    expect(adjectivesOf(noun)).toEqual(adjectives);
  });
});

describe('the shipped lexicon', () => {
  test.each([
    ['a reunion of two organs', 'urétérocystoplastie'],
    ['… with a hyphen', 'méningo-encéphalite'],
    ['a direction', 'antéromédial'],
    ['a way through', 'perendoscopique'],
    ['a verb', 'cathétérisait'],
    ['a germ', 'lwoffii'],
    ['an enzyme', 'transcétolase'],
  ])('knows %s', async (_, word) => {
    expect((await shippedLexicon()).knows(word)).toBe(true);
  });

  test('knows names and never proposes them, but for eponyms', async () => {
    const lexicon = await shippedLexicon();
    const names = readProperNames();
    expect(repeated(names)).toEqual([]);
    expect(names.filter((name) => !lexicon.knows(name))).toEqual([]);
    const kept = names.filter((name) =>
      lexicon.find(name).every((entry) => hasFlag(entry, 'name')),
    );
    expect(kept.length).toBeGreaterThan(0.95 * names.length);
  });

  test('warns of 250 pairs of drugs at least, each once', () => {
    const pairs = readLookAlikes().filter(({ kind }) => kind === 'look-alike drug');
    expect(pairs.length).toBeGreaterThanOrEqual(250);
    expect(repeated(pairs.map(({ forms }) => forms.map(letters).sort().join(' ')))).toEqual([]);
  });
});
