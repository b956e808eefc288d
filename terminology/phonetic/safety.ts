import { bareLetters, stemmed } from './letters';
import { areOpposites } from './opposites';
import type { HeardToken } from './heard-tokens';
import type { Reading } from './readings';
import type { SoundEntry } from './sound-lexicon';
import type { Span } from './spans';

/** Drugs and analytes are written only where the sound is the same. */
const SAME_SOUND = 0.301;
const CLOSEST_AFTER_NUMBER = 0.5;
/** Names of letters run together more than words do. */
const CLOSEST_ACRONYM = 0.5;
/** Nothing that can be heard. */
const SILENT = 0.05;
/** "cardégique" and "Kardégic" cannot be told apart by ear. */
const HOMOPHONE = 0.15;
const CLOSEST_PREFIXED = 0.3;
/** Above this the decoder meant that word; texts without confidence have 1. */
const CERTAIN = 0.95;
/** Weighted distance a sound of what was heard; joined words are more often right apart. */
const FARTHEST_ALONE = 0.1;
const FARTHEST_JOINED = 0.09;

export interface Replacement {
  readonly span: Span;
  readonly heard: readonly HeardToken[];
  /** Of what was heard, as `bareLetters`. */
  readonly letters: string;
  readonly reading: Reading;
  readonly entry: SoundEntry;
  readonly distance: number;
}

/** Whether it may be written without asking, gain aside. */
export function isSafe(replacement: Replacement): boolean {
  const { span, heard, letters, reading, entry, distance } = replacement;
  const [first] = heard;
  if (first === undefined || reading.kind === 'number') return false;
  const isAccent = letters === entry.letters;
  const isCutInTwo = isAccent && heard.length > 1 && /^\p{L}+$/u.test(entry.form);
  if (heard.some(({ isAcronym }) => isAcronym) && !isCutInTwo) return false;
  if (!span.hasUnknown && (heard.length === 1 || isEnding(heard, entry)))
    return isAgreement(replacement);
  if (losesPlural(heard, entry)) return false;
  if (entry.kind === 'general' && (isNameLike(first) || (distance > 0 && !isAccent))) return false;
  if (isAccent && !isSpacedApart(heard) && heard.every(({ confidence }) => confidence > CERTAIN))
    return false;
  if (entry.isDosed && distance > SAME_SOUND) return false;
  if (reading.kind === 'alternative' && entry.kind === 'general') return false;
  if (reading.kind === 'article' && isProper(entry)) return false;
  if (entry.isAcronym && distance > CLOSEST_ACRONYM) return false;
  if (
    reading.kind === 'prefixed' &&
    (distance - reading.penalty > CLOSEST_PREFIXED || !endsAlike(heard, entry))
  )
    return false;
  if (first.role === 'number' && distance > CLOSEST_AFTER_NUMBER) return false;
  const farthest = heard.length > 1 ? FARTHEST_JOINED : FARTHEST_ALONE;
  if (distance > farthest * reading.sounds.length) return false;
  if (distance > HOMOPHONE && changesKind(letters, entry.letters)) return false;
  return !areOpposites(letters, bareLetters(reading.before) + entry.letters);
}

/** An eponym hardly follows "l'" or "d'". */
const isProper = ({ form, isDrug }: SoundEntry): boolean => !isDrug && /^\p{Lu}\p{Ll}/u.test(form);

const endsAlike = (heard: readonly HeardToken[], { form }: SoundEntry): boolean =>
  heard.at(-1)?.lower.slice(-1) === form.slice(-1);

/** Only gender or number changes. */
export const isEnding = (heard: readonly HeardToken[], { form }: SoundEntry): boolean =>
  stemmed(heard.map(({ lower }) => lower).join(' ')) === stemmed(form.toLowerCase());

/**
 * Only a silent e of the words behind the head of a known term changes: "fibrillation atrial". The head and every plural are as
 * heard, so that the term says the same.
 */
export function isAgreement({ heard, entry, distance }: AgreementOf): boolean {
  const words = entry.form.toLowerCase().split(/[\s-]+/);
  if (entry.kind !== 'term' || distance > SILENT || words.length !== heard.length) return false;
  const isBare = (word: string): string => word.replace(/e(?=s?$)/, '');
  return heard.every(({ lower }, at) => {
    const word = words[at] ?? '';
    return lower === word || (at > 0 && isBare(lower) === isBare(word));
  });
}

/** "vallées sylviennes" for the term "vallée sylvienne": what was heard in the plural may be so. */
function losesPlural(heard: readonly HeardToken[], { kind, form }: SoundEntry): boolean {
  const words = form.split(/[\s'’-]+/);
  const isPlural = heard[0]?.lower.endsWith('s') === true && !/[sxz]$/.test(words[0] ?? '');
  return kind === 'term' && words.length === heard.length && isPlural;
}

type AgreementOf = Pick<Replacement, 'heard' | 'entry' | 'distance'>;

const isSpacedApart = (heard: readonly HeardToken[]): boolean =>
  heard.slice(1).some(({ joint }) => joint === 'space');

const isNameLike = ({ opens, text }: HeardToken): boolean => !opens && /^\p{Lu}/u.test(text);

/** Endings that make words of their own; one group a line of sense. */
const KINDS =
  /(?:(graphie)|(metrie)|(thermie)|(scopie)|(logie)|(pathie)|(tomie)|(ique)|(iste)|(isme)|([st]ion)|(ose)|(ite)|(ome)|(ase))s?$/;
const SHORTEST_ROOT = 4;

/** "capnographie" for "capnographe": an ending that makes words of its own is not a slip of the ear. */
function changesKind(heard: string, written: string): boolean {
  const kind = kindOf(heard);
  return kind >= 0 && kind !== kindOf(written);
}

function kindOf(letters: string): number {
  const match = KINDS.exec(letters);
  if (match === null || match.index < SHORTEST_ROOT) return -1;
  return match.findIndex((group, at) => at > 0 && group !== undefined);
}
