import { newIdentifier } from '../../dossier/identifier';
import type { Patient, PatientTraits } from '../../dossier/identity/patient';
import { PatientIndex } from '../../dossier/identity/patient-index';
import type { Vault } from '../../vault/vault';
import { patientName } from '../../words/patients';
import { PatientTyping } from './patient-typing.svelte';

/** A patient before and after an import: what undoing needs. */
export interface PatientChange {
  readonly id: string;
  readonly before: Patient | undefined;
}

type Saving = Pick<Patient, 'origin'> & { readonly id?: string | undefined };

/** The patients of the practice as every screen sees them, from any tab. */
export class PatientBook {
  readonly #vault: Vault;
  #patients = $state.raw<readonly Patient[]>([]);
  readonly #index = $derived(new PatientIndex(this.#patients));
  #left: PatientTyping | undefined;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  get index(): PatientIndex {
    return this.#index;
  }

  /** The last changed first. */
  get recent(): readonly Patient[] {
    return this.#patients.toSorted((one, other) => other.changedAt - one.changedAt);
  }

  get isEmpty(): boolean {
    return this.#patients.length === 0;
  }

  /** Empty for a dictation that waits to be attached. */
  nameOf(id: string | undefined): string {
    const patient = id === undefined ? undefined : this.#index.get(id);
    return patient ? patientName(patient) : '';
  }

  /** The form that was left half typed, unless its patient was erased since: to be taken up again. */
  get left(): PatientTyping | undefined {
    const left = this.#left;
    if (!left?.isChanged) return undefined;
    return left.patient && !this.#index.get(left.patient.id) ? undefined : left;
  }

  /** What was typed of this patient, or of a new one, before the form was left; else a form begun now. */
  typing(patient?: Patient): PatientTyping {
    const { left } = this;
    const isOfHim =
      left?.patient?.id === patient?.id && left?.patient?.changedAt === patient?.changedAt;
    if (left && isOfHim) return left;
    return (this.#left = new PatientTyping(this, patient));
  }

  /** The form is done with, or taken up again. */
  leave(typing: PatientTyping | undefined): void {
    this.#left = typing;
  }

  watch(): () => void {
    return this.#records.watch((patients) => {
      this.#patients = patients;
    });
  }

  /** Keeps a new patient, or what has changed of one. */
  async save(traits: PatientTraits, { id = newIdentifier(), origin }: Saving): Promise<Patient> {
    const patient: Patient = { ...traits, format: 1, id, origin, changedAt: Date.now() };
    await this.#records.put(id, patient);
    this.#patients = [...this.#patients.filter((other) => other.id !== id), patient];
    return patient;
  }

  /** Puts patients back as they were before an import; the new ones go, unless a dictation has taken one since. */
  async undo(changes: readonly PatientChange[]): Promise<void> {
    const dictations = await this.#vault.dictations.all();
    for (const { id, before } of changes) {
      if (before) await this.#records.put(id, before);
      else if (!dictations.some(({ patientId }) => patientId === id))
        await this.#records.remove(id);
    }
  }

  get #records() {
    return this.#vault.records<Patient>('patients');
  }
}
