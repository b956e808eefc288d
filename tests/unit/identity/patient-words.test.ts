import { describe, expect, test } from 'vitest';
import { readBirthDates } from '../../../web/dossier/identity/birth-date';
import { birthDateWords, patientName } from '../../../web/words/patients';
import { TODAY, traits } from './patients';

describe('a patient on the screen', () => {
  test.each([
    ['1968-03-12', '12/03/1968'],
    ['1968-03-00', '03/1968'],
    ['1968-00-00', '1968'],
    ['1968-00-12', '12/00/1968'],
  ])('has the birth date %s as %s, which reads the same again', (date, words) => {
    expect(birthDateWords(date)).toBe(words);
    expect(readBirthDates(words, TODAY)).toEqual([date]);
  });

  test('is called by the name in use, with the one of birth', () => {
    expect(patientName(traits())).toBe('ESSAI Jeanne');
    expect(patientName(traits({ usedName: 'Martin' }))).toBe('MARTIN (née ESSAI) Jeanne');
    expect(patientName(traits({ usedName: 'Martin', sex: 'M' }))).toBe('MARTIN (né ESSAI) Jeanne');
  });
});
