import { hasFlag } from './entry';
import { fold, lower } from './fold';
import { wordsOf } from './label-counts';
import type { Lexicon } from './lexicon';
import { TermMatcher } from './match';

const SHORTEST = 3;

/** Tells which words and terms of the lexicon a report uses. */
export class UsageReader {
  readonly #lexicon: Lexicon;
  readonly #matcher: TermMatcher;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.#matcher = new TermMatcher(lexicon);
  }

  /** Base forms of medical words, and terms, each once, as `lower`; none that holds one of these names. */
  of(text: string, names: readonly string[]): string[] {
    const isName = new Set(names.flatMap(wordsOf).flatMap((name) => fold(name).split('-')));
    const forms = new Set<string>();
    for (const paragraph of text.split('\n')) {
      for (const form of wordsOf(paragraph)) this.#bases(form).forEach((base) => forms.add(base));
      for (const { kind, id } of this.#matcher.match(paragraph))
        if (kind === 'term') forms.add(lower(this.#lexicon.term(id).form));
    }
    return [...forms].filter(
      (form) =>
        !fold(form)
          .split(/[ '-]/)
          .some((part) => isName.has(part)),
    );
  }

  #bases(word: string): string[] {
    if (word.length < SHORTEST) return [];
    const spelled = lower(word);
    return this.#lexicon
      .find(word)
      .filter((entry) => lower(entry.form) === spelled && !hasFlag(entry, 'name'))
      .map(({ lemma }) => lower(this.#lexicon.word(lemma).form));
  }
}
