import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPatientList } from '../../../web/dossier/identity/list/patient-list';
import { previewOf } from '../../../web/dossier/identity/list/preview';
import { PatientIndex, readQuery } from '../../../web/dossier/identity/patient-index';
import { listSentence, problemSentence } from '../../../web/words/patient-lists';
import { patient, TODAY } from './patients';

const RUNS = Number(process.env['PLUME_FUZZ'] ?? 300);
const MOST_MILLISECONDS = 500;

const index = new PatientIndex([
  patient(),
  patient({ id: 'luc', birthName: 'Modele', firstNames: ['Luc'], sex: 'M' }),
]);

const CSV = `Nom;Nom utilisé;Prénom;Date de naissance;Sexe;Statut;Matricule
Essai;;Jeanne;12/03/1968;F;qualifiée;279035121518989
"Modèle";"Fictif ""dit"" Noël";Luc;1er août 1970;M;;`;

const HPRIM = `P1
FICTIF
HELENE




12/03/1968

22/11/2026
A Dr Essai
B Dr Modele
Texte
****FIN****
****FINFICHIER****`.replaceAll('\n', '\r\n');

const FHIR = JSON.stringify({
  resourceType: 'Bundle',
  entry: [
    {
      resource: {
        resourceType: 'Patient',
        identifier: [{ system: 'urn:oid:1.2.250.1.213.1.4.10', value: '279035121518989' }],
        name: [{ use: 'official', family: 'FICTIF', given: ['HÉLÈNE'] }],
        gender: 'female',
        birthDate: '1968-03-12',
      },
    },
  ],
});

/** Reads and previews, in bounded time, and every answer has its sentence. */
function expectAnswer(bytes: Uint8Array): void {
  const start = performance.now();
  const list = readPatientList(bytes, TODAY);
  if (typeof list === 'string') {
    expect(listSentence(list)).toMatch(/\.$/);
  } else {
    const lines = previewOf(list.patients, index, TODAY);
    expect(lines).toHaveLength(list.patients.length);
    for (const line of lines) {
      if (line.kind !== 'refused') continue;
      for (const problem of line.problems) expect(problemSentence(problem)).toMatch(/\.$/);
    }
  }
  expect(performance.now() - start).toBeLessThan(MOST_MILLISECONDS);
}

type Damage = (bytes: Uint8Array, at: number, byte: number) => Uint8Array;

const DAMAGES: Readonly<Record<string, Damage>> = {
  flipped: (bytes, at, byte) => bytes.with(at, byte),
  cut: (bytes, at) => bytes.slice(0, at),
  'with bytes put in': (bytes, at, byte) =>
    Uint8Array.from([...bytes.slice(0, at), byte, byte, ...bytes.slice(at)]),
  'with a part twice': (bytes, at, byte) =>
    Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(Math.max(0, at - byte))]),
};

describe.each([
  ['CSV', CSV],
  ['HPRIM', HPRIM],
  ['FHIR', FHIR],
])('a damaged %s list', (_, text) => {
  const encodings = [
    new TextEncoder().encode(text),
    Uint8Array.from(Buffer.from(text, 'latin1')),
    Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, 'utf16le')]),
  ];

  test('gets an answer, whatever its bytes became', () => {
    const damage = fc.tuple(
      fc.constantFrom(...Object.keys(DAMAGES)),
      fc.nat(),
      fc.integer({ min: 0, max: 255 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...encodings),
        fc.array(damage, { minLength: 1, maxLength: 12 }),
        (bytes, damages) => {
          const damaged = damages.reduce<Uint8Array>(
            (now, [kind, place, byte]) =>
              now.length === 0 ? now : DAMAGES[kind]!(now, place % now.length, byte),
            bytes,
          );
          expectAnswer(damaged);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('anything at all', () => {
  test('as a file gets an answer', () => {
    const bytes = fc.uint8Array({ maxLength: 2000 });
    const text = fc.string({ unit: 'binary', maxLength: 500 });
    const rows = fc.array(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('"', 'Nom', '1968')), {
        maxLength: 8,
      }),
    );
    const json = fc
      .anything({ withBigInt: false })
      .map((resource) => JSON.stringify({ resourceType: 'Bundle', entry: [{ resource }] }));
    const made = fc.oneof(
      bytes,
      fc
        .oneof(
          text,
          rows.map((cells) => cells.map((row) => row.join(';')).join('\n')),
          json,
        )
        .map((value) => new TextEncoder().encode(value)),
    );
    fc.assert(fc.property(made, expectAnswer), { numRuns: RUNS });
  });

  test('as a FHIR patient gets an answer', () => {
    const anything = fc.anything({ withBigInt: false });
    const resource = fc.record(
      {
        resourceType: fc.constant('Patient'),
        name: fc.oneof(anything, fc.array(fc.record({ family: anything, given: anything }))),
        identifier: fc.oneof(anything, fc.array(anything)),
        extension: fc.oneof(anything, fc.array(fc.record({ url: anything }))),
        birthDate: fc.oneof(anything, fc.string()),
        gender: anything,
      },
      { requiredKeys: ['resourceType'] },
    );
    fc.assert(
      fc.property(resource, (patientResource) =>
        expectAnswer(new TextEncoder().encode(JSON.stringify(patientResource))),
      ),
      { numRuns: RUNS },
    );
  });

  test('as a search gets an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(Array.isArray(index.search(readQuery(text, TODAY)))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('an enormous list', () => {
  test.each([
    ['one open quote', `Nom;Prénom\n"${'a\n'.repeat(2_000_000)}`],
    ['one line', `Nom;Prénom\n${'a'.repeat(5_000_000)}`],
    ['many small lines', `Nom;Prénom\n${'a;b\n'.repeat(1_000_000)}`],
    ['many marks', '****FIN****\n'.repeat(400_000)],
    ['deep JSON', '['.repeat(5_000_000)],
    ['a long entry list', `{"resourceType":"Bundle","entry":[${'{},'.repeat(1_000_000)}{}]}`],
    ['quotes only', '"'.repeat(3_000_001)],
  ])('of %s is refused in bounded time and memory', (_, text) => {
    const bytes = new TextEncoder().encode(text);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    expect(typeof readPatientList(bytes, TODAY)).toBe('string');
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(500e6);
  });
});
