import { describe, expect, test } from 'vitest';
import { identityContext } from '../../../web/dossier/identity/identity-context';
import { readPatient } from '../../../web/dossier/identity/patient-draft';
import { draft, patient, TODAY, traits } from './patients';

const QUALIFIED = {
  status: 'qualifiée',
  birthPlace: '63220',
  matricule: '146026322000196',
  matriculeOid: '1.2.250.1.213.1.4.10',
};

describe('a typed patient', () => {
  test('needs a birth name, a first name and a birth date', () => {
    expect(readPatient(draft(), TODAY)).toEqual(traits());
    expect(readPatient(draft({ birthName: ' ', firstName: '', birthDate: '' }), TODAY)).toEqual([
      { field: 'birthName', problem: 'missing' },
      { field: 'firstName', problem: 'missing' },
      { field: 'birthDate', problem: 'missing' },
    ]);
  });

  test('keeps a matricule only when a person says that he is qualified', () => {
    const matricule = { kind: 'TEST', value: '1460263220001', key: '96' };
    expect(readPatient(draft(QUALIFIED), TODAY)).toMatchObject({ status: 'qualified', matricule });
    for (const status of ['', 'provisoire', 'Identité récupérée', 'validée']) {
      expect(readPatient(draft({ ...QUALIFIED, status }), TODAY)).not.toHaveProperty('matricule');
    }
  });

  test('cannot be qualified without all strict traits and a right matricule', () => {
    const read = (change: object) => readPatient(draft({ ...QUALIFIED, ...change }), TODAY);
    expect(read({ matricule: '' })).toEqual([
      { field: 'matricule', problem: 'needed-when-qualified' },
    ]);
    expect(read({ matricule: '146026322000197' })).toEqual([
      { field: 'matricule', problem: 'wrong-key' },
    ]);
    expect(read({ birthPlace: '', sex: '' })).toEqual([
      { field: 'birthPlace', problem: 'needed-when-qualified' },
      { field: 'sex', problem: 'needed-when-qualified' },
    ]);
    expect(read({ matriculeOid: '1.2.3' })).toEqual([
      { field: 'matriculeOid', problem: 'unknown-register' },
    ]);
  });

  test.each([
    ['Jean-Paul', 'Marie, Luc', ['Jean-Paul', 'Marie', 'Luc']],
    ['Jeanne', 'JEANNE MARIE LUCE', ['Jeanne', 'MARIE', 'LUCE']],
    ['', 'Jeanne Marie', ['Jeanne', 'Marie']],
    ['Anne Marie', '', ['Anne Marie']],
    ['Jean', 'Jeannot', ['Jean', 'Jeannot']],
    ['Anne Marie', 'ANNE MARIE LUCE', ['Anne Marie', 'LUCE']],
  ])('first names %j and %j are %j', (firstName, firstNames, list) => {
    expect(readPatient(draft({ firstName, firstNames }), TODAY)).toMatchObject({
      firstNames: list,
    });
  });

  test.each([
    ['birthName', 'D\uFFFDpont', 'bad-name'],
    ['birthName', 'Dupont2', 'bad-name'],
    ['usedName', '=HYPERLINK("x")', 'bad-name'],
    ['birthDate', '31/02/1968', 'bad-date'],
    ['birthDate', '12/03/12', 'unsure-century'],
    ['sex', 'beaucoup', 'bad-sex'],
    ['birthPlace', 'Paris', 'bad-place'],
    ['status', 'certaine', 'bad-status'],
  ] as const)('refuses %s %j', (field, text, problem) => {
    expect(readPatient(draft({ [field]: text }), TODAY)).toEqual([{ field, problem }]);
  });

  test('a used name that is the birth name says nothing more', () => {
    expect(readPatient(draft({ usedName: 'ESSAI' }), TODAY)).toEqual(traits());
  });
});

describe('what the rules know of a patient', () => {
  test('is names, sex and a birth date that is wholly known', () => {
    const known = patient({
      firstNames: ['Jeanne', 'Luce'],
      usedName: 'Martin',
      birthPlace: '63220',
      practiceCode: '12',
    });
    expect(identityContext(known)).toEqual({
      birthName: 'Essai',
      usedName: 'Martin',
      firstNames: 'Jeanne Luce',
      sex: 'F',
      birthDate: '1968-03-12',
    });
    expect(identityContext(patient({ birthDate: '1968-00-00' }))).not.toHaveProperty('birthDate');
  });
});
