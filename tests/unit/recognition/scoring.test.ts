import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDictations, sharedFolder } from '../../bench/dictations';
import { spellNumber } from '../../bench/french-numbers';
import { normalisedWords } from '../../bench/normalised-words';
import { rate, scoreCharacters, scoreClasses, scoreTerms, scoreWords } from '../../bench/scoring';

describe('numbers as they are said', () => {
  test.each([
    [0, 'zéro'],
    [17, 'dix-sept'],
    [21, 'vingt et un'],
    [71, 'soixante et onze'],
    [75, 'soixante-quinze'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [91, 'quatre-vingt-onze'],
    [100, 'cent'],
    [138, 'cent trente-huit'],
    [300, 'trois cents'],
    [480, 'quatre cent quatre-vingts'],
    [1968, 'mille neuf cent soixante-huit'],
    [2019, 'deux mille dix-neuf'],
    [4000, 'quatre mille'],
    [80_000, 'quatre-vingt mille'],
    [2_000_001, 'deux millions un'],
  ])('%i', (value, said) => {
    expect(spellNumber(value)).toBe(said);
  });
});

describe('normalised words', () => {
  test.each([
    ['L’œdème, très GÊNANT', 'l oedeme tres genant'],
    ['bisoprolol 5 mg', 'bisoprolol cinq milligramme'],
    ['bisoprolol cinq milligrammes', 'bisoprolol cinq milligramme'],
    ['138/76', 'cent trente huit sur soixante seize'],
    ['1,2 l soit 43 %', 'un deux litre soit quarante trois pour cent'],
    ['4 000 unités', 'quatre mille unite'],
    ['T4 à 9 pmol/l', 't quatre a neuf picomole par litre'],
    ['75 µg', 'soixante quinze microgramme'],
    ['2 h 40', 'deux heure quarante'],
    ['6° de valgus', 'six degre de valgus'],
    ['segment VI', 'segment six'],
    ['le 1er étage', 'le premier etage'],
    ['état stable point à la ligne conclusion deux points', 'etat stable conclusion'],
    ['cinq points de suture', 'cinq points de suture'],
  ])('%s', (text, words) => {
    expect(normalisedWords(text).join(' ')).toBe(words);
  });
});

describe('word and character errors', () => {
  test('count substitutions, deletions and insertions over the words of the reference', () => {
    const errors = scoreWords('le lobe droit est normal', 'lobe gauche est bien normal');
    expect(errors).toEqual({ errors: 3, length: 5, substitutions: 1, deletions: 1, insertions: 1 });
    expect(rate(errors)).toBe(0.6);
  });

  test('see no difference between what is said and what is well written', () => {
    expect(
      scoreWords('ramipril dix milligrammes virgule à jeun point', 'Ramipril 10 mg, à jeun.')
        .errors,
    ).toBe(0);
  });

  test('let a spoken notice stand before and after the text', () => {
    const notice = 'enregistré pour librivox les chats la mer et les vents fin du poème';
    expect(scoreWords('la mer et le vent', notice).errors).toBe(10);
    expect(scoreWords('la mer et le vent', notice, { freeEnds: true })).toMatchObject({
      errors: 2,
      insertions: 0,
    });
    expect(scoreCharacters('la mer et le vent', notice, { freeEnds: true })).toEqual({
      errors: 1,
      length: 17,
    });
  });

  test('count a silent engine as all wrong and an empty reference as nothing', () => {
    expect(rate(scoreWords('état stable', ''))).toBe(1);
    expect(rate(scoreWords('', ''))).toBe(0);
  });
});

describe('medical terms', () => {
  test('are found in the plural, missed when misspelt, and false when nobody said them', () => {
    expect(
      scoreTerms('polype et céfazoline', 'Des polypes, séfazoline, une métastase', {
        terms: ['polype', 'céfazoline'],
        vocabulary: ['métastase', 'polype', 'IRM'],
      }),
    ).toEqual({ wanted: 2, missed: ['céfazoline'], falseAlarms: ['métastase'] });
  });

  test('are not found inside other words', () => {
    expect(scoreTerms('IRM', 'firme', { terms: ['IRM'] }).missed).toEqual(['IRM']);
  });
});

describe('words that may harm a patient', () => {
  test('are counted by class', () => {
    expect(
      scoreClasses(
        'pas de lésion du rein gauche de trente-deux millimètres et un kyste sans paroi',
        'lésion du rein droit de 132 mm et un kyste cent parois',
      ),
    ).toEqual({
      number: { wanted: 1, wrong: 1, added: 1 },
      unit: { wanted: 1, wrong: 0, added: 0 },
      side: { wanted: 1, wrong: 1, added: 0 },
      negation: { wanted: 2, wrong: 2, added: 0 },
    });
  });

  test('a whole number counts once', () => {
    const { number } = scoreClasses('née en mille neuf cent soixante-huit', 'née en 1978');
    expect(number).toEqual({ wanted: 1, wrong: 1, added: 0 });
    expect(scoreClasses('vingt et un milligrammes', '21 mg').number.wrong).toBe(0);
  });

  test('an article is not a number', () => {
    expect(scoreClasses('un souffle', 'le souffle').number.wanted).toBe(0);
    expect(scoreClasses('un litre', 'le litre').number).toEqual({ wanted: 1, wrong: 1, added: 0 });
  });
});

const dictationsFile = join(sharedFolder(), 'speech', 'dictations.txt');

describe('reference dictations', () => {
  test('are refused with a sentence when malformed', () => {
    expect(() => parseDictations('== a-01 | courrier | x | sung\nspoken: a\n')).toThrow(
      'Dictation "a-01" is not in the format of dictations.txt.',
    );
  });

  test.skipIf(!existsSync(dictationsFile))('are eight, and their texts agree', () => {
    const dictations = parseDictations(readFileSync(dictationsFile, 'utf8'));
    expect(dictations.map(({ id }) => id)).toEqual(
      'cardio radio ortho pneumo gastro endo neuro dermato'.split(' ').map((name) => `${name}-01`),
    );
    const errors = dictations.map(({ id, spoken, written }) => [
      id,
      scoreWords(spoken, written).errors,
    ]);
    // The corrected side of endo-01 is said twice, the "3/0" thread of dermato-01 without its bar.
    expect(errors.filter(([, count]) => count !== 0)).toEqual([
      ['endo-01', 7],
      ['dermato-01', 1],
    ]);
    for (const { spoken, terms } of dictations)
      expect(scoreTerms(spoken, spoken, { terms }).missed).toEqual([]);
  });
});
