import type { Gender, GrammaticalNumber } from '../lexicon/entry';
import { lower } from '../lexicon/fold';
import type { HeardToken } from './heard-tokens';
import type { SoundEntry } from './sound-lexicon';

export interface FormsKnown {
  readonly knows: (form: string) => boolean;
  /** Whether it is an entry of the medical lists. */
  readonly isEntry: (form: string) => boolean;
  readonly grammarOf: (form: string) => Grammar | undefined;
}

export interface Grammar {
  readonly gender: Gender | undefined;
  readonly number: GrammaticalNumber | undefined;
}

/**
 * The form with or without s as what was heard ends, where only that form is missing from the lists: "paragraphs" → "paragraphes".
 * Where both are there, their frequency decides.
 */
export function withHeardNumber(
  entry: SoundEntry,
  heard: string,
  { knows, isEntry }: FormsKnown,
): string {
  const { form } = entry;
  const isPlural = /[^siuo]s$/.test(lower(heard));
  const other = /[^s]s$/.test(form) ? form.slice(0, -1) : /[sxz]$/.test(form) ? form : `${form}s`;
  const otherIsPlural = other.length > form.length;
  if (other === form || otherIsPlural !== isPlural || isEntry(other)) return form;
  return knows(other) ? other : form;
}

const DETERMINERS: Readonly<Record<string, Grammar>> = {
  ...grammars('le un ce du au', { gender: 'm', number: 's' }),
  ...grammars('la une cette sa ma', { gender: 'f', number: 's' }),
  ...grammars('les des ces ses aux mes leurs plusieurs quelques deux trois', {
    gender: undefined,
    number: 'p',
  }),
};

function grammars(words: string, grammar: Grammar): Record<string, Grammar> {
  return Object.fromEntries(words.split(' ').map((word) => [word, grammar]));
}

const LITTLE = 3;

/** What the word before a span asks of the first word in it: an article, or a noun it may qualify. */
export function grammarBefore(
  tokens: readonly HeardToken[],
  from: number,
  { grammarOf }: FormsKnown,
): Grammar | undefined {
  const previous = tokens[from - 1];
  if (
    previous === undefined ||
    tokens[from]?.joint === 'break' ||
    tokens[from]?.joint === 'apostrophe'
  )
    return undefined;
  const determiner = DETERMINERS[previous.lower];
  if (determiner !== undefined) return determiner;
  return previous.lower.length > LITTLE ? grammarOf(previous.text) : undefined;
}

/** 0 to 2: how many of gender and number are known of both and differ. */
export function disagreements(a: Grammar | undefined, b: Grammar): number {
  if (a === undefined) return 0;
  const gender =
    a.gender !== undefined &&
    b.gender !== undefined &&
    ![a.gender, b.gender].includes('mf') &&
    a.gender !== b.gender;
  const number =
    a.number !== undefined &&
    b.number !== undefined &&
    ![a.number, b.number].includes('sp') &&
    a.number !== b.number;
  return Number(gender) + Number(number);
}
