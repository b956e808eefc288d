import type { Lexicon } from '../lexicon/lexicon';
import { TermMatcher } from '../lexicon/match';
import type { Suggester, Suggestion } from '../lexicon/suggest';

/** What the rules know of words; suggestions are dear, so that they are remembered and asked within a budget of time. */
export class Knowledge {
  readonly lexicon: Lexicon;
  readonly matcher: TermMatcher;
  readonly #suggester: Pick<Suggester, 'suggest'>;
  readonly #suggested = new Map<string, readonly Suggestion[]>();
  #deadline = Number.POSITIVE_INFINITY;
  #isShort = false;

  constructor(lexicon: Lexicon, suggester: Pick<Suggester, 'suggest'>) {
    this.lexicon = lexicon;
    this.matcher = new TermMatcher(lexicon);
    this.#suggester = suggester;
  }

  /** Nearest words, best first; undefined when the time set by `allow` is over and the word is new. */
  suggest(word: string): readonly Suggestion[] | undefined {
    const known = this.#suggested.get(word);
    if (known) return known;
    if (performance.now() > this.#deadline) {
      this.#isShort = true;
      return undefined;
    }
    const suggestions = this.#suggester.suggest(word);
    this.#suggested.set(word, suggestions);
    return suggestions;
  }

  /** Sets the time for new suggestions from now on. */
  allow(milliseconds: number): void {
    this.#deadline = performance.now() + milliseconds;
    this.#isShort = false;
  }

  /** Since the last `allow`, a word had to wait. */
  get isShort(): boolean {
    return this.#isShort;
  }
}
