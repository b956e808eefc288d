import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText, writeSpoken } from '../../../terminology/spoken';
import { asHeard, plainSpaces } from '../../bench/spoken-scoring';

const samples = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../samples', name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [heard = '', written = '', why = ''] = line.split('\t');
      return { heard, written: written.replaceAll('⏎', '\n'), why };
    });

const general = samples('spoken.tsv');
const specialties = samples('spoken-specialties.tsv');
const rows = [...general, ...specialties];
const isTrap = ({ why }: { readonly why: string }): boolean => why.startsWith('piège');
const traps = rows.filter(isTrap);

const written = (heard: string): string => plainSpaces(plainText(writeSpoken([asHeard(heard)])));

describe('the samples of spoken French', () => {
  test('are 400 at least, half of them traps', () => {
    expect(new Set(general.map(({ heard }) => heard)).size).toBeGreaterThanOrEqual(400);
    expect(general.filter(isTrap).length * 2).toBeGreaterThanOrEqual(general.length);
  });

  test('are written as expected, 99 in 100 at least', () => {
    const wrong = rows.filter(
      ({ heard, written: expected }) => written(heard) !== plainSpaces(expected),
    );
    expect(
      wrong.length / rows.length,
      wrong.map(({ heard }) => heard).join('\n'),
    ).toBeLessThanOrEqual(0.01);
  });

  test('of other specialties are written as expected', () => {
    expect(specialties.map(({ heard }) => [heard, written(heard)])).toEqual(
      specialties.map(({ heard, written: expected }) => [heard, plainSpaces(expected)]),
    );
  });

  test('let no real word be taken for a command', () => {
    const taken = traps.filter(({ heard }) =>
      writeSpoken([asHeard(heard)]).some(
        ({ kind, struck }) =>
          struck === true ||
          ['punctuation', 'command', 'correction', 'note', 'section'].includes(kind),
      ),
    );
    expect(taken.map(({ heard }) => heard)).toEqual([]);
  });

  test('stay as they are when their text is read again', () => {
    const changed = rows.filter(({ written: text }) =>
      text.split('\n').some((line) => line !== '' && written(line) !== plainSpaces(line)),
    );
    expect(changed.map(({ written: text }) => [text, text.split('\n').map(written)])).toEqual([]);
  });
});
