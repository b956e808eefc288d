import { isRefused, readPatient, type FieldProblem } from '../patient-draft';
import { IDENTITY_STATUSES, type Patient, type PatientTraits } from '../patient';
import type { PatientIndex } from '../patient-index';
import { type LookAlike } from '../patient-index';
import type { ListedPatient } from './listed-patient';

/** What taking a line of a list would do. */
export type ListedLine = { readonly line: number; readonly names: string } & (
  | { readonly kind: 'new'; readonly traits: PatientTraits }
  | { readonly kind: 'look-alike'; readonly traits: PatientTraits; readonly likes: LookAlike }
  /** Known already; `traits` are what is known of him with what the list adds. */
  | { readonly kind: 'completed'; readonly traits: PatientTraits; readonly patient: Patient }
  | { readonly kind: 'known'; readonly patient: Patient }
  /** The same as a line above it. */
  | { readonly kind: 'repeated'; readonly firstLine: number }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] }
);

const trust = ({ status }: PatientTraits): number => IDENTITY_STATUSES.indexOf(status);

/** Adds what was missing; what a surer source says of the identity replaces what was there. */
function completed(known: Patient, listed: PatientTraits): PatientTraits {
  const { format, id, origin, changedAt, ...traits } = known;
  return trust(listed) > trust(known) ? { ...traits, ...listed } : { ...listed, ...traits };
}

/** A sex that nobody knew is not what one knows already. */
const withKnownSex = (traits: PatientTraits, other: PatientTraits): PatientTraits =>
  traits.sex === 'U' ? { ...traits, sex: other.sex } : traits;

const addsTo = (known: Patient, traits: PatientTraits): boolean =>
  Object.entries(traits).some(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name as keyof Patient]),
  );

/** Lines of the list that say the same are found among themselves as patients are. */
class SeenLines {
  readonly #lines = new Map<string, number>();

  /** The line that said so first, if it was another. */
  first(
    line: number,
    { birthName, firstNames, birthDate, sex }: PatientTraits,
  ): number | undefined {
    const key = JSON.stringify([birthName, firstNames[0], birthDate, sex]).toUpperCase();
    const first = this.#lines.get(key);
    if (first === undefined) this.#lines.set(key, line);
    return first;
  }
}

function lineOf(traits: PatientTraits, index: PatientIndex) {
  const [first, ...others] = index
    .lookAlikes(traits)
    .toSorted((one, other) => Number(other.likeness === 'same') - Number(one.likeness === 'same'));
  if (!first) return { kind: 'new', traits } as const;
  const isAlone = !others.some(({ likeness }) => likeness === 'same');
  if (first.likeness !== 'same' || !isAlone) {
    return { kind: 'look-alike', traits, likes: first } as const;
  }
  const { patient } = first;
  const merged = completed(
    { ...patient, ...withKnownSex(patient, traits) },
    withKnownSex(traits, patient),
  );
  return addsTo(patient, merged)
    ? ({ kind: 'completed', traits: merged, patient } as const)
    : ({ kind: 'known', patient } as const);
}

const namesOf = ({ birthName, usedName, firstNames }: PatientTraits): string =>
  [usedName === undefined ? birthName : `${usedName} (${birthName})`, firstNames[0]].join(' ');

/**
 * Says of each line whether its patient is new, known, like another, or cannot be taken and why.
 * @param today `YYYY-MM-DD`.
 */
export function previewOf(
  listed: readonly ListedPatient[],
  index: PatientIndex,
  today: string,
): readonly ListedLine[] {
  const seen = new SeenLines();
  return listed.map(({ line, draft }): ListedLine => {
    const read = readPatient(draft, today);
    if (isRefused(read)) {
      const names = `${draft.birthName} ${draft.firstName || draft.firstNames}`.trim();
      return { line, names, kind: 'refused', problems: read };
    }
    const names = namesOf(read);
    const firstLine = seen.first(line, read);
    if (firstLine !== undefined) return { line, names, kind: 'repeated', firstLine };
    return { line, names, ...lineOf(read, index) };
  });
}
