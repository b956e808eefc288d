import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildWordGraph } from '../../../terminology/build/word-graph';
import { compileLayer } from '../../../terminology/lexicon/compile';
import { FLAG } from '../../../terminology/lexicon/entry';
import { GeneralWords } from '../../../terminology/lexicon/general-words';
import { buildLetterTrie, nearLetters } from '../../../terminology/lexicon/letter-trie';
import { Lexicon } from '../../../terminology/lexicon/lexicon';
import { Suggester } from '../../../terminology/lexicon/suggest';
import { SoundLexicon } from '../../../terminology/phonetic/sound-lexicon';

const drug = (form: string, flags: number) => ({
  form,
  medical: 3.4,
  categories: ['drug' as const],
  flags,
  source: 0,
});
const layer = compileLayer({
  name: 'essai',
  sources: [{ name: 'essai', licence: 'MIT', rows: 6 }],
  words: [
    drug('Kardégic', FLAG.brand),
    drug('céfazoline', FLAG.substance),
    drug('ceftazidime', FLAG.substance),
    drug('alprazolam', FLAG.substance),
    drug('loprazolam', FLAG.substance),
    { form: 'œdème', medical: 5, categories: ['sign'], source: 0 },
  ],
  terms: [{ form: 'anse diathermique', medical: 3, categories: ['device'], source: 0 }],
});
const suggester = new Suggester(
  new SoundLexicon(new Lexicon(new GeneralWords(buildWordGraph([])), [layer])),
);
const first = (word: string): string | undefined => suggester.suggest(word)[0]?.form;

describe('suggestions for an unknown word', () => {
  test.each([
    ['karegic', 'Kardégic'],
    ['kardégique', 'Kardégic'],
    ['séphasoline', 'céfazoline'],
    ['edeme', 'œdème'],
    ['aleprazolam', 'alprazolam'],
  ])('%s gives %s first', (typed, meant) => {
    expect(first(typed)).toBe(meant);
  });

  test('show the partner of a look-alike drug', () => {
    expect(
      suggester
        .suggest('aloprazolam')
        .map(({ form }) => form)
        .sort(),
    ).toEqual(['alprazolam', 'loprazolam']);
  });

  test('are none for a word far from all', () => {
    expect(suggester.suggest('bibliothèque')).toEqual([]);
    expect(suggester.suggest('xy')).toEqual([]);
  });
});

/** Optimal string alignment, the plain way. */
function edits(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, at) => [at]);
  for (let column = 0; column <= b.length; column++) rows[0]![column] = column;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = cost;
    }
  return rows[a.length]![b.length]!;
}

describe('the trie of letters', () => {
  test('finds exactly the keys within two edits', () => {
    const word = fc.stringMatching(/^[abc]{1,7}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), word, (keys, typed) => {
        const found = nearLetters(buildLetterTrie(keys), typed, 2);
        const expected = keys.flatMap((key, at) => {
          const distance = edits(key, typed);
          return distance <= 2 ? [[at, distance] as const] : [];
        });
        expect([...found].sort((a, b) => a[0] - b[0])).toEqual(expected);
      }),
    );
  });
});
