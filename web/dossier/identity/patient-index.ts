import { mayBeSame, readBirthDates } from './birth-date';
import { nameKey, nameLetters, nameWords } from './folded-name';
import { likeness, type Likeness } from './look-alike';
import { namesOf, type Patient, type PatientTraits } from './patient';

/** National rules: the birth date first, then no more of the name than this. */
const LETTERS_OF_NAME = 3;

export interface LookAlike {
  readonly patient: Patient;
  readonly likeness: Likeness;
}

/** What a person has typed: possible birth dates, and the first letters of the name in folded form. */
interface PatientQuery {
  readonly birthDates: readonly string[];
  readonly letters: string;
}

/** The longest beginning that is a date is the date; what follows begins a name. */
export function readQuery(text: string, today: string): PatientQuery {
  const words = text.trim().split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const birthDates = readBirthDates(words.slice(0, count).join(' '), today);
    const letters = nameLetters(words.slice(count).join('')).slice(0, LETTERS_OF_NAME);
    if (birthDates.length > 0) return { birthDates, letters };
  }
  return { birthDates: [], letters: nameLetters(text).slice(0, LETTERS_OF_NAME) };
}

const yearOf = ({ birthDate }: PatientTraits): string => birthDate.slice(0, 4);

const namesKey = ({ birthName, firstNames }: PatientTraits): string =>
  `${nameKey(birthName)} ${nameKey(firstNames[0] ?? '')}`;

function grouped<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const startsWith = (patient: Patient, letters: string): boolean =>
  [patient.birthName, patient.usedName ?? ''].some((name) => nameLetters(name).startsWith(letters));

const byName = (one: Patient, other: Patient): number =>
  one.birthName.localeCompare(other.birthName, 'fr') ||
  (one.firstNames[0] ?? '').localeCompare(other.firstNames[0] ?? '', 'fr');

/** All patients of the practice in memory; nothing of it is ever stored. */
export class PatientIndex {
  readonly #byId: ReadonlyMap<string, Patient>;
  readonly #byYear: ReadonlyMap<string, readonly Patient[]>;
  readonly #byNames: ReadonlyMap<string, readonly Patient[]>;
  #nameWords: ReadonlySet<string> | undefined;

  constructor(patients: readonly Patient[]) {
    this.#byId = new Map(patients.map((patient) => [patient.id, patient]));
    this.#byYear = grouped(patients, yearOf);
    this.#byNames = grouped(patients, namesKey);
  }

  get(id: string): Patient | undefined {
    return this.#byId.get(id);
  }

  /** Nobody without a birth date; exact dates before those that are only partly known, then by name. */
  search({ birthDates, letters }: PatientQuery): readonly Patient[] {
    const found = birthDates.flatMap((date) => {
      const born = (this.#byYear.get(date.slice(0, 4)) ?? [])
        .filter(({ birthDate }) => mayBeSame(birthDate, date))
        .toSorted(byName);
      const isExact = ({ birthDate }: Patient) => birthDate === date;
      return [...born.filter(isExact), ...born.filter((patient) => !isExact(patient))];
    });
    return letters === '' ? found : found.filter((patient) => startsWith(patient, letters));
  }

  /** The words of these texts that are names of patients, folded. */
  namesAmong(texts: readonly string[]): readonly string[] {
    this.#nameWords ??= new Set([...this.#byId.values()].flatMap(namesOf).flatMap(nameWords));
    const names = this.#nameWords;
    return [...new Set(texts.flatMap(nameWords))].filter((word) => names.has(word));
  }

  /** Others who may be the same person, or be taken for him. */
  lookAlikes(traits: PatientTraits, exceptId?: string): readonly LookAlike[] {
    const bornThen = this.#byYear.get(yearOf(traits)) ?? [];
    const namesakes = this.#byNames.get(namesKey(traits)) ?? [];
    return [...new Set([...bornThen, ...namesakes])].flatMap((patient) => {
      const reason = patient.id === exceptId ? undefined : likeness(traits, patient);
      return reason ? [{ patient, likeness: reason }] : [];
    });
  }
}
