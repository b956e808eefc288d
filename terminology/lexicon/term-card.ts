import type { Category } from './category';
import type { LookAlike } from './entry';
import type { Lexicon } from './lexicon';
import type { TermMatch } from './match';

/** What the lexicon says of a term. */
export interface TermCard {
  /** As the lexicon writes it. */
  readonly form: string;
  readonly categories: readonly Category[];
  /** Expansion of an abbreviation, class or substance of a drug, unit of an analyte. */
  readonly note: string | undefined;
  readonly specialty: string | undefined;
  readonly lookAlikes: readonly LookAlike[];
  /** Marketed strengths of a drug. */
  readonly strengths: readonly string[];
  /** Names of the lists that have it. */
  readonly sources: readonly string[];
}

/** What the lexicon says of a term it has found. */
export const termCard = (lexicon: Lexicon, found: TermMatch): TermCard =>
  found.kind === 'term' ? cardOfTerm(lexicon, found) : cardOfWord(lexicon, found);

function cardOfTerm(lexicon: Lexicon, { id, categories }: TermMatch): TermCard {
  const { form, note, specialty, source } = lexicon.term(id);
  const facts = { form, categories, note, specialty, sources: [source] };
  return { ...facts, ...drugFacts(lexicon, form) };
}

function cardOfWord(lexicon: Lexicon, { id, categories }: TermMatch): TermCard {
  const word = lexicon.word(id);
  const base = lexicon.word(word.lemma);
  const entries = [word, base, ...lexicon.find(word.form)];
  return {
    form: word.form,
    categories,
    note: entries.find(({ note }) => note !== undefined && !STRENGTHS.test(note))?.note,
    specialty: entries.find(({ specialty }) => specialty !== undefined)?.specialty,
    sources: [...new Set(entries.map(({ source }) => source))],
    ...drugFacts(lexicon, base.form),
  };
}

/** Imported drugs carry their strengths as a note, which are told apart here. */
const STRENGTHS = /^dosages : /;

const drugFacts = (lexicon: Lexicon, form: string): Pick<TermCard, 'lookAlikes' | 'strengths'> => ({
  lookAlikes: lexicon.lookAlikes(form),
  strengths: lexicon.strengths(form),
});
