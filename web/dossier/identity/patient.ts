import type { BirthDate } from './birth-date';
import type { Matricule } from './matricule';

/** F, M as on the act of birth; I: indeterminate; U: not known here. */
export type Sex = 'F' | 'M' | 'I' | 'U';

/** How far an identity is to be trusted, as the French rules (RNIV) name it; least first. */
export const IDENTITY_STATUSES = ['provisional', 'retrieved', 'validated', 'qualified'] as const;
export type IdentityStatus = (typeof IDENTITY_STATUSES)[number];

/** What one knows of a person. Names are kept as they were typed or imported. */
export interface PatientTraits {
  /** Nom de naissance. */
  readonly birthName: string;
  /** Nom utilisé, where it is another one. */
  readonly usedName?: string;
  /** Prénoms de naissance in the order of the act, the first one first; never empty. */
  readonly firstNames: readonly string[];
  readonly birthDate: BirthDate;
  readonly sex: Sex;
  /** INSEE code of the place of birth; 99 and three figures for a country. */
  readonly birthPlace?: string;
  /** Only with a qualified identity. */
  readonly matricule?: Matricule;
  /** Said by a person or an import: an offline application can qualify nobody. */
  readonly status: IdentityStatus;
  /** Code of the patient in the software of the practice. */
  readonly practiceCode?: string;
}

/** Every name of a person; none of nobody. */
export const namesOf = (person: PatientTraits | undefined): readonly string[] =>
  person ? [person.birthName, person.usedName ?? '', ...person.firstNames] : [];

export interface Patient extends PatientTraits {
  readonly format: 1;
  /** Random. */
  readonly id: string;
  readonly origin: 'typed' | 'imported';
  /** Milliseconds since 1970, of the last change. */
  readonly changedAt: number;
}
