import { hasFlag } from '../lexicon/entry';
import type { Lexicon } from '../lexicon/lexicon';

/** Whether a capital after a stray full stop should go: kept where the lexicon knows the word by a capital only. */
export function commonWordTest(lexicon: Lexicon): (folded: string) => boolean {
  return (folded) => {
    const entries = lexicon.find(folded);
    const isName = entries.some((entry) => hasFlag(entry, 'brand') || /^\p{Lu}/u.test(entry.form));
    return !isName || entries.some(({ form, zipf }) => zipf > 0 && /^\p{Ll}/u.test(form));
  };
}
