import { describe, expect, test } from 'vitest';
import {
  MOST_LIST_BYTES,
  patientsOfTable,
  readPatientList,
  type PatientList,
} from '../../../web/dossier/identity/list/patient-list';
import { previewOf } from '../../../web/dossier/identity/list/preview';
import { EMPTY_DRAFT } from '../../../web/dossier/identity/patient-draft';
import { PatientIndex } from '../../../web/dossier/identity/patient-index';
import { patient, TODAY, traits } from './patients';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le'));
const marked = (mark: readonly number[], bytes: Uint8Array) => Uint8Array.from([...mark, ...bytes]);

function read(bytes: Uint8Array | string): PatientList {
  const list = readPatientList(typeof bytes === 'string' ? utf8(bytes) : bytes, TODAY);
  if (typeof list === 'string') throw new Error(list);
  return list;
}

const drafts = (bytes: Uint8Array | string) => read(bytes).patients.map(({ draft }) => draft);

const HELENE = {
  ...EMPTY_DRAFT,
  birthName: 'Fictif',
  firstName: 'Hélène',
  birthDate: '12/03/1968',
};
const TABLE = 'Nom;Prénom;Né le\nFictif;Hélène;12/03/1968\n';

describe('a CSV list', () => {
  test.each([
    ['utf-8', utf8(TABLE)],
    ['utf-8', marked([0xef, 0xbb, 0xbf], utf8(TABLE))],
    ['windows-1252', latin(TABLE)],
    ['utf-16le', marked([0xff, 0xfe], utf16(TABLE))],
    ['utf-16le', utf16(TABLE)],
    [
      'utf-16be',
      marked(
        [0xfe, 0xff],
        utf16(TABLE).map((_, at, all) => all[at ^ 1]!),
      ),
    ],
  ])('is read in %s', (encoding, bytes) => {
    expect(read(bytes).encoding).toBe(encoding);
    expect(drafts(bytes)).toEqual([HELENE]);
  });

  test.each([';', ',', '\t', '|'])('is read with the delimiter %j', (delimiter) => {
    expect(drafts(TABLE.replaceAll(';', delimiter))).toEqual([HELENE]);
  });

  test('is read with quotes, empty lines, and titles in English', () => {
    const text =
      '"Last name","First Name",DOB,Note\r\n\r\n"Fictif","Hélène",12/03/1968,"dit ""Nina"",\r\nvue hier"\r\n';
    expect(drafts(text)).toEqual([HELENE]);
  });

  test('takes Nom for the name in use where a birth name has its own column', () => {
    const [draft] = drafts('Nom;Nom de naissance;Prénom;DDN\nMartin;Fictif;Hélène;12/03/1968');
    expect(draft).toEqual({ ...HELENE, usedName: 'Martin' });
    const [twice] = drafts('Nom usuel;Nom;Prénom;DDN\nMartin;Fictif;Hélène;12/03/1968');
    expect(twice).toEqual({ ...HELENE, usedName: 'Martin' });
  });

  test('is read without titles, by what the columns hold', () => {
    expect(drafts('Fictif;Hélène;F;12/03/1968\nModele;Luc;M;01/02/1970')[0]).toEqual({
      ...HELENE,
      sex: 'F',
    });
  });

  test('can be told what its columns mean', () => {
    const { table } = read('A;B;C\nHélène;Fictif;12/03/1968');
    expect(table).toMatchObject({
      titles: ['A', 'B', 'C'],
      columns: ['birthName', 'firstName', 'birthDate'],
    });
    const columns = ['firstName', 'birthName', 'birthDate'] as const;
    const [told] = patientsOfTable({ ...table!, columns });
    expect(told).toEqual({ line: 2, draft: HELENE });
  });

  test('keeps the line of the file for each row', () => {
    const { patients } = read('Nom;Prénom;DDN\n\n"Fi\nctif";Hélène;12/03/1968\nModele;Luc;1970');
    expect(patients.map(({ line }) => line)).toEqual([3, 5]);
  });

  test('with one damaged letter is still UTF-8, and the letter is refused', () => {
    const bytes = utf8('Nom;Prénom;DDN\nFictif;Hélène;12/03/1968\nModèle;Noël;1970\n');
    const at = bytes.indexOf(0xc3, 20);
    bytes[at] = 0xff;
    const list = read(bytes);
    expect(list.encoding).toBe('utf-8');
    const [first, second] = previewOf(list.patients, new PatientIndex([]), TODAY);
    expect(first).toMatchObject({
      kind: 'refused',
      line: 2,
      problems: [{ field: 'firstName', problem: 'bad-name' }],
    });
    expect(second).toMatchObject({ kind: 'new', names: 'Modèle Noël' });
  });
});

const HPRIM = [
  'P0042',
  'FICTIF',
  'HELENE',
  '1 rue des Essais',
  '',
  '63000 CLERMONT-FERRAND',
  '12/03/1968',
  '2680363220001 12',
  '',
  '22/11/2026',
  'ABC Dr Essai',
  'DEF Dr Modele',
  'Le compte rendu.',
  '****FIN****',
  '****FINFICHIER****',
].join('\r\n');

describe('an HPRIM text', () => {
  const expected = {
    ...EMPTY_DRAFT,
    practiceCode: 'P0042',
    birthName: 'FICTIF',
    firstName: 'HELENE',
    birthDate: '12/03/1968',
  };

  test('gives its patient, without the number that is no matricule', () => {
    expect(drafts(latin(HPRIM))).toEqual([expected]);
  });

  test('may have no code, and may follow another', () => {
    const without = HPRIM.replace('P0042', '');
    const both = drafts(`${without}\r\n\r\n${HPRIM}`);
    expect(both).toEqual([{ ...expected, practiceCode: '' }, expected]);
  });

  test('cut in its header is said to miss its date', () => {
    const list = read(`${HPRIM}\r\nP0043\r\nMODELE\r\nLUC`);
    expect(previewOf(list.patients, new PatientIndex([]), TODAY)[1]).toMatchObject({
      kind: 'refused',
      line: 16,
      problems: [{ field: 'birthDate', problem: 'missing' }],
    });
  });
});

const CORE = 'https://hl7.fr/ig/fhir/core/StructureDefinition';
const fhirPatient = (status: string, more: object = {}) => ({
  resourceType: 'Patient',
  extension: [
    {
      url: `${CORE}/fr-core-identity-reliability`,
      extension: [{ url: 'identityStatus', valueCoding: { code: status } }],
    },
    {
      url: 'http://hl7.org/fhir/StructureDefinition/patient-birthPlace',
      valueAddress: {
        extension: [{ url: `${CORE}/fr-core-address-insee-code`, valueCoding: { code: '63220' } }],
      },
    },
  ],
  identifier: [{ system: 'urn:oid:1.2.250.1.213.1.4.10', value: '146026322000196' }],
  name: [
    {
      use: 'official',
      family: 'FICTIF',
      given: ['HELENE'],
      extension: [
        { url: `${CORE}/fr-core-patient-birth-list-given-name`, valueString: 'HELENE MARIE' },
      ],
    },
    { use: 'usual', family: 'MARTIN' },
  ],
  gender: 'female',
  birthDate: '1946-02',
  ...more,
});
const bundle = (...resources: object[]) =>
  JSON.stringify({
    resourceType: 'Bundle',
    entry: [
      { resource: { resourceType: 'Organization' } },
      ...resources.map((resource) => ({ resource })),
    ],
  });

describe('a FHIR bundle', () => {
  const preview = (text: string) => previewOf(read(text).patients, new PatientIndex([]), TODAY);

  test('gives the traits with the matricule of a validated identity', () => {
    expect(preview(bundle(fhirPatient('VALI')))).toEqual([
      {
        line: 2,
        kind: 'new',
        names: 'MARTIN (FICTIF) HELENE',
        traits: {
          birthName: 'FICTIF',
          usedName: 'MARTIN',
          firstNames: ['HELENE', 'MARIE'],
          birthDate: '1946-02-00',
          sex: 'F',
          birthPlace: '63220',
          matricule: { kind: 'TEST', value: '1460263220001', key: '96' },
          status: 'qualified',
        },
      },
    ]);
  });

  test('leaves the matricule of any other identity aside', () => {
    const [line] = preview(bundle(fhirPatient('PROV')));
    expect(line).toMatchObject({ traits: { status: 'retrieved' } });
    expect(line).not.toHaveProperty('traits.matricule');
    const [validated] = preview(bundle(fhirPatient('VALI', { identifier: [] })));
    expect(validated).toMatchObject({ traits: { status: 'validated' } });
    const [unsaid] = preview(bundle(fhirPatient('VALI', { identifier: [], extension: [] })));
    expect(unsaid).toMatchObject({ traits: { status: 'provisional' } });
  });

  test('says of a wrong key that it is wrong', () => {
    const identifier = [{ system: 'urn:oid:1.2.250.1.213.1.4.10', value: '146026322000197' }];
    expect(preview(bundle(fhirPatient('VALI', { identifier })))).toMatchObject([
      { kind: 'refused', problems: [{ field: 'matricule', problem: 'wrong-key' }] },
    ]);
  });
});

describe('a file that is no list', () => {
  const whole = bundle(fhirPatient('VALI'));
  test.each([
    ['empty', ''],
    ['empty', ' \n\n '],
    ['broken-json', whole.slice(0, -40)],
    ['not-fhir', '{"resourceType":"Observation"}'],
    ['not-fhir', '[1,2]'],
    ['no-patient', '{"resourceType":"Bundle","entry":[]}'],
    ['no-patient', 'Le patient va bien.'],
    ['open-quote', 'Nom;Prénom;DDN\n"Fictif;Hélène;12/03/1968\n'],
    ['too-wide', `Nom;Prénom\n${'a;'.repeat(300)}`],
    ['too-many-rows', `Nom;Prénom;DDN\n${'A;B;1968\n'.repeat(10_001)}`],
  ])('%s', (failure, text) => {
    expect(readPatientList(utf8(text), TODAY)).toBe(failure);
  });

  test('because it is no text', () => {
    const sound = Uint8Array.from({ length: 400 }, (_, at) => (at * 7919) % 256);
    expect(readPatientList(sound, TODAY)).toBe('not-text');
  });

  test('because it is enormous', () => {
    expect(readPatientList(new Uint8Array(MOST_LIST_BYTES + 1), TODAY)).toBe('too-big');
  });
});

describe('the preview', () => {
  const preview = (rows: string, ...known: ReturnType<typeof patient>[]) =>
    previewOf(
      read(`Nom;Prénom;DDN;Sexe;Code insee\n${rows}`).patients,
      new PatientIndex(known),
      TODAY,
    ).map(({ names, ...line }) => line);
  const jeanne = patient({ id: 'jeanne', birthName: 'Essai' });

  test('says who is new, known, completed, like another, repeated, refused', () => {
    const known = patient({ id: 'marie', birthName: 'Connu', firstNames: ['Marie'] });
    const rows = [
      'Nouveau;Luc;01/02/1970;M;',
      'CONNU;MARIE;12/03/1968;F;',
      'Essai;Jeanne;12/03/1968;F;63220',
      'Essay;Jeanne;12/03/1968;F;',
      'Nouveau;Luc;01/02/1970;M;',
      'Refus;;12/03/1968;;',
    ].join('\n');
    const luc = { birthName: 'Nouveau', firstNames: ['Luc'], birthDate: '1970-02-01', sex: 'M' };
    expect(preview(rows, jeanne, known)).toEqual([
      { line: 2, kind: 'new', traits: { ...luc, status: 'provisional' } },
      { line: 3, kind: 'known', patient: known },
      { line: 4, kind: 'completed', patient: jeanne, traits: traits({ birthPlace: '63220' }) },
      {
        line: 5,
        kind: 'look-alike',
        traits: traits({ birthName: 'Essay' }),
        likes: { patient: jeanne, likeness: 'near-names' },
      },
      { line: 6, kind: 'repeated', firstLine: 2 },
      { line: 7, kind: 'refused', problems: [{ field: 'firstName', problem: 'missing' }] },
    ]);
  });

  test('never lowers what is known: status, matricule and sex stay', () => {
    const matricule = { kind: 'TEST', value: '1460263220001', key: '96' } as const;
    const qualified = patient({ status: 'qualified', birthPlace: '63220', matricule });
    expect(preview('Essai;Jeanne;12/03/1968;;', qualified)).toEqual([
      { line: 2, kind: 'known', patient: qualified },
    ]);
  });
});
