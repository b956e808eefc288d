import { describe, expect, test } from 'vitest';
import {
  isSlip,
  isWhole,
  mayBeSame,
  readBirthDates,
} from '../../../web/dossier/identity/birth-date';
import { TODAY } from './patients';

describe('a birth date', () => {
  test.each([
    ['12/03/1968', '1968-03-12'],
    ['12-3-1968', '1968-03-12'],
    ['12.03.1968', '1968-03-12'],
    ['12 03 1968', '1968-03-12'],
    ['12031968', '1968-03-12'],
    ['120368', '1968-03-12'],
    ['12/03/68', '1968-03-12'],
    ['12 mars 1968', '1968-03-12'],
    ['  1er  Août 2001 ', '2001-08-01'],
    ['5 déc. 1999', '1999-12-05'],
    ['1968-03-12', '1968-03-12'],
    ['1968-03-12T00:00:00Z', '1968-03-12'],
    ['19680312', '1968-03-12'],
    ['29/02/2024', '2024-02-29'],
  ])('%s is read', (text, date) => {
    expect(readBirthDates(text, TODAY)).toEqual([date]);
  });

  test.each([
    ['1968', '1968-00-00'],
    ['03/1968', '1968-03-00'],
    ['mars 1968', '1968-03-00'],
    ['00/03/1968', '1968-03-00'],
    ['00/00/1968', '1968-00-00'],
    ['12/00/1968', '1968-00-12'],
    ['1968-03', '1968-03-00'],
  ])('%s is read with what is not known left open', (text, date) => {
    expect(readBirthDates(text, TODAY)).toEqual([date]);
    expect(isWhole(date)).toBe(false);
  });

  test('keeps both centuries where both are possible, and none of the future', () => {
    expect(readBirthDates('12/03/12', TODAY)).toEqual(['1912-03-12', '2012-03-12']);
    expect(readBirthDates('12/03/27', TODAY)).toEqual(['1927-03-12']);
  });

  test.each([
    '',
    'dupont',
    '31/02/1968',
    '29/02/2023',
    '12/13/1968',
    '32/01/1968',
    '12/03/1868',
    '23/11/2026',
    '12',
    '1968 mars',
    '12/03/196',
    '12 foo 1968',
  ])('%j is none', (text) => {
    expect(readBirthDates(text, TODAY)).toEqual([]);
  });

  test('that is partly known may be the same as another', () => {
    expect(mayBeSame('1968-03-12', '1968-00-00')).toBe(true);
    expect(mayBeSame('1968-03-00', '1968-03-12')).toBe(true);
    expect(mayBeSame('1968-04-00', '1968-03-12')).toBe(false);
    expect(mayBeSame('1967-00-00', '1968-00-00')).toBe(false);
  });

  test('is a slip from another: one figure, or day and month exchanged', () => {
    expect(isSlip('1968-03-12', '1968-12-03')).toBe(true);
    expect(isSlip('1968-03-12', '1968-03-13')).toBe(true);
    expect(isSlip('1968-03-12', '1968-03-12')).toBe(false);
    expect(isSlip('1968-03-12', '1969-03-13')).toBe(false);
  });
});
