import { describe, expect, test } from 'vitest';
import { findingsOf, plainText, restore, writeSpoken } from '../../../terminology/spoken';
import { COMMANDS } from '../../../terminology/spoken/commands';
import { DOCUMENT_TYPES } from '../../../terminology/spoken/document-types';
import {
  abbreviationFault,
  optionsOf,
  ownCommandFault,
  sectionFault,
  USUAL_HABITS,
  type WritingHabits,
} from '../../../terminology/spoken/habits';
import { asHeard, plainSpaces } from '../../bench/spoken-scoring';

const CLOSING = {
  said: 'formule de politesse',
  text: 'Bien confraternellement.\n\nDr Martin',
};

function written(heard: string, habits: Partial<WritingHabits>): string {
  const options = optionsOf({ ...USUAL_HABITS, ...habits }, undefined);
  return plainSpaces(plainText(writeSpoken([asHeard(heard)], options)));
}

const findings = (heard: string, habits: Partial<WritingHabits> = {}) => {
  const options = { ...optionsOf({ ...USUAL_HABITS, ...habits }, undefined), day: '2026-11-22' };
  return findingsOf(writeSpoken([asHeard(heard)], options)).map(({ rule, risk }) => [rule, risk]);
};

describe('a command of the practice', () => {
  const habits = { ownCommands: [CLOSING] };

  test('gives its text on lines of its own, whatever full stop is said after it', () => {
    const text = 'Merci.\nBien confraternellement.\n\nDr Martin';
    expect(written('merci point formule de politesse', habits)).toBe(text);
    expect(written('merci point formule de politesse point', habits)).toBe(text);
    expect(written('merci. Formule de politesse.', habits)).toBe(text);
    expect(written('merci point formule de politesse point à la ligne suite', habits)).toBe(
      `${text}\nSuite`,
    );
  });

  test('goes back to what was said in one step', () => {
    const pieces = writeSpoken([asHeard('formule de politesse point')], habits);
    expect(plainText(restore(pieces, 0))).toBe('formule de politesse point');
  });

  test('has a text, a phrase of some words, and no phrase that Plume already knows', () => {
    const fault = (said: string, text = 'Texte') => ownCommandFault({ said, text }, [CLOSING]);
    expect(fault('signature du service')).toBeUndefined();
    expect(fault(' ')).toBe('no-phrase');
    expect(fault('signature du service', ' \n')).toBe('no-text');
    expect(fault('Point, à la Ligne')).toBe('built-in');
    expect(fault('bonjour')).toBe('one-word');
    expect(fault('vingt trois')).toBe('only-numbers');
    expect(fault('Formule de politesse')).toBe('taken');
    expect(fault('mot '.repeat(20))).toBe('long-phrase');
    expect(fault('signature du service', 'a'.repeat(4001))).toBe('long-text');
    for (const { said } of COMMANDS)
      expect(said.filter((phrase) => fault(phrase) === undefined)).toEqual([]);
  });
});

describe('the abbreviations of the practice', () => {
  const table = (
    mode: 'keep' | 'expand' | 'expand-once',
    short = 'HTA',
    long = 'hypertension',
  ) => ({
    abbreviations: [{ short, long, mode }],
  });

  test('are kept, spelled out, or spelled out once', () => {
    const heard = 'une HTA puis une HTA';
    expect(written(heard, table('keep'))).toBe('Une HTA puis une HTA');
    expect(written(heard, table('expand'))).toBe('Une hypertension puis une hypertension');
    expect(written(heard, table('expand-once'))).toBe('Une hypertension (HTA) puis une HTA');
  });

  test('with two meanings are asked about, not spelled out, unless the practice keeps them', () => {
    const long = 'insuffisance ventriculaire gauche';
    const expand = table('expand', 'IVG', long);
    expect(written('signes d IVG', expand)).toBe('Signes d IVG');
    expect(findings('signes d IVG', expand)).toEqual([['dangerous-abbreviation', 7]]);
    expect(findings('signes d IVG', table('keep', 'IVG', long))).toEqual([]);
    const once = table('expand-once', 'IVG', long);
    expect(written(`une ${long} puis l'IVG`, once)).toBe(`Une ${long} (IVG) puis l’IVG`);
    expect(findings(`une ${long} puis cette IVG`, once)).toEqual([]);
  });

  test('have a short form of one word and another meaning', () => {
    const fault = (short: string, long: string) =>
      abbreviationFault({ short, long, mode: 'keep' }, [{ short: 'HTA', long: 'x', mode: 'keep' }]);
    expect(fault('TVP', 'thrombose veineuse profonde')).toBeUndefined();
    expect(fault('', 'thrombose')).toBe('no-short');
    expect(fault('T V P', 'thrombose')).toBe('long-short');
    expect(fault('TVP', ' ')).toBe('no-long');
    expect(fault('TVP', 'tvp')).toBe('same');
    expect(fault('HTA', 'hypertension')).toBe('taken');
  });
});

describe('numbers', () => {
  test('are written as the practice wants them where they only count', () => {
    expect(written('trois adénopathies', {})).toBe('Trois adénopathies');
    expect(written('trois adénopathies', { numbers: { count: 'digits' } })).toBe('3 adénopathies');
    expect(written('un enfant de six ans', { numbers: { age: 'letters' } })).toBe(
      'Un enfant de six ans',
    );
  });

  test('with milli or mille after a decimal stay as heard and ask', () => {
    for (const heard of ['18,4 mille unités par litre', '18,4000 unités par litre'])
      expect([written(heard, {}), findings(heard)]).toEqual([
        heard.charAt(0).toUpperCase() + heard.slice(1),
        [['ambiguous-number', 3]],
      ]);
  });
});

describe('sections', () => {
  test('of the document type start a line and are found by their colon', () => {
    const heard = 'examen fait foie deux points homogène point pancréas deux points normal';
    const options = optionsOf(USUAL_HABITS, 'ultrasound');
    const pieces = writeSpoken([asHeard(heard)], options);
    expect(pieces.filter(({ kind }) => kind === 'section').map((piece) => piece.written)).toEqual([
      'Pancréas',
    ]);
    expect(plainSpaces(plainText(pieces))).toBe('Examen fait foie : homogène.\nPancréas : normal');
  });

  test('are named for every document type, once each', () => {
    for (const type of DOCUMENT_TYPES) {
      const names = optionsOf(USUAL_HABITS, type).sections ?? [];
      expect(names.length).toBeGreaterThan(9);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test('of the practice come beside them', () => {
    const habits = { ...USUAL_HABITS, sections: { letter: ['bilan à prévoir'] } };
    expect(optionsOf(habits, 'letter').sections).toContain('bilan à prévoir');
    expect(optionsOf(habits, 'ct').sections).not.toContain('bilan à prévoir');
    expect(sectionFault('Objet', 'letter', [])).toBe('usual');
    expect(sectionFault('bilan à prévoir', 'letter', ['Bilan à prévoir'])).toBe('taken');
    expect(sectionFault(' ', 'letter', [])).toBe('empty');
    expect(sectionFault('bilan à prévoir', 'letter', [])).toBeUndefined();
  });
});

describe('what cannot be', () => {
  test.each([
    ['le trente et un février deux mille un', 'impossible-date', 6],
    ['née le douze mars deux mille trente et un', 'impossible-date', 1],
    ['né le 31/02/68', 'impossible-date', 1],
    ['vu à vingt-six heures trente', 'impossible-time', 6],
  ])('is asked about: %s', (heard, rule, risk) => {
    expect(findings(heard)).toEqual([[rule, risk]]);
  });

  test('is not what only looks so', () => {
    expect(findings('contrôle à quarante-huit heures')).toEqual([]);
    expect(findings('né le douze mars soixante-huit')).toEqual([]);
    expect(findings('décès à vingt-trois heures trente')).toEqual([]);
  });
});
