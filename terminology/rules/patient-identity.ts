/** The chosen patient as the rules compare him with what is heard; names as the practice wrote them. */
export interface PatientIdentity {
  /** Nom de naissance. */
  readonly birthName: string;
  /** Nom utilisé, where it is another one. */
  readonly usedName?: string;
  /** Prénoms de naissance, the first one first. */
  readonly firstNames: readonly string[];
  /** I: indeterminate; U: unknown. */
  readonly sex: 'F' | 'M' | 'I' | 'U';
  /** `YYYY-MM-DD`; missing where any part of it is unknown. */
  readonly birthDate?: string;
}
