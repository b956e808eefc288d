import { MATRICULE_OIDS } from '../matricule';
import { EMPTY_DRAFT, type PatientDraft } from '../patient-draft';
import type { ListedPatient } from './listed-patient';
import { MOST_ROWS } from './table';

// Addresses of FR Core (Interop'Santé) end like this whatever their version.
const RELIABILITY = /\/fr-core-identity-reliability$/;
const FIRST_NAMES = /\/fr-core-patient-birth-list-given-name$/;
const BIRTH_PLACE = /\/(?:fr-core-)?patient-birthPlace$/;
const INSEE_CODE = /\/fr-core-address-insee-code$/;

const INS_SYSTEMS = new Set(Object.values(MATRICULE_OIDS).map((oid) => `urn:oid:${oid}`));

/** A JSON value of which nothing is known: every step into it may lead nowhere. */
class Json {
  readonly #value: unknown;

  constructor(value: unknown) {
    this.#value = value;
  }

  at(name: string): Json {
    const value = this.#value;
    const isObject = typeof value === 'object' && value !== null && Object.hasOwn(value, name);
    return new Json(isObject ? (value as Record<string, unknown>)[name] : undefined);
  }

  get text(): string {
    return typeof this.#value === 'string' ? this.#value : '';
  }

  get list(): readonly Json[] {
    const items: unknown[] = Array.isArray(this.#value) ? this.#value : [];
    return items.slice(0, MOST_ROWS + 1).map((item) => new Json(item));
  }

  extension(address: RegExp): Json {
    return this.find('extension', (extension) => address.test(extension.at('url').text));
  }

  find(name: string, isIt: (item: Json) => boolean): Json {
    return this.at(name).list.find(isIt) ?? new Json(undefined);
  }
}

const SEXES: Readonly<Record<string, string>> = { female: 'F', male: 'M', other: 'I' };

const used =
  (...uses: readonly string[]) =>
  (name: Json): boolean =>
    uses.includes(name.at('use').text);

/**
 * FR Core says of an identity PROV or VALI; with a matricule a validated one is qualified, and one that is not was
 * only retrieved.
 */
function statusOf(patient: Json, hasMatricule: boolean): string {
  const reliability = patient.extension(RELIABILITY);
  const coded = reliability
    .extension(/^(?:.*\/)?identityStatus$/)
    .at('valueCoding')
    .at('code').text;
  const [concept] = reliability.at('valueCodeableConcept').at('coding').list;
  const isValidated = (coded || concept?.at('code').text) === 'VALI';
  if (isValidated) return hasMatricule ? 'qualified' : 'validated';
  return hasMatricule ? 'retrieved' : 'provisional';
}

function draftOf(patient: Json): PatientDraft {
  const names = patient.at('name').list;
  const birth = names.find(used('official')) ?? names.find(used('maiden')) ?? names[0];
  const usual = names.find((name) => name !== birth && used('usual', '')(name));
  const given = birth?.at('given').list.map(({ text }) => text) ?? [];
  const ins = patient.find('identifier', (one) => INS_SYSTEMS.has(one.at('system').text));
  const local = patient.find('identifier', (one) =>
    one
      .at('type')
      .at('coding')
      .list.some((coding) => coding.at('code').text === 'PI'),
  );
  const place = patient.extension(BIRTH_PLACE).at('valueAddress').extension(INSEE_CODE);
  const matricule = ins.at('value').text;
  return {
    ...EMPTY_DRAFT,
    birthName: birth?.at('family').text ?? '',
    usedName: usual?.at('family').text ?? '',
    firstName: given[0] ?? '',
    firstNames: birth?.extension(FIRST_NAMES).at('valueString').text || given.slice(1).join(' '),
    birthDate: patient.at('birthDate').text,
    sex: SEXES[patient.at('gender').text] ?? 'U',
    birthPlace: place.at('valueCoding').at('code').text || place.at('valueString').text,
    matricule,
    matriculeOid: ins.at('system').text,
    status: statusOf(patient, matricule !== ''),
    practiceCode: local.at('value').text,
  };
}

const isPatient = (resource: Json): boolean => resource.at('resourceType').text === 'Patient';

export type FhirFailure = 'broken-json' | 'not-fhir';

/** The patients of a FHIR R4 bundle, or a patient alone. */
export function fhirPatients(text: string): readonly ListedPatient[] | FhirFailure {
  let root: Json;
  try {
    root = new Json(JSON.parse(text));
  } catch {
    return 'broken-json';
  }
  if (isPatient(root)) return [{ line: 1, draft: draftOf(root) }];
  if (root.at('resourceType').text !== 'Bundle') return 'not-fhir';
  const resources = root.at('entry').list.map((entry) => entry.at('resource'));
  return resources.flatMap((resource, at) =>
    isPatient(resource) ? [{ line: at + 1, draft: draftOf(resource) }] : [],
  );
}
