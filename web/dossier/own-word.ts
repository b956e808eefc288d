import { CATEGORIES } from '../../terminology/lexicon/category';
import { lower } from '../../terminology/lexicon/fold';
import type { OwnKind, OwnTerm } from '../../terminology/lexicon/own-words';

/** A word, term or name that a practice added. */
export interface OwnWord extends OwnTerm {
  readonly format: 1;
  readonly id: string;
  /** In milliseconds. */
  readonly addedAt: number;
}

export const OWN_KINDS: readonly OwnKind[] = [...CATEGORIES, 'name', 'ignored'];

const FILE_FORMAT = 'plume-own-words/1';
const LONGEST = 120;

/** A file of own words: JSON with `format` and `words`, each `{ form, kind }`. */
export const ownWordsFile = (words: readonly OwnTerm[]): string =>
  JSON.stringify(
    { format: FILE_FORMAT, words: words.map(({ form, kind }) => ({ form, kind })) },
    undefined,
    1,
  );

/** The words of such a file; undefined when the text is none, the number of the first bad word (from 1) when one is damaged. */
export function readOwnWordsFile(text: string): OwnTerm[] | number | undefined {
  const file = parsed(text);
  if (typeof file !== 'object' || file === null || !('format' in file) || !('words' in file))
    return undefined;
  if (file.format !== FILE_FORMAT || !Array.isArray(file.words)) return undefined;
  const words = file.words as unknown[];
  const bad = words.findIndex((word) => !isOwnTerm(word));
  return bad < 0 ? (words as OwnTerm[]).map(({ form, kind }) => ({ form, kind })) : bad + 1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isOwnTerm = (value: unknown): value is OwnTerm =>
  typeof value === 'object' &&
  value !== null &&
  'form' in value &&
  typeof value.form === 'string' &&
  isOwnForm(value.form) &&
  'kind' in value &&
  OWN_KINDS.some((kind) => kind === value.kind);

/** Whether a text can be a word or term of one's own: letters in it, one line, not a sentence. */
export const isOwnForm = (form: string): boolean =>
  /\p{L}{2}/u.test(form) && form.length <= LONGEST && !/[\n\r\t]/.test(form);

/** Those that are not there yet, each once, whatever their capitals. */
export function newTerms(there: readonly OwnTerm[], terms: readonly OwnTerm[]): OwnTerm[] {
  const known = new Set(there.map(({ form }) => lower(form)));
  return terms.filter(({ form }) => {
    const isNew = !known.has(lower(form));
    known.add(lower(form));
    return isNew;
  });
}
