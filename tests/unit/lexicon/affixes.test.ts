import { describe, expect, test } from 'vitest';
import { AFFIXES, analyse } from '../../../terminology/lexicon/affixes';

const KNOWN = new Set(['dense', 'carotidien', 'tension']);
const cut = (word: string): string | undefined =>
  analyse(word, (part) => KNOWN.has(part))
    ?.map(({ text }) => text)
    .join('·');

describe('the parts of a learned word', () => {
  test.each([
    ['hypodense', 'hypo·dense'],
    ['hypo-dense', 'hypo·dense'],
    ['aortocarotidien', 'aorto·carotidien'],
    ['gastrite', 'gastro·ite'],
    ['cystectomies', 'cysto·ectomie'],
  ])('%s is %s', (word, parts) => {
    expect(cut(word)).toBe(parts);
  });

  test('are not made up', () => {
    expect(cut('hypodanse')).toBeUndefined();
    expect(cut('hypodénse')).toBeUndefined();
    expect(cut('maison')).toBeUndefined();
    expect(cut('bonjour')).toBeUndefined();
  });

  test('carry their meaning', () => {
    const suffix = analyse('gastrite', () => false)?.at(-1);
    expect(suffix).toEqual({ text: 'ite', kind: 'suffix', meaning: 'inflammation' });
  });

  test('come from at least 300 affixes, each with a meaning', () => {
    expect(AFFIXES.length).toBeGreaterThan(300);
    expect(AFFIXES.filter(({ form, meaning }) => form === '' || meaning === '')).toEqual([]);
  });
});
