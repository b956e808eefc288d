import { beforeAll, describe, expect, test } from 'vitest';
import { found, knowledge } from './found';

// The first suggestion makes the index of all spellings.
beforeAll(async () => void (await knowledge()).suggest('propanolol'), 60_000);

describe('negations that are lost', () => {
  test.each([
    ['D’épanchement pleural ni péricardique.', ['D’épanchement']],
    ['Les bruits du cœur sont réguliers, d’œdème des membres inférieurs.', ['d’œdème']],
    ['Les surrénales sont anomalie.', ['anomalie']],
    ['L’examen était particularité.', ['particularité']],
    ['Suites simples complication.', ['complication']],
    // Traps: "ne" that denies nothing, enumerations, adjectives, names, births.
    ['Il n’y a pas d’épanchement pleural.', []],
    ['Aucun signe n’est retrouvé.', []],
    ['Nouveau-né de 3 kg, né à terme.', []],
    ['Le bilan n’a pu être réalisé.', []],
    ['Signes de choc, de détresse respiratoire.', []],
    ['Le scanner montre de multiples nodules.', []],
    ['De plus, elle tousse.', []],
    ['Pas d’œdème, de fièvre ni de douleur.', []],
    ['Il ne mange que des fruits.', []],
    ['Il était cyanosé.', []],
    ['Évolution sans complication.', []],
  ])('%s', async (text, passages) => {
    expect(await found('lost-negation', text)).toEqual(passages);
  });
});

describe('negations that were heard badly', () => {
  const heardAt = (from: number, to: number, confidence: number) =>
    [{ from, to, origin: 'machine', confidence, heard: 'pas' }] as const;

  test('are to be listened to', async () => {
    expect(await found('heard-negation', 'pas de fièvre', {}, heardAt(0, 3, 0.3))).toEqual(['pas']);
    expect(await found('heard-negation', 'pas de fièvre', {}, heardAt(0, 3, 0.9))).toEqual([]);
  });

  test.each([
    ['Évolution cent complication.', ['cent']],
    ['Patient sang fièvre.', ['sang']],
    ['Énoxaparine sans milligrammes.', ['sans']],
    ['Deux cent lésions.', []],
    ['Prise de sang ce jour.', []],
    ['Sans fièvre.', []],
  ])('%s', async (text, passages) => {
    expect(await found('heard-negation', text)).toEqual(passages);
  });
});

describe('hypo- and hyper-', () => {
  test.each([
    ['Hyperkaliémie à 2,8 mmol/l.', ['Hyperkaliémie']],
    ['Hyponatrémie à 152 mmol/l.', ['Hyponatrémie']],
    ['Hyperthyroïdie, TSH à 18,4 mUI/l.', ['Hyperthyroïdie']],
    ['Hyperthyroïdie traitée par lévothyroxine.', ['Hyperthyroïdie']],
    ['Hypertension à 80/40 sous remplissage.', ['Hypertension']],
    ['Hypotension artérielle à 180/100.', ['Hypotension']],
    ['Masse hyperdense du foie.', ['hyperdense']],
    ['Hématome hyperdense.', []],
    ['Nodule hyperéchogène du sein.', ['hyperéchogène']],
    ['Calcul hyperéchogène avec cône d’ombre.', []],
    // Neither prefix is usual and nothing tells: to be heard.
    ['Hyperkaliémie à surveiller.', ['Hyperkaliémie']],
    ['Hypokaliémie sous diurétique, supplémentation par Diffu-K.', []],
    ['Antécédents : hypotension artérielle, dyslipidémie.', ['hypotension']],
    ['Hypocholestérolémie ancienne.', ['Hypocholestérolémie']],
    ['Lésion en hyposignal FLAIR.', ['hyposignal']],
    ['Hypokaliémie à 2,8 mmol/l.', []],
    ['Hypothyroïdie, TSH à 18,4 mUI/l.', []],
    ['Lésion en hyposignal T1 et hypersignal T2.', []],
    ['Douleur de l’hypochondre droit.', []],
    ['Hypotension à l’induction.', []],
  ])('%s', async (text, passages) => {
    expect(await found('polarity', text)).toEqual(passages);
  });

  test('that disagree inside the report', async () => {
    const text =
      'Hypothyroïdie connue.\nTraitement de l’hypothyroïdie.\nConclusion : hyperthyroïdie.';
    expect(await found('polarity-disagrees', text)).toEqual(['hyperthyroïdie']);
    expect(
      await found('polarity-disagrees', 'Lésion hypodense.\nAutre lésion hyperdense.'),
    ).toEqual([]);
  });

  test('that were heard badly', async () => {
    const stretch = {
      from: 0,
      to: 12,
      origin: 'machine',
      confidence: 0.3,
      heard: 'hypocalcémie',
    } as const;
    expect(await found('heard-opposite', 'Hypocalcémie.', {}, [stretch])).toEqual(['Hypocalcémie']);
    const sure = { ...stretch, confidence: 0.9 };
    expect(await found('heard-opposite', 'Hypocalcémie.', {}, [sure])).toEqual([]);
  });
});

describe('a conclusion that says what the findings do not', () => {
  test.each([
    [
      'Résultats :\nPas d’épanchement pleural.\nConclusion : épanchement pleural.',
      ['épanchement pleural'],
    ],
    [
      'Résultats :\nÉpanchement pleural droit.\nConclusion : pas d’épanchement pleural.',
      ['épanchement pleural'],
    ],
    ['Résultats :\nÉpanchement pleural droit.\nConclusion : épanchement pleural droit.', []],
    ['Résultats :\nPas d’épanchement pleural.\nConclusion : scanner normal.', []],
  ])('%s', async (text, passages) => {
    expect(await found('conclusion-denies', text)).toEqual(passages);
  });
});
