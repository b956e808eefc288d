import { isAmbiguous } from './abbreviations';
import { isNumberWord } from './cardinal';
import { COMMANDS } from './commands';
import { sectionsOf, type DocumentType } from './document-types';
import type { Abbreviation, NumberContext, OwnCommand, SpokenOptions } from './settings';
import { fold, tokenise } from './token';

/** How a practice wants its dictations written; what is left out follows the usual way. */
export interface WritingHabits {
  readonly ownCommands: readonly OwnCommand[];
  readonly abbreviations: readonly Abbreviation[];
  readonly numbers: Partial<Readonly<Record<NumberContext, 'digits' | 'letters'>>>;
  /** Section names by document type, beside the usual ones. */
  readonly sections: Partial<Readonly<Record<DocumentType, readonly string[]>>>;
}

export const USUAL_HABITS: WritingHabits = {
  ownCommands: [],
  abbreviations: [],
  numbers: {},
  sections: {},
};

/** What the writing of a dictation needs to know of the practice and of its document type. */
export function optionsOf(habits: WritingHabits, type: DocumentType | undefined): SpokenOptions {
  const { ownCommands, abbreviations, numbers } = habits;
  const sections =
    type === undefined ? [] : [...sectionsOf(type), ...(habits.sections[type] ?? [])];
  return { ownCommands, abbreviations, numbers, sections };
}

/** Characters; longer than any phrase one says in a breath, or any text one would not rather make a template. */
const MAX_PHRASE = 60;
const MAX_TEXT = 4000;

export type OwnCommandFault =
  | 'no-phrase'
  | 'no-text'
  | 'long-phrase'
  | 'long-text'
  | 'not-words'
  | 'one-word'
  | 'only-numbers'
  | 'built-in'
  | 'taken';

/** Words as the rules see them: "l'objet" is two. */
const partsOf = (phrase: string): readonly string[] =>
  tokenise(phrase.split(/\s+/).map((text) => ({ text, start: 0, end: 0, confidence: 1 }))).flatMap(
    ({ parts }) => parts,
  );

const keyOf = (phrase: string): string => partsOf(phrase).join(' ');

const BUILT_IN = new Set(
  COMMANDS.flatMap(({ said, misheard = [] }) => [...said, ...misheard]).map((said) =>
    keyOf(said.replaceAll('…', '')),
  ),
);

/** Why this command of the practice cannot be; `others` are those it already has. */
export function ownCommandFault(
  { said, text }: OwnCommand,
  others: readonly OwnCommand[],
): OwnCommandFault | undefined {
  const parts = partsOf(said);
  if (said.trim() === '') return 'no-phrase';
  if (said.length > MAX_PHRASE) return 'long-phrase';
  if (!parts.every((part) => /^[\p{L}\d']+$/u.test(part)) || parts.length === 0) return 'not-words';
  if (BUILT_IN.has(parts.join(' '))) return 'built-in';
  if (parts.length === 1) return 'one-word';
  if (parts.every((part) => isNumberWord(part) || /^\d/.test(part))) return 'only-numbers';
  if (others.some((other) => keyOf(other.said) === parts.join(' '))) return 'taken';
  if (text.trim() === '') return 'no-text';
  return text.length > MAX_TEXT ? 'long-text' : undefined;
}

export type AbbreviationFault = 'no-short' | 'no-long' | 'long-short' | 'same' | 'taken';

/** Why this short form cannot be in the table. */
export function abbreviationFault(
  { short, long }: Abbreviation,
  others: readonly Abbreviation[],
): AbbreviationFault | undefined {
  if (short.trim() === '') return 'no-short';
  if (/\s/.test(short.trim()) || short.length > 12) return 'long-short';
  if (long.trim() === '') return 'no-long';
  if (fold(short) === fold(long)) return 'same';
  return others.some((other) => other.short === short) ? 'taken' : undefined;
}

export type SectionFault = 'empty' | 'long' | 'usual' | 'taken';

/** Why this section name cannot be added for the document type. */
export function sectionFault(
  name: string,
  type: DocumentType,
  others: readonly string[],
): SectionFault | undefined {
  const key = keyOf(name);
  if (key === '') return 'empty';
  if (name.length > MAX_PHRASE) return 'long';
  if (sectionsOf(type).some((usual) => keyOf(usual) === key)) return 'usual';
  return others.some((other) => keyOf(other) === key) ? 'taken' : undefined;
}

/** Short forms with two meanings are asked about, never spelled out. */
export const asksAnyway = ({ short, mode }: Abbreviation): boolean =>
  mode !== 'keep' && isAmbiguous(short);
