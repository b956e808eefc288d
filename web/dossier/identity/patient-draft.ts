import { fold } from '../../../terminology/lexicon/fold';
import { readBirthDates } from './birth-date';
import { kindOfOid, readMatricule, type MatriculeKind, type MatriculeProblem } from './matricule';
import { IDENTITY_STATUSES, type IdentityStatus, type PatientTraits, type Sex } from './patient';

/** What was typed in the form or stands in a list, as text. */
export interface PatientDraft {
  readonly birthName: string;
  readonly usedName: string;
  readonly firstName: string;
  /** The other first names, or the whole list of them. */
  readonly firstNames: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly birthPlace: string;
  readonly matricule: string;
  /** Object identifier of the register of the matricule. */
  readonly matriculeOid: string;
  readonly status: string;
  readonly practiceCode: string;
}

export type DraftField = keyof PatientDraft;

export const EMPTY_DRAFT: PatientDraft = {
  birthName: '',
  usedName: '',
  firstName: '',
  firstNames: '',
  birthDate: '',
  sex: '',
  birthPlace: '',
  matricule: '',
  matriculeOid: '',
  status: '',
  practiceCode: '',
};

/** What is wrong with a field; the sentences are in `words/`. */
export type DraftProblem =
  | 'missing'
  | 'bad-name'
  | 'bad-date'
  | 'unsure-century'
  | 'bad-sex'
  | 'bad-place'
  | 'bad-status'
  | 'bad-code'
  | 'unknown-register'
  | 'needed-when-qualified'
  | MatriculeProblem;

export interface FieldProblem {
  readonly field: DraftField;
  readonly problem: DraftProblem;
}

type Read = PatientTraits | readonly FieldProblem[];

export const isRefused = (read: Read): read is readonly FieldProblem[] => Array.isArray(read);

const LONGEST_TEXT = 100;
// What a damaged or wrongly decoded file puts into names.
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\p{Zs}'’.‐-―-]*$/u;
const PLACE = /^(?:\d{2}|2[AB])\d{3}$/;
const CODE = /^[^\p{C}\uFFFD]*$/u;

const SEXES: Readonly<Record<string, Sex>> = {
  f: 'F',
  feminin: 'F',
  femme: 'F',
  female: 'F',
  mme: 'F',
  madame: 'F',
  mlle: 'F',
  '2': 'F',
  m: 'M',
  masculin: 'M',
  homme: 'M',
  h: 'M',
  male: 'M',
  monsieur: 'M',
  mr: 'M',
  '1': 'M',
  i: 'I',
  indetermine: 'I',
  other: 'I',
  u: 'U',
  inconnu: 'U',
  unknown: 'U',
  '': 'U',
};

const STATUSES: Readonly<Record<string, IdentityStatus>> = {
  '': 'provisional',
  prov: 'provisional',
  provisoire: 'provisional',
  recup: 'retrieved',
  recuperee: 'retrieved',
  vali: 'validated',
  validee: 'validated',
  qual: 'qualified',
  qualifiee: 'qualified',
};

const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');
const word = (text: string): string => fold(tidy(text)).replace(/\.$/, '');

/** "Identité qualifiée", "qualifiee", "QUAL" or the code name. */
function readStatus(text: string): IdentityStatus | undefined {
  const said = word(text).replace(/^identite /, '');
  return IDENTITY_STATUSES.find((status) => status === said) ?? STATUSES[said];
}

const wordsOf = (text: string): readonly string[] => text.split(' ').filter((name) => name !== '');

/** The list starts with the first name, or goes on after it. */
function firstNamesOf(first: string, list: string): readonly string[] {
  const [start, listed] = [wordsOf(first), wordsOf(list)];
  if (first === '') return listed;
  const isWhole = start.every((name, at) => fold(name) === fold(listed[at] ?? ''));
  return [first, ...listed.slice(isWhole ? start.length : 0)];
}

/** Reads fields one by one and keeps what is wrong with them. */
class DraftReader {
  readonly problems: FieldProblem[] = [];
  readonly #draft: PatientDraft;

  constructor(draft: PatientDraft) {
    this.#draft = draft;
  }

  refuse(field: DraftField, problem: DraftProblem): void {
    this.problems.push({ field, problem });
  }

  name(field: DraftField, isNeeded = false): string {
    const text = this.#draft[field];
    const name = tidy(field === 'firstNames' ? text.replace(/[,;]/g, ' ') : text);
    if (name === '' && isNeeded) this.refuse(field, 'missing');
    else if (name !== '' && (!NAME.test(name) || name.length > LONGEST_TEXT)) {
      this.refuse(field, 'bad-name');
    }
    return name;
  }

  birthDate(today: string): string {
    const text = tidy(this.#draft.birthDate);
    const [date = '', second] = readBirthDates(text, today);
    if (text === '') this.refuse('birthDate', 'missing');
    else if (second !== undefined) this.refuse('birthDate', 'unsure-century');
    else if (date === '') this.refuse('birthDate', 'bad-date');
    return date;
  }

  chosen<Value>(field: DraftField, value: Value | undefined, otherwise: Value): Value {
    if (value === undefined) this.refuse(field, field === 'sex' ? 'bad-sex' : 'bad-status');
    return value ?? otherwise;
  }

  text(field: DraftField, shape: RegExp, problem: DraftProblem): string {
    const text = tidy(this.#draft[field]).toUpperCase();
    if (text !== '' && (!shape.test(text) || text.length > LONGEST_TEXT)) {
      this.refuse(field, problem);
    }
    return text;
  }

  /** Of an identity that is not qualified it is not even read: it may not be kept. */
  matricule(): PatientTraits['matricule'] {
    const { matricule: text, matriculeOid: oid } = this.#draft;
    if (tidy(text) === '') {
      this.refuse('matricule', 'needed-when-qualified');
      return undefined;
    }
    const kind = tidy(oid) === '' ? usualKind(text) : kindOfOid(tidy(oid).replace(/^urn:oid:/, ''));
    if (!kind) {
      this.refuse('matriculeOid', 'unknown-register');
      return undefined;
    }
    const read = readMatricule(text, kind);
    if (typeof read !== 'string') return read;
    this.refuse('matricule', read);
    return undefined;
  }
}

/** Numbers of the register of births start with the sex; those of people who wait for one do not (CNAV). */
const usualKind = (text: string): MatriculeKind => (/^[12]/.test(text.trim()) ? 'NIR' : 'NIA');

/**
 * The traits that a draft says, or all that is wrong with it. Nothing is guessed: a status is what the draft says,
 * a matricule is dropped without a qualified identity.
 * @param today `YYYY-MM-DD`.
 */
export function readPatient(draft: PatientDraft, today: string): Read {
  const reader = new DraftReader(draft);
  const birthName = reader.name('birthName', true);
  const usedName = reader.name('usedName');
  const listed = reader.name('firstNames');
  const firstName = reader.name('firstName', listed === '');
  const birthDate = reader.birthDate(today);
  const sex = reader.chosen('sex', SEXES[word(draft.sex)], 'U');
  const birthPlace = reader.text('birthPlace', PLACE, 'bad-place');
  const practiceCode = reader.text('practiceCode', CODE, 'bad-code');
  const status = reader.chosen('status', readStatus(draft.status), 'provisional');
  const isQualified = status === 'qualified';
  const matricule = isQualified ? reader.matricule() : undefined;
  if (isQualified && birthPlace === '') reader.refuse('birthPlace', 'needed-when-qualified');
  if (isQualified && sex === 'U') reader.refuse('sex', 'needed-when-qualified');
  if (reader.problems.length > 0) return reader.problems;
  return {
    birthName,
    ...(usedName !== '' && fold(usedName) !== fold(birthName) && { usedName }),
    firstNames: firstNamesOf(firstName, listed),
    birthDate,
    sex,
    ...(birthPlace !== '' && { birthPlace }),
    ...(matricule && { matricule }),
    status,
    ...(practiceCode !== '' && { practiceCode }),
  };
}
