import { describe, expect, test } from 'vitest';
import { areNear, nameWords } from '../../../web/dossier/identity/folded-name';
import { likeness } from '../../../web/dossier/identity/look-alike';
import { PatientIndex, readQuery } from '../../../web/dossier/identity/patient-index';
import { patient, TODAY, traits } from './patients';

describe('names', () => {
  test.each([
    ['Lefèvre', 'LEFEVRE'],
    ['Le Fèvre', 'Lefèvre'],
    ['de La Tour', 'Delatour'],
    ['D’Ormesson', 'Ormesson'],
    ['Dupont-Martin', 'Martin Dupont'],
    ['Dupont', 'Dupont-Martin'],
    ['Lefebvre', 'Lefebre'],
    ['Schmitt', 'Shcmitt'],
    ['Cœurdoux', 'COEURDOUX'],
  ])('%s and %s are near', (one, other) => {
    expect(areNear(one, other)).toBe(true);
    expect(areNear(other, one)).toBe(true);
  });

  test.each([
    ['Dupont', 'Durand'],
    ['Ly', 'Li'],
    ['Roy', 'Rey'],
    ['Martin', ''],
    ['de', 'le'],
  ])('%s and %j are not', (one, other) => {
    expect(areNear(one, other)).toBe(false);
  });

  test('are compared without particles unless they are all there is', () => {
    expect(nameWords('de La Tour-d’Auvergne')).toEqual(['tour', 'auvergne']);
    expect(nameWords('Le')).toEqual(['le']);
  });
});

describe('look-alikes', () => {
  const one = traits({ birthName: 'Durand', firstNames: ['Jeanne', 'Marie'] });
  test.each([
    ['same', { birthName: 'DURAND', firstNames: ['Jeanne'] }],
    ['near-names', { birthName: 'Durant', firstNames: ['Jeanne'] }],
    ['near-names', { birthName: 'Durand', firstNames: ['Marie'] }],
    ['near-names', { birthName: 'Durand', firstNames: ['Jeanne'], sex: 'M' }],
    ['near-names', { birthName: 'Durand', firstNames: ['Jeanne'], birthDate: '1968-00-00' }],
    ['married-name', { birthName: 'Petit', usedName: 'Durand', firstNames: ['Jeanne'] }],
    ['swapped-names', { birthName: 'Jeanne', firstNames: ['Durand'] }],
    ['near-date', { birthName: 'Durand', firstNames: ['Jeanne'], birthDate: '1968-12-03' }],
    ['same-family', { birthName: 'Durand', firstNames: ['Lucien'], sex: 'M' }],
    [undefined, { birthName: 'Petit', firstNames: ['Jeanne'] }],
    [undefined, { birthName: 'Durant', firstNames: ['Jeanne'], birthDate: '1970-01-01' }],
  ] as const)('%s: %j', (reason, change) => {
    expect(likeness(one, traits(change))).toBe(reason);
    expect(likeness(traits(change), one)).toBe(reason);
  });
});

describe('a search', () => {
  const durand = patient({ id: 'durand', birthName: 'Durand' });
  const dupont = patient({ id: 'dupont', birthName: 'Petit', usedName: 'Dupont' });
  const partly = patient({ id: 'partly', birthName: 'Ancien', birthDate: '1968-00-00' });
  const other = patient({ id: 'other', birthName: 'Durand', birthDate: '1971-03-12' });
  const index = new PatientIndex([partly, other, dupont, durand]);
  const found = (text: string) => index.search(readQuery(text, TODAY)).map(({ id }) => id);

  test('starts with the birth date, exact dates first', () => {
    expect(found('12/03/1968')).toEqual(['durand', 'dupont', 'partly']);
    expect(found('12 mars 1968')).toEqual(['durand', 'dupont', 'partly']);
    expect(found('1968')).toEqual(['partly', 'durand', 'dupont']);
  });

  test('goes on with three letters of the birth name or the used name, and no more', () => {
    expect(found('12031968 du')).toEqual(['durand', 'dupont']);
    expect(found('12/03/1968 DUP')).toEqual(['dupont']);
    expect(found('12/03/1968 durassic')).toEqual(['durand']);
    expect(readQuery('12/03/1968 durassic', TODAY).letters).toBe('dur');
  });

  test('finds nobody by name alone', () => {
    expect(found('durand')).toEqual([]);
  });

  test('of look-alikes leaves out the patient himself', () => {
    expect(index.lookAlikes(durand, 'durand')).toEqual([]);
    expect(
      index.lookAlikes(traits({ birthName: 'Durant' })).map(({ patient: { id } }) => id),
    ).toEqual(['durand']);
  });

  test('of 5,000 patients is answered while one types', () => {
    const many = Array.from({ length: 5000 }, (_, at) => {
      const year = 1930 + (at % 90);
      return patient({
        id: `p${at}`,
        birthName: `Nom${'abcdefghij'[at % 10]}`,
        birthDate: `${year}-03-12`,
      });
    });
    const large = new PatientIndex(many);
    const start = performance.now();
    large.search(readQuery('12/03/1968 nom', TODAY));
    large.lookAlikes(traits());
    expect(performance.now() - start).toBeLessThan(100);
  });
});
