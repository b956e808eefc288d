import { isSlip, mayBeSame } from './birth-date';
import { areNear, nameKey } from './folded-name';
import type { PatientTraits } from './patient';

/**
 * Why two patients may be one, surest first; `same-family` is the case of twins, who are two and easily taken for
 * each other.
 */
export type Likeness =
  'same' | 'married-name' | 'swapped-names' | 'near-names' | 'near-date' | 'same-family';

const lastNames = ({ birthName, usedName }: PatientTraits): readonly string[] =>
  usedName === undefined ? [birthName] : [birthName, usedName];

const anyNear = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((one) => others.some((other) => areNear(one, other)));

const sameFirstName = (one: PatientTraits, other: PatientTraits): boolean =>
  nameKey(one.firstNames[0] ?? '') === nameKey(other.firstNames[0] ?? '');

const sameBirthName = (one: PatientTraits, other: PatientTraits): boolean =>
  nameKey(one.birthName) === nameKey(other.birthName);

const contradictSex = (one: PatientTraits, other: PatientTraits): boolean =>
  one.sex !== other.sex && one.sex !== 'U' && other.sex !== 'U';

function likenessOfNames(one: PatientTraits, other: PatientTraits): Likeness | undefined {
  const nearFirstNames = anyNear(one.firstNames, other.firstNames);
  if (anyNear([one.birthName], [other.birthName]) && nearFirstNames) return 'near-names';
  if (anyNear(lastNames(one), lastNames(other)) && nearFirstNames) return 'married-name';
  const isSwapped =
    anyNear(lastNames(one), other.firstNames) && anyNear(one.firstNames, lastNames(other));
  if (isSwapped) return 'swapped-names';
  return anyNear(lastNames(one), lastNames(other)) ? 'same-family' : undefined;
}

/** How two patients may be taken for each other; `undefined` when they cannot. */
export function likeness(one: PatientTraits, other: PatientTraits): Likeness | undefined {
  const sameNames = sameBirthName(one, other) && sameFirstName(one, other);
  if (!mayBeSame(one.birthDate, other.birthDate)) {
    return sameNames && isSlip(one.birthDate, other.birthDate) ? 'near-date' : undefined;
  }
  const isSame = sameNames && one.birthDate === other.birthDate && !contradictSex(one, other);
  return isSame ? 'same' : likenessOfNames(one, other);
}
