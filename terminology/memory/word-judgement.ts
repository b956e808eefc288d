import { hasFlag } from '../lexicon/entry';
import type { Lexicon } from '../lexicon/lexicon';
import type { Judgement } from './lessons';

/** What is known of words where no lexicon could be read: every capital may be a name. */
const NOTHING_KNOWN: Omit<Judgement, 'names'> = {
  isMedicalCapital: () => false,
  isDrug: () => false,
  knows: () => false,
};

/** What the lexicon says of the words of a pair: eponyms are names of people, brands and abbreviations are not. */
export function wordJudgement(lexicon: Lexicon | undefined): Omit<Judgement, 'names'> {
  if (!lexicon) return NOTHING_KNOWN;
  return {
    isMedicalCapital: (word) =>
      lexicon
        .find(word)
        .some(
          (entry) =>
            entry.form === word &&
            !hasFlag(entry, 'name') &&
            (hasFlag(entry, 'brand') || hasFlag(entry, 'upperCase')),
        ),
    isDrug: (word) =>
      lexicon
        .find(word)
        .some(
          (entry) =>
            entry.form.toLowerCase() === word.toLowerCase() &&
            (hasFlag(entry, 'brand') || hasFlag(entry, 'substance')),
        ),
    knows: (word) => lexicon.knows(word),
  };
}
