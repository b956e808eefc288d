import { expect, test } from 'vitest';
import { found } from './found';

test.each([
  ['Patiente de 80 en, retrouvée à 7 heures.', ['en']],
  ['Patient de 35 ont vu pour une lésion.', ['ont']],
  ['Coloscopie de contrôle dans 3 en selon l’histologie.', ['en']],
  ['Monsieur Untel, 72 en virgule, pour son suivi.', ['en']],
  ['Patiente de 81 ans, vue en 2019.', []],
  ['Poids de 72 kg, 3 en urgence.', []],
  ['Le dossier compte 12 patients, 3 ont guéri.', []],
  ['Dose de 80 en deux prises.', []],
])('%s', async (text, passages) => {
  expect(await found('lost-years', text)).toEqual(passages);
});
