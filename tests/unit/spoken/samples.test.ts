import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText, writeSpoken } from '../../../terminology/spoken';
import { asHeard, plainSpaces } from '../../bench/spoken-scoring';

const rows = readFileSync(join(import.meta.dirname, '../../samples/spoken.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [heard = '', written = '', why = ''] = line.split('\t');
    return { heard, written: written.replaceAll('⏎', '\n'), why };
  });
const traps = rows.filter(({ why }) => why.startsWith('piège'));

const written = (heard: string): string => plainSpaces(plainText(writeSpoken([asHeard(heard)])));

describe('the samples of spoken French', () => {
  test('are 400 at least, half of them traps', () => {
    expect(rows.length).toBeGreaterThanOrEqual(400);
    expect(traps.length * 2).toBeGreaterThanOrEqual(rows.length);
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
