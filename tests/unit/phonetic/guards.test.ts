import { describe, expect, test } from 'vitest';
import { heardTokens } from '../../../terminology/phonetic/heard-tokens';
import { letterDistance, stemmed } from '../../../terminology/phonetic/letters';
import { areOpposites } from '../../../terminology/phonetic/opposites';

describe('words that sound alike and mean the opposite', () => {
  test.each([
    ['hypertension', 'hypotension'],
    ['ipotension', 'hypertension'],
    ['intercostal', 'intracostal'],
    ['abduction', 'adduction'],
    ['glycémie', 'glycurie'],
    ['asymétrique', 'symétrique'],
    ['assymétrique', 'symétrique'],
    ['ictérique', 'anictérique'],
    ['hanesthésie', 'esthésie'],
    ['euthyroïdie', 'dysthyroïdie'],
    ['tachycardie', 'bradycardie'],
    ['thyroïdectomie', 'thyroïdotomie'],
  ])('%s and %s', (a, b) => {
    expect(areOpposites(a, b)).toBe(true);
    expect(areOpposites(b, a)).toBe(true);
  });

  test.each([
    ['dislipidémie', 'dyslipidémie'],
    ['hipertension', 'hypertension'],
    ['anesthésie', 'anesthésies'],
    ['aponévrose', 'aponévroses'],
    ['oscultation', 'auscultation'],
    ['oriculaire', 'auriculaire'],
  ])('not %s and %s', (a, b) => {
    expect(areOpposites(a, b)).toBe(false);
  });
});

describe('tokens of a draft', () => {
  const roles = (text: string): string[] =>
    heardTokens(
      text.split(' ').map((word, at) => ({ text: word, start: at, end: at + 1, confidence: 1 })),
    ).map(({ text: token, role }) => `${token}:${role}`);

  test('numbers, sides, negations and commands bar the way', () => {
    expect(roles("l'œdème à gauche, 10 mg sans deux virgule kyste")).toEqual([
      'l:little',
      'œdème:content',
      'à:little',
      'gauche:barrier',
      '10:barrier',
      'mg:barrier',
      'sans:barrier',
      'deux:number',
      'virgule:barrier',
      'kyste:content',
    ]);
  });

  test('what follows a title is a name, up to three capitals', () => {
    expect(roles('le Dr. Jean Quiste Aidem. Quiste')).toEqual([
      'le:little',
      'Dr:barrier',
      'Jean:barrier',
      'Quiste:barrier',
      'Aidem:barrier',
      'Quiste:content',
    ]);
    expect(roles('madame antèle vient')).toEqual([
      'madame:barrier',
      'antèle:barrier',
      'vient:content',
    ]);
  });

  test('keep their place in the words they come from', () => {
    const tokens = heardTokens([
      { text: "«l'œdème-là»,", start: 0, end: 1, confidence: 0.4 },
      { text: 'Fin.', start: 1, end: 2, confidence: 0.9 },
    ]);
    expect(tokens.map(({ text, word, from, to, joint }) => [text, word, from, to, joint])).toEqual([
      ['l', 0, 1, 2, 'start'],
      ['œdème', 0, 3, 8, 'apostrophe'],
      ['là', 0, 9, 11, 'hyphen'],
      ['Fin', 1, 0, 3, 'break'],
    ]);
    expect(tokens.map(({ confidence }) => confidence)).toEqual([0.4, 0.4, 0.4, 0.9]);
  });
});

test('letters are compared as a share of the longer word', () => {
  expect(letterDistance('kyste', 'kyste')).toBe(0);
  expect(letterDistance('kyste', 'kiste')).toBeCloseTo(0.2);
  expect(letterDistance('', 'abcd')).toBe(1);
});

test('a stem leaves gender and number out', () => {
  expect(stemmed('atriales')).toBe(stemmed('atrial'));
  expect(stemmed("l'artère fémorale")).toBe(stemmed('artères fémorales'));
  expect(stemmed('kyste')).not.toBe(stemmed('kystique'));
});
