import { beforeAll, describe, expect, test } from 'vitest';
import { CLAIRE, PAUL, found, knowledge } from './found';

// The first suggestion makes the index of all spellings.
beforeAll(async () => void (await knowledge()).suggest('propanolol'), 60_000);

describe('the name of the patient chosen', () => {
  test.each([
    ['Je revois madame Bernard ce jour.', ['Bernard']],
    ['Concerne : Madame DUPONT Claire.', ['DUPONT Claire']],
    ['Patiente : Martine Durand', ['Martine Durand']],
    // Traps: her own names, colleagues, relatives, initials.
    ['Je revois madame Martin ce jour.', []],
    ['Je revois Mme Claire DURAND ce jour.', []],
    ['Je remercie madame le docteur Bernard.', []],
    ['Sa mère, madame Bernard, est décédée.', []],
    ['Mme R.C consulte ce jour.', []],
    ['Cher Monsieur, je vous remercie.', []],
  ])('%s', async (text, passages) => {
    expect(await found('identity-name', text, { patient: CLAIRE })).toEqual(passages);
  });
});

describe('the sex of the patient chosen', () => {
  test.each([
    ['Patient vu ce jour.', ['Patient']],
    ['Je revois monsieur Martin, né le 12 mars 1972.', ['monsieur', 'né']],
    ['Il se plaint de douleurs.', ['Il']],
    ['Un homme de 54 ans.', ['homme']],
    // Traps: relatives, things, children, several people.
    ['Patiente de 54 ans.', []],
    ['Son père est un homme âgé de 80 ans.', []],
    ['Il existe un épanchement. Il mesure 3 cm.', []],
    ['Le service des patients hospitalisés.', []],
    ['Monsieur le Docteur Untel m’adresse cette patiente.', []],
  ])('%s', async (text, passages) => {
    expect(await found('identity-sex', text, { patient: CLAIRE })).toEqual(passages);
  });

  test('says nothing where the sex is not known', async () => {
    expect(
      await found('identity-sex', 'Patient vu.', { patient: { ...CLAIRE, sex: 'U' } }),
    ).toEqual([]);
  });
});

describe('birth and age of the patient chosen', () => {
  test.each([
    ['Madame Martin, née le 12 mars 1968.', ['12 mars 1968']],
    ['Née le 12/03/1962.', ['12/03/1962']],
    ['Patiente de 45 ans.', ['45 ans']],
    ['Madame Martin, 72 ans, consulte.', ['72 ans']],
    // Traps: another time, another person, the right ones.
    ['Madame Martin, née le 12 mars 1972, âgée de 54 ans.', []],
    ['Diabète depuis l’âge de 27 ans.', []],
    ['Sa mère, âgée de 80 ans, va bien.', []],
    ['Opérée le 12 mars 1998.', []],
  ])('%s', async (text, passages) => {
    expect(await found('identity-birth', text, { patient: CLAIRE })).toEqual(passages);
  });
});

describe('organs of one sex', () => {
  test.each([
    ['La prostate est de taille normale.', CLAIRE, ['prostate']],
    ['L’utérus est antéversé.', PAUL, ['utérus']],
    ['La prostate est de taille normale.', PAUL, []],
    ['Sa sœur a eu un cancer de l’ovaire.', PAUL, []],
    ['La vésicule biliaire est alithiasique.', CLAIRE, []],
  ])('%s', async (text, patient, passages) => {
    expect(await found('sex-organ', text, { patient })).toEqual(passages);
  });
});

describe('people who disagree inside the report', () => {
  test('sexes, where nobody is chosen', async () => {
    const text =
      'Patiente vue ce jour.\nElle se plaint de douleurs.\nConclusion : patient à revoir.';
    expect(await found('people-disagree', text)).toEqual(['patient']);
    expect(await found('people-disagree', text, { patient: CLAIRE })).toEqual([]);
  });

  test('ages, where no birth date is known', async () => {
    expect(await found('people-disagree', 'Patient de 54 ans.\nPatient de 45 ans.')).toEqual([
      '45 ans',
    ]);
    expect(await found('people-disagree', 'Patient de 54 ans.\nPatient de 54 ans.')).toEqual([]);
  });
});

describe('dates', () => {
  test.each([
    ['Vu le 31 février 2024.', ['31 février 2024']],
    ['Scanner du 12/13/2024.', ['12/13/2024']],
    ['Opérée le 3 mars 2027.', ['3 mars 2027']],
    ['Opérée le 3 mars 1962.', ['3 mars 1962']],
    ['Stent posé en 2109.', ['2109']],
    ['Hospitalisée du 12 mars 2024 au 10 mars 2024.', ['12 mars 2024 au 10 mars 2024']],
    // Traps: what is planned, relatives, leap years, figures that are no dates.
    ['Contrôle le 3 mars 2027.', []],
    ['Je la reverrai en janvier 2027.', []],
    ['Père décédé en 1962.', []],
    ['Vue le 29 février 2024.', []],
    ['Tension à 12/8, cotation 3/4.', []],
    ['Née le 12 mars 1972.', []],
    ['En 2019, stent.', []],
  ])('%s', async (text, passages) => {
    expect(await found('date', text, { patient: CLAIRE })).toEqual(passages);
  });
});
