import { beforeAll, describe, expect, test } from 'vitest';
import { BLANK } from '../../../terminology/rules/report';
import { found, knowledge } from './found';

// The first suggestion makes the index of all spellings.
beforeAll(async () => void (await knowledge()).suggest('propanolol'), 60_000);

describe('blanks', () => {
  test.each([
    ['Traitement par ___ le matin.', ['___']],
    ['Traitement par [inaudible] le matin.', ['[inaudible]']],
    [`Traitement par ${BLANK} le matin.`, [BLANK]],
    ['Traitement par [...] le matin.', ['[...]']],
    ['Est-ce vrai ? Oui…', []],
    ['Score (cf. annexe).', []],
  ])('%s', async (text, passages) => {
    expect(await found('blank', text)).toEqual(passages);
  });
});

describe('words twice or missing', () => {
  test.each([
    ['doubled-word', 'Pas de de fièvre.', ['de de']],
    ['doubled-word', 'Dans le la région.', ['le la']],
    ['doubled-word', 'Nous nous sommes vus.', []],
    ['doubled-word', 'L’un le matin, l’autre le soir.', []],
    ['missing-word', 'Je demande une échographie de.', ['de']],
    ['missing-word', 'Contrôle dans trois mois. Bien à vous.', []],
    ['missing-word', 'Hépatite A.', []],
  ])('%s: %s', async (rule, text, passages) => {
    expect(await found(rule, text)).toEqual(passages);
  });
});

describe('commands that stayed words', () => {
  test.each([
    ['Pas de fièvre point à la ligne', [' point à la ligne']],
    ['Cher confrère virgule je vois', ['virgule']],
    ['Nouveau paragraphe', ['Nouveau paragraphe']],
    ['Point de côté. Trois points de suture.', []],
    ['Le pansement est à refaire.', []],
  ])('%s', async (text, passages) => {
    expect(await found('command-left', text)).toEqual(passages);
  });
});

describe('unknown words', () => {
  test.each([
    ['Lésion hypoéchogéne du foie.', ['hypoéchogéne']],
    ['Lésion hypoéchogène du foie.', []],
    ['Vu avec le docteur Kerguelennec.', []],
    ['IRM et TDM.', []],
  ])('%s', async (text, passages) => {
    expect(await found('unknown-word', text)).toEqual(passages);
  });
});

describe('sections of the template', () => {
  const sections = ['Indication', 'Résultats', 'Conclusion'];

  test('that are missing or empty', async () => {
    const text = 'Indication : douleur.\nRésultats :\nConclusion :';
    expect(await found('missing-section', text, { sections })).toEqual([
      'Résultats :',
      'Conclusion :',
    ]);
    expect(await found('missing-section', 'Indication : douleur.', { sections })).toHaveLength(1);
  });

  test('that are all there', async () => {
    const text = 'Indication : douleur.\nRésultats :\nNormaux.\nConclusion : normal.';
    expect(await found('missing-section', text, { sections })).toEqual([]);
  });
});

describe('drugs heard badly', () => {
  test('are to be listened to', async () => {
    const stretch = {
      from: 0,
      to: 10,
      origin: 'machine',
      confidence: 0.3,
      heard: 'bisoprolol',
    } as const;
    expect(await found('heard-drug', 'Bisoprolol 5 mg.', {}, [stretch])).toEqual(['Bisoprolol']);
    expect(await found('heard-drug', 'Bisoprolol 5 mg.')).toEqual([]);
  });
});
