import { MATRICULE_OIDS } from '../../dossier/identity/matricule';
import type { Patient } from '../../dossier/identity/patient';
import {
  EMPTY_DRAFT,
  isRefused,
  readPatient,
  type DraftField,
  type FieldProblem,
  type PatientDraft,
} from '../../dossier/identity/patient-draft';
import type { LookAlike } from '../../dossier/identity/patient-index';
import { birthDateWords } from '../../words/patients';
import { today } from './patient-arrivals.svelte';
import type { PatientBook } from './patient-book.svelte';

function draftOf(patient: Patient): PatientDraft {
  const { firstNames, matricule } = patient;
  return {
    birthName: patient.birthName,
    usedName: patient.usedName ?? '',
    firstName: firstNames[0] ?? '',
    firstNames: firstNames.slice(1).join(' '),
    birthDate: birthDateWords(patient.birthDate),
    sex: patient.sex === 'U' ? '' : patient.sex,
    birthPlace: patient.birthPlace ?? '',
    matricule: matricule ? matricule.value + matricule.key : '',
    matriculeOid: matricule ? MATRICULE_OIDS[matricule.kind] : '',
    status: patient.status,
    practiceCode: patient.practiceCode ?? '',
  };
}

/** A patient being typed, new or known. */
export class PatientTyping {
  readonly patient: Patient | undefined;
  readonly #book: PatientBook;
  #draft = $state.raw<PatientDraft>({ ...EMPTY_DRAFT, status: 'provisional' });
  readonly #start: PatientDraft;
  /** Problems are told when one is done, not while one types. */
  #wasTried = $state.raw(false);
  #isSureNotHim = $state.raw(false);
  readonly #read = $derived(readPatient(this.#draft, today()));
  readonly #lookAlikes = $derived.by(() => this.#findLookAlikes());

  constructor(book: PatientBook, patient?: Patient) {
    this.#book = book;
    this.patient = patient;
    if (patient) this.#draft = draftOf(patient);
    this.#start = this.#draft;
  }

  get draft(): PatientDraft {
    return this.#draft;
  }

  /** Whether leaving now would lose anything. */
  get isChanged(): boolean {
    return Object.entries(this.#draft).some(
      ([field, text]) => text !== this.#start[field as DraftField],
    );
  }

  get isQualified(): boolean {
    return this.#draft.status === 'qualified';
  }

  get lookAlikes(): readonly LookAlike[] {
    return this.#lookAlikes;
  }

  /** The person has seen who is alike and is asked once more. */
  get asksAgain(): boolean {
    return this.#isSureNotHim && this.#lookAlikes.length > 0;
  }

  get problems(): readonly FieldProblem[] {
    return this.#wasTried && isRefused(this.#read) ? this.#read : [];
  }

  problemOf(field: DraftField): FieldProblem | undefined {
    return this.problems.find((problem) => problem.field === field);
  }

  type(field: DraftField, text: string): void {
    this.#draft = { ...this.#draft, [field]: text };
    this.#isSureNotHim = false;
  }

  /** Keeps the patient; `undefined` while something is wrong or a look-alike has not been looked at. */
  async save(): Promise<Patient | undefined> {
    this.#wasTried = true;
    if (isRefused(this.#read)) return undefined;
    if (this.#lookAlikes.length > 0 && !this.#isSureNotHim) {
      this.#isSureNotHim = true;
      return undefined;
    }
    const origin = this.patient?.origin ?? 'typed';
    return this.#book.save(this.#read, { id: this.patient?.id, origin });
  }

  #findLookAlikes(): readonly LookAlike[] {
    if (isRefused(this.#read)) return [];
    return this.#book.index.lookAlikes(this.#read, this.patient?.id);
  }
}
