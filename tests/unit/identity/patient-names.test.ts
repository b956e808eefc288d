import { expect, test } from 'vitest';
import { PatientIndex } from '../../../web/dossier/identity/patient-index';
import { patient } from './patients';

test('the names of every known patient are found in texts, whatever their case and accents', () => {
  const index = new PatientIndex([
    patient({ birthName: 'de La Tour', usedName: 'Bélanger' }),
    patient({ id: 'other', firstNames: ['Marie-Aurore'] }),
  ]);
  expect(index.namesAmong(['la belanger', 'une tour, marie'])).toEqual([
    'belanger',
    'tour',
    'marie',
  ]);
  expect(index.namesAmong(['anse diathermique'])).toEqual([]);
});
