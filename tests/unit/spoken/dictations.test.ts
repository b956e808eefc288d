import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsOf, plainText, writeSpoken } from '../../../terminology/spoken';
import {
  asHeard,
  characterErrors,
  lineEnds,
  parseDictations,
  plainSpaces,
  polarityIn,
  quantitiesIn,
} from '../../bench/spoken-scoring';

const shared = process.env.PLUME_SHARED ?? join(import.meta.dirname, '../../../../shared');
const here = existsSync(shared);
if (!here) console.warn(`the shared dictations are not at ${shared}: their tests are skipped`);

const dictations = here
  ? parseDictations(readFileSync(join(shared, 'speech/dictations.txt'), 'utf8'))
  : [];

describe.skipIf(!here)('the shared dictations, from perfect words', () => {
  test('are written with at most 1.5 % of characters wrong', () => {
    const wrong = dictations.map(({ spoken, written }) =>
      characterErrors(plainText(writeSpoken([asHeard(spoken)])), written),
    );
    const characters = dictations.map(({ written }) => plainSpaces(written).length);
    const sum = (counts: readonly number[]): number =>
      counts.reduce((total, count) => total + count, 0);
    expect(sum(wrong) / sum(characters)).toBeLessThanOrEqual(0.015);
  });

  test.each(dictations)(
    '$id has every line, quantity, side and negation right',
    ({ spoken, written }) => {
      const text = plainText(writeSpoken([asHeard(spoken)]));
      expect(lineEnds(text)).toEqual(lineEnds(written));
      expect(quantitiesIn(text)).toEqual(quantitiesIn(written));
      expect(polarityIn(text)).toEqual(polarityIn(written));
    },
  );

  test('have their one self-correction found', () => {
    const found = dictations.flatMap(({ id, spoken }) =>
      findingsOf(writeSpoken([asHeard(spoken)])).map(({ rule }) => `${id} ${rule}`),
    );
    expect(found).toEqual(['endo-01 self-correction']);
  });
});

describe.skipIf(!here)('real clinical texts', () => {
  test('hold at most one false command in 1,000 words', () => {
    const folder = join(shared, 'texts/e3c');
    const texts = readdirSync(folder)
      .sort()
      .slice(0, 60)
      .map(
        (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { text: string }).text,
      );
    const written = texts.map((text) => writeSpoken([asHeard(text)]));
    const kinds = new Set(['punctuation', 'command', 'correction', 'note', 'section']);
    const taken = written.flat().filter(({ kind, struck }) => kinds.has(kind) || struck === true);
    const words = texts
      .map((text) => text.split(/\s+/).length)
      .reduce((total, count) => total + count, 0);
    expect((1000 * taken.length) / words).toBeLessThanOrEqual(1);
  });
});
