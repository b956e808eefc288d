/** Sex of the civil registry as the French national identity (INS) codes it: woman, man, undetermined, unknown. */
export type Sex = 'F' | 'M' | 'I' | 'U';

/** The person the report is about, as chosen from the record; the traits of the French national identity (INS). */
export interface PatientIdentity {
  readonly birthName: string;
  /** Name used in daily life, where it is another one. */
  readonly usedName?: string;
  /** All of them, in order, separated by spaces. */
  readonly firstNames: string;
  readonly sex: Sex;
  /** "1968-03-12". */
  readonly birthDate?: string;
}
