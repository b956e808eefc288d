import { expect, test } from 'vitest';
import { wordsAtStake } from '../../../terminology/rules/at-stake';

const atStake = (text: string): string[] =>
  wordsAtStake(text).map(({ from, to }) => text.slice(from, to));

test.each([
  ['Ramipril 5 mg matin et soir', ['5', 'mg']],
  ['Tension à 138/76 mmHg', ['138/76', 'mmHg']],
  ['évoluant depuis huit mois', ['huit', 'mois']],
  ['patiente de 80 en, retrouvée', ['80', 'en']],
  ['rein droit sans dilatation', ['droit', 'sans']],
  ['Pas d’adénopathie ni d’hépatomégalie', ['Pas', 'ni']],
  ['une hypokaliémie, pas de tachycardie', ['hypokaliémie', 'pas', 'tachycardie']],
  ['Je revois Madame Antèle ce jour', ['Madame', 'Antèle', 'ce']],
  ['M. Durand m’a consulté', ['M', 'Durand', 'm']],
  ['Merci de m’avoir adressé', []],
  ['née le 12 mars', ['née', 'le', '12', 'mars']],
  ['grade à préciser', ['préciser']],
  ['rectite de grade. Conclusion de la lettre', ['grade']],
  ['score de Boston à vite', ['vite']],
  ['score de Lequesne à vite. Revu', ['vite']],
  ['au segment sus', ['sus']],
  ['sérologie négative, éliminant une hépatite', ['négative', 'éliminant']],
  ['la position de la sonde, un drain', []],
  ['deuxième cure, trois prises', ['deuxième', 'cure', 'trois', 'prises']],
  ['Me Durand me demande, en mars', ['Me', 'Durand', 'me', 'mars']],
  ['patient prénommé Paul, né hier', ['prénommé', 'Paul', 'né', 'hier']],
  ['L’examen du cœur est normal', []],
])('« %s »', (text, expected) => {
  expect(atStake(text)).toEqual(expected);
});
