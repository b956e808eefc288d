import { beforeAll, describe, expect, test } from 'vitest';
import { found, knowledge } from './found';

// The first suggestion makes the index of all spellings.
beforeAll(async () => void (await knowledge()).suggest('propanolol'), 60_000);

describe('"ne" that nothing completes', () => {
  test.each([
    ['Il n’y a d’épanchement pleural.', ['n’y a']],
    ['Le scanner ne retrouve de lésion.', ['ne retrouve']],
    ['Elle n’a eu d’hémoptysie ni de douleur.', ['n’a eu']],
    ['Il n’y avait de pneumothorax ni d’épanchement ni de foyer.', ['n’y avait']],
    ['Traitement spécifique n’était administré.', ['Traitement spécifique n’était administré']],
    ['Aucune fièvre n’était notée et elle n’avait de passé de lombalgie.', ['n’avait']],
    // Traps: "ne" that denies alone, or with another word than "pas".
    ['Il n’y a pas d’épanchement pleural.', []],
    ['Aucun signe n’est retrouvé.', []],
    ['Il ne mange que des fruits.', []],
    ['Avant que la douleur ne revienne.', []],
    ['Elle ne peut marcher.', []],
    ['Il n’a ni fièvre ni frissons.', []],
  ])('%s', async (text, passages) => {
    expect(await found('unfinished-ne', text)).toEqual(passages);
  });
});

describe('"ni" that goes on with nothing', () => {
  test.each([
    ['Abdomen souple, contracture ni défense.', ['contracture ni défense']],
    ['Abdomen souple, sans contracture ni défense.', []],
    ['Il n’y a pas de fièvre, ni de frissons.', []],
    ['Ni fièvre ni frissons.', []],
  ])('%s', async (text, passages) => {
    expect(await found('lone-ni', text)).toEqual(passages);
  });
});

describe('a sign without its article', () => {
  test.each([
    ['La radiographie du thorax a montré un poumon clair lésion.', ['lésion']],
    ['L’abdomen était ballonné avec un tympanisme diffus masse palpable.', ['masse']],
    ['La patiente a une hémiparésie gauche 4/5 autres signes neurologiques.', ['autres signes']],
    ['Un homme de 30 ans, antécédent de tuberculose.', ['antécédent']],
    ['L’évolution était favorable après trois semaines récidive.', ['récidive']],
    // Traps: lists of bare nouns, adjectives before their noun, names of diseases, sentences without a verb.
    ['La radiographie du thorax est sans anomalie.', []],
    ['Le scanner montre un volumineux hématome.', []],
    ['L’examen trouve une dyspnée stade III.', []],
    ['Antécédents : hypertension artérielle, diabète, tabagisme.', []],
    ['À l’examen, lésion de 9 mm.', []],
    ['La patiente a eu recours à la dialyse.', []],
    ['Nodule du sein, adénopathie axillaire, métastases.', []],
  ])('%s', async (text, passages) => {
    expect(await found('bare-noun', text)).toEqual(passages);
  });
});
