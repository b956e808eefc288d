import { beforeAll, describe, expect, test } from 'vitest';
import { found, knowledge } from './found';

// The first suggestion makes the index of all spellings.
beforeAll(async () => void (await knowledge()).suggest('propanolol'), 60_000);

describe('doses', () => {
  test.each([
    ['Bisoprolol 50 mg le matin.', ['50 mg']],
    ['Lévothyroxine 75 mg par jour.', ['75 mg par jour']],
    ['Apixaban 50 mg matin et soir.', ['50 mg']],
    ['500 µg de paracétamol.', ['500 µg']],
    ['Ramipril 100 mg.', ['100 mg']],
    ['Énoxaparine 40 000 unités par jour.', ['40 000 unités par jour']],
    ['Atorvastatine 8 mg le soir.', ['8 mg']],
    ['Clopidogrel 85 mg.', ['85 mg']],
    ['Vortioxétine 100 mg.', ['100 mg']],
    ['Magnésium 10 g par heure.', ['10 g par heure']],
    ['Magnésium 1 g par heure.', []],
    // Traps: usual doses, halves and doubles, weight, concentrations, other figures near by.
    ['Bisoprolol 2,5 mg le matin, ramipril 10 mg.', []],
    ['Lévothyroxine 75 µg par jour.', []],
    ['Paracétamol 1 g trois fois par jour.', []],
    ['Aspirine 75 mg.', []],
    ['Céfazoline 2 g.', []],
    ['Amoxicilline 50 mg/kg/j.', []],
    ['Énoxaparine 4 000 unités par jour.', []],
    ['Sous furosémide, créatininémie à 120 µmol/l.', []],
    ['Lithium à 0,8 mmol/l.', []],
  ])('%s', async (text, passages) => {
    expect(await found('dose', text)).toEqual(passages);
  });

  test('of a child may be small', async () => {
    const patient = {
      birthName: 'Petit',
      firstNames: 'Léo',
      sex: 'M',
      birthDate: '2022-01-01',
    } as const;
    expect(await found('dose', 'Paracétamol 150 mg.')).toEqual(['150 mg']);
    expect(await found('dose', 'Paracétamol 150 mg.', { patient })).toEqual([]);
  });
});

describe('units', () => {
  test.each([
    ['Bisoprolol 5 mg mg le matin.', ['5 mg mg']],
    ['Bisoprolol 5 mg µg le matin.', ['5 mg µg']],
    ['Bisoprolol 5 le matin.', ['5']],
    ['Bisoprolol 5 mg le matin.', []],
    ['Amoxicilline 3 fois par jour.', []],
    ['Paracétamol 2 comprimés.', []],
    ['Hémoglobine à 9 g%.', []],
  ])('%s', async (text, passages) => {
    expect(await found('unit', text)).toEqual(passages);
  });
});

describe('drugs taken for one another', () => {
  test.each([
    ['Prednisone le matin.', ['Prednisone']],
    ['Sous prednisone puis sous prednisolone.', ['prednisone', 'prednisolone']],
    ['Bisoprolol 1,25 mg.', []],
    ['Prednisone le matin. Arrêt de la prednisone.', []],
    // The disease tells: glaucoma of timolol, tuberculosis of ethambutol.
    ['Douleurs lombaires, timolol matin et soir.', ['timolol']],
    ['Tuberculose traitée par éthambutol.', []],
    ['Tuberculose traitée par éthinylestradiol.', ['éthinylestradiol']],
    // Drugs of one class (tapentadol, rifabutine): only the sound tells, unless the second name does.
    ['Douleurs lombaires, tramadol matin et soir.', ['tramadol']],
    ['Traitement par rifampicine, isoniazide et éthambutol.', ['rifampicine']],
    ['Fibrillation atriale sous apixaban.', ['apixaban']],
    ['Pneumopathie : amoxicilline-acide clavulanique.', []],
  ])('%s', async (text, passages) => {
    expect(await found('look-alike-drug', text)).toEqual(passages);
  });
});

describe('drugs that nobody knows', () => {
  test.each([
    ['Xyltamol 20 mg le matin.', ['Xyltamol']],
    ['Sous propanolol depuis un an.', ['propanolol']],
    ['Sous propranolol depuis un an.', []],
    ['Docteur Kerguelennec, 20 rue de la Paix.', []],
  ])('%s', async (text, passages) => {
    expect(await found('unknown-drug', text)).toEqual(passages);
  });
});

describe('measures', () => {
  test.each([
    ['Natrémie à 14 mmol/l.', ['14 mmol/l']],
    ['La kaliémie est à 42 mmol/l.', ['42 mmol/l']],
    ['Hémoglobine à 125 g/dl.', ['125 g/dl']],
    ['Température à 83 °C.', ['83 °C']],
    ['FEVG à 650 %.', ['650 %']],
    ['pH à 73,2.', ['73,2']],
    ['Score de Glasgow à 18.', ['18']],
    ['CRP à 56 µg/l.', ['56 µg/l']],
    ['INR à 25.', ['25']],
    // Traps: other units, losses, ratios, other figures.
    ['Natrémie à 140 mmol/l, kaliémie à 4,2 mmol/l.', []],
    ['Hémoglobine à 125 g/l.', []],
    ['128 mEq/l de sodium et 5 mEq/l de potassium.', []],
    ['PaO2/FiO2 = 260.', []],
    ['SpO2 à 94 %.', []],
    ['Perte de poids de 10 kg.', []],
    ['Leucocytes à 27.690 /mm3.', []],
    ['Masse de taille 5 cm.', []],
  ])('%s', async (text, passages) => {
    expect(await found('measure', text)).toEqual(passages);
  });
});

describe('blood pressure', () => {
  test.each([
    ['Tension artérielle à 138/760.', ['138/760']],
    ['TA 76/138.', ['76/138']],
    ['TA à 13/8.', []],
    ['Tension artérielle à 138/76 mmHg.', []],
  ])('%s', async (text, passages) => {
    expect(await found('blood-pressure', text)).toEqual(passages);
  });
});

describe('numbers in doubt', () => {
  test('those heard badly, until they are typed', async () => {
    const stretch = { from: 10, to: 12, origin: 'number', confidence: 0.2, heard: 'dix' } as const;
    expect(await found('doubtful-number', 'Prendre : 10 gouttes.', {}, [stretch])).toEqual([
      '10 gouttes',
    ]);
    const typed = { ...stretch, origin: 'hand', confidence: 1 } as const;
    expect(await found('doubtful-number', 'Prendre : 10 gouttes.', {}, [typed])).toEqual([]);
  });

  test.each([
    ['Dose de 10 25 mg.', []],
    ['Dose de 0 5 mg.', ['0 5']],
    ['Dose de 1, 2 g.', ['1, 2']],
    ['Dose de 05 mg.', ['05']],
    ['Dose de 0,5 mg et 10 mg.', []],
    ['TSH à 18,4 000 UI/l.', ['18,4 000 UI']],
    ['TSH à 18,4000.', ['18,4000']],
    ['Leucocytes à 12 000 par mm3, plaquettes à 1 250 000.', []],
    ['Créatinine à 1,250 mg.', []],
  ])('%s', async (text, passages) => {
    expect(await found('doubtful-number', text)).toEqual(passages);
  });
});
