import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildWordGraph } from '../../../terminology/build/word-graph';
import { GeneralWords } from '../../../terminology/lexicon/general-words';

const graphOf = (forms: readonly string[]): GeneralWords =>
  new GeneralWords(
    buildWordGraph(forms.map((form, at) => ({ form, zipf: at % 8, capitalised: false }))),
  );

describe('the graph of general French', () => {
  test('knows exactly the words it was built from, in order', () => {
    const word = fc.stringMatching(/^[a-eé]{1,6}$/);
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 40 }), word, (forms, other) => {
        const words = graphOf(forms);
        const sorted = [...forms].sort();
        expect(words.forms()).toEqual(sorted);
        expect(sorted.map((form) => words.indexOf(form))).toEqual([...sorted.keys()]);
        expect(words.has(other)).toBe(forms.includes(other));
      }),
    );
  });

  test('gives each word its frequency', () => {
    const words = graphOf(['foie', 'foi', 'fois']);
    expect(words.zipf('foie')).toBe(0);
    expect(words.zipf('foi')).toBe(1);
    expect(words.zipf('fois')).toBe(2);
    expect(words.zipf('fo')).toBe(0);
  });

  test('wants the capital of a proper noun', () => {
    const words = new GeneralWords(
      buildWordGraph([{ form: 'lyon', zipf: 4.5, capitalised: true }]),
    );
    expect(words.has('Lyon')).toBe(true);
    expect(words.has('lyon')).toBe(false);
  });
});
