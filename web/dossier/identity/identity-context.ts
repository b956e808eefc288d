import type { PatientIdentity } from '../../../terminology/rules/patient-identity';
import { isWhole } from './birth-date';
import type { Patient } from './patient';

/** The chosen patient as the rules compare him with what was dictated; no matricule, no place. */
export function identityContext(patient: Patient): PatientIdentity {
  const { birthName, usedName, firstNames, sex, birthDate } = patient;
  return {
    birthName,
    ...(usedName !== undefined && { usedName }),
    firstNames: firstNames.join(' '),
    sex,
    ...(isWhole(birthDate) && { birthDate }),
  };
}
