import { withLigatures } from '../lexicon/ligatures';
import { expandHunspell, type GeneralFrench, type Inflected } from './hunspell';
import type { Packages } from './sources';
import { addZipf, readWordFrequency } from './word-frequency';
import type { GraphWord } from './word-graph';

/** General French as the build needs it: is it a word, how frequent, how does it inflect. */
export interface French {
  readonly words: readonly GraphWord[];
  /** Words the frequency list counts. */
  readonly counted: number;
  /** Whether it is a common word; proper nouns are not. */
  isWord(form: string): boolean;
  /** Zipf frequency, spellings with and without ligature added up. */
  zipf(form: string): number;
  /** Other forms of the same noun or adjective, itself included; empty when it is no noun or adjective. */
  family(lemma: string): readonly Inflected[];
  lemmasOf(form: string): readonly string[];
  /** Puts œ and æ where the dictionary has them: "oedème" → "œdème". */
  withLigatures(word: string): string;
}

export function readFrench(packages: Packages): French {
  const french = expandHunspell(packages.affix, packages.dictionary);
  const counted = readWordFrequency(packages.wordFrequency);
  const zipf = (form: string): number => {
    const key = form.toLowerCase();
    const plain = key.replaceAll('œ', 'oe').replaceAll('æ', 'ae');
    const own = counted.get(key) ?? 0;
    return plain === key ? own : addZipf(own, counted.get(plain) ?? 0);
  };
  const isWord = (form: string): boolean => french.forms.get(form) === false;
  const lemmas = lemmasByForm(french);
  return {
    words: [...french.forms].map(([form, capitalised]) => ({
      form,
      capitalised,
      zipf: zipf(form),
    })),
    counted: counted.size,
    isWord,
    zipf,
    family: (lemma) => french.nominal.get(lemma) ?? [],
    lemmasOf: (form) => lemmas.get(form) ?? [],
    withLigatures: (word) => withLigatures(word, isWord),
  };
}

function lemmasByForm(french: GeneralFrench): Map<string, string[]> {
  const lemmas = new Map<string, string[]>();
  for (const [lemma, family] of french.nominal)
    for (const { form } of family) lemmas.set(form, [...(lemmas.get(form) ?? []), lemma]);
  return lemmas;
}
