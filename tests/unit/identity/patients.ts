import { EMPTY_DRAFT, type PatientDraft } from '../../../web/dossier/identity/patient-draft';
import type { Patient, PatientTraits } from '../../../web/dossier/identity/patient';

/** The day on which the tests play. */
export const TODAY = '2026-11-22';

export function draft(change: Partial<PatientDraft> = {}): PatientDraft {
  return {
    ...EMPTY_DRAFT,
    birthName: 'Essai',
    firstName: 'Jeanne',
    birthDate: '12/03/1968',
    sex: 'F',
    ...change,
  };
}

/** A fictitious person. */
export function patient(change: Partial<Patient> = {}): Patient {
  return { format: 1, id: 'essai', origin: 'typed', changedAt: 0, ...traits(), ...change };
}

export function traits(change: Partial<PatientTraits> = {}): PatientTraits {
  return {
    birthName: 'Essai',
    firstNames: ['Jeanne'],
    birthDate: '1968-03-12',
    sex: 'F',
    status: 'provisional',
    ...change,
  };
}
