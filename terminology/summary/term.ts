import type { Category } from '../lexicon/category';
import { hasFlag } from '../lexicon/entry';
import { fold } from '../lexicon/fold';
import type { Lexicon } from '../lexicon/lexicon';
import { TermMatcher, type TermMatch } from '../lexicon/match';

/** A medical term of a paragraph; offsets are UTF-16 units, half-open. */
export interface Term {
  readonly from: number;
  readonly to: number;
  /** The base form, folded: the same for a word and its plural. */
  readonly key: string;
  readonly categories: readonly Category[];
  /** A drug one can dose, not a class of drugs. */
  readonly isDrug: boolean;
  /** What an abbreviation stands for, else empty. */
  readonly expansion: string;
}

/** Terms of one paragraph, in order, without overlap. */
export type FindTerms = (text: string) => readonly Term[];

/** Finds terms by the lexicon. */
export function termFinder(lexicon: Lexicon): FindTerms {
  const matcher = new TermMatcher(lexicon);
  const describe = ({ kind, id, from, to, categories }: TermMatch): Term => {
    const isDrug = categories.includes('drug');
    const isAbbreviation = categories.includes('abbreviation');
    if (kind === 'term') {
      const { form, note } = lexicon.term(id);
      const expansion = isAbbreviation ? (note ?? '') : '';
      return { from, to, key: fold(form), categories, isDrug, expansion };
    }
    const word = lexicon.word(id);
    const base = lexicon.word(word.lemma);
    return {
      from,
      to,
      key: fold(base.form),
      categories,
      isDrug: isDrug && !hasFlag(word, 'drugClass'),
      expansion: isAbbreviation ? (word.note ?? '') : '',
    };
  };
  return (text) => matcher.match(text).map(describe);
}
