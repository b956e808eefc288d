import { fold } from '../spoken/token';
import { TITLES } from '../phonetic/closed-words';
import { holdName, type KnownNames } from './known-names';
import { pairFault, partsOf, type Pair, type WordKnowledge } from './pair';

/** A passage that a person wrote in place of what was heard, with its neighbours in the report. */
export interface PersonEdit {
  /** Words as recognised, one space apart. */
  readonly heard: string;
  readonly written: string;
  readonly before: string;
  readonly after: string;
}

/** What an edit teaches, with where it was seen. */
export interface Lesson extends Pair {
  readonly before: string;
  readonly after: string;
}

export interface Judgement extends WordKnowledge {
  /** Spelled as a general or medical word is. */
  readonly knows: (word: string) => boolean;
  readonly names: KnownNames;
}

const SIGNS = /^[\s.,;:!?…«»"“”()[\]–-]+|[\s.,;:!?…«»"“”()[\]–-]+$/gu;
const bare = (text: string): string => text.replace(SIGNS, '').replace(/\s+/g, ' ');

const opensSentence = (before: string): boolean => /(?:^|[.!?…:])\s*$/u.test(before);

/** A capital that only the start of a sentence gave goes; `undefined` where it may be the capital of a name. */
function withoutOpeningCapital(
  written: string,
  before: string,
  { knows, isMedicalCapital }: Judgement,
): string | undefined {
  const first = written.split(' ')[0] ?? '';
  if (!opensSentence(before) || !/^\p{Lu}\p{Ll}/u.test(first) || isMedicalCapital(first))
    return written;
  const small = first.charAt(0).toLocaleLowerCase('fr') + first.slice(1);
  return knows(small) ? small + written.slice(first.length) : undefined;
}

/** Somebody's name comes next: "monsieur", "le docteur", a first name given by its capital. */
const leadsToName = (before: string): boolean =>
  partsOf(before)
    .slice(-2)
    .some((part) => TITLES.has(part));

/** What an edit teaches; nothing where it is one of those that are never learnt. */
export function lessonOf(edit: PersonEdit, judgement: Judgement): Lesson | undefined {
  const { before, after } = edit;
  const heard = bare(edit.heard);
  const written = withoutOpeningCapital(bare(edit.written), before, judgement);
  if (written === undefined || leadsToName(before)) return undefined;
  if (holdName([heard, written], judgement.names, judgement.knows)) return undefined;
  // Only a capital at the start of a sentence, or only signs: nothing was misheard.
  if (heard.charAt(0).toLowerCase() + heard.slice(1) === written) return undefined;
  if (pairFault({ heard, written }, judgement) !== undefined) return undefined;
  return { heard, written, before, after };
}

/** The same for the same words whatever their case, accents and signs. */
export const heardKey = (heard: string): string => fold(bare(heard)).replace(/\s+/g, ' ');
