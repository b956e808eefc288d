import type { PatientDraft } from '../patient-draft';

/** One patient of a list, before anything is checked. */
export interface ListedPatient {
  /** Line of the file, or position of the entry in a bundle, from 1. */
  readonly line: number;
  readonly draft: PatientDraft;
}
