import { foldKey } from '../lexicon/fold';
import type { Lexicon } from '../lexicon/lexicon';
import { descend, TRIE_ROOT } from '../lexicon/term-trie';
import type { HeardToken } from './heard-tokens';
import type { Plausibility, PlausibilityJudge } from './plausibility';
import { rowOf } from '../lexicon/sorted-list';

/** No word of a known term, or of a known compound, is less plausible than that. */
const TERM_COST = 0.4;
const COMPOUND_COST = 0.5;

/** Tells the multi-word terms in a draft. */
export class KnownTerms {
  readonly #lexicon: Lexicon;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Known words of a known term are right together, however rare each is. */
  protect(tokens: readonly HeardToken[], judged: readonly Plausibility[]): Plausibility[] {
    const result = [...judged];
    const keys = tokens.map(({ text }) => foldKey(text));
    for (const { vocabulary, trie } of this.#lexicon.layers) {
      const rows = keys.map((key) => rowOf(vocabulary, key));
      for (let from = 0; from < rows.length; from++) {
        let node = TRIE_ROOT;
        for (let at = from; at < rows.length && node >= 0; at++) {
          const row = rows[at] ?? -1;
          if (row < 0 || (at > from && tokens[at]?.joint === 'break')) break;
          node = descend(trie, node, row);
          if (node >= 0 && (trie.termAt[node] ?? 0) > 0) makePlausible(result, from, at);
        }
      }
    }
    return result;
  }
}

function makePlausible(judged: Plausibility[], from: number, last: number): void {
  for (let at = from; at <= last; at++) {
    const there = judged[at];
    if (there?.isKnown === true) judged[at] = { ...there, cost: Math.min(there.cost, TERM_COST) };
  }
}

/** "oro-pharyngé" is right where "oropharyngé" or "oro-pharyngé" is a word, or "oro" a beginning of words. */
export function protectCompounds(
  tokens: readonly HeardToken[],
  judged: readonly Plausibility[],
  judge: PlausibilityJudge,
): Plausibility[] {
  const result = [...judged];
  tokens.forEach((token, at) => {
    const previous = tokens[at - 1];
    if (token.joint !== 'hyphen' || previous === undefined) return;
    const isWord = ['-', ''].some(
      (hyphen) => judge.ofSpelling(previous.text + hyphen + token.text).isKnown,
    );
    for (const place of isWord ? [at - 1, at] : []) {
      const cost = Math.min(judged[place]?.cost ?? COMPOUND_COST, COMPOUND_COST);
      result[place] = { isKnown: true, cost };
    }
  });
  return result;
}
