import { beforeAll, describe, expect, test } from 'vitest';
import { found, knowledge } from './found';

// The first suggestion makes the index of all spellings.
beforeAll(async () => void (await knowledge()).suggest('propanolol'), 60_000);

describe('sides that contradict one another', () => {
  test.each([
    ['Arthroplastie du genou droit.\nIncision médiane du genou gauche.', ['gauche']],
    ['Kyste du rein gauche.\nConclusion : kyste du rein droit.', ['droit']],
    ['Douleur de la cuisse gauche.\nPouls de la jambe gauche.\nŒdème du mollet droit.', ['droit']],
    ['Hémiplégie droite.\nInfarctus sylvien droit.', ['droit']],
    // Traps: both sides compared, structures that are named by a side, different regions.
    ['Rein droit et rein gauche de taille normale.', []],
    ['Genou droit douloureux.\nLe genou controlatéral gauche est indemne.', []],
    ['Bloc de branche gauche.\nPneumopathie basale droite.', []],
    ['Hémiplégie gauche.\nInfarctus sylvien droit.', []],
    ['Genou droit opéré.\nMain gauche douloureuse.', []],
    ['La patiente marche tout droit.\nGenou gauche indolore.', []],
  ])('%s', async (text, passages) => {
    expect(await found('side', text)).toEqual(passages);
  });
});

describe('sides that anatomy does not have', () => {
  test.each([
    ['Atélectasie du lobe moyen gauche.', ['gauche']],
    ['Appendicite avec défense en fosse iliaque gauche.', ['gauche']],
    ['Cholécystite, douleur de l’hypochondre gauche.', ['gauche']],
    ['Appendicite avec défense en fosse iliaque droite.', []],
    ['Bonne fonction ventriculaire droite.', ['droite']],
    ['Dysfonction ventriculaire droite, TAPSE à 12 mm.', []],
    ['Lobe gauche du foie normal.', []],
  ])('%s', async (text, passages) => {
    expect(await found('impossible-side', text)).toEqual(passages);
  });
});

describe('an operation without its side', () => {
  test.each([
    ['Intervention : arthroplastie totale de genou.\nGarrot à la cuisse.', ['genou']],
    ['Intervention : arthroplastie totale de genou droit.', []],
    ['Intervention : chirurgie des deux genoux.', []],
    ['Intervention : cholécystectomie.', []],
    ['Douleur du genou depuis un mois.', []],
  ])('%s', async (text, passages) => {
    expect(await found('missing-side', text)).toEqual(passages);
  });
});

describe('a side that nothing confirms', () => {
  test.each([
    ['Kyste du rein gauche.', ['gauche']],
    ['Kyste du rein gauche.\nConclusion : kyste rénal gauche.', []],
    ['Ventricule gauche non dilaté.', []],
    ['Douleurs à droite et à gauche.', []],
  ])('%s', async (text, passages) => {
    expect(await found('lone-side', text)).toEqual(passages);
  });
});

describe('a side compared with itself', () => {
  test.each([
    ['Rein droit plus petit par rapport au droit.', ['droit']],
    ['Rein gauche, par rapport au gauche, de bonne qualité.', ['gauche']],
    ['Voie sous-costale droite élargie à droite.', ['droite']],
    ['Voie sous-costale gauche élargie à droite.', []],
    ['Force diminuée à droite par rapport à la gauche.', []],
  ])('%s', async (text, passages) => {
    expect(await found('same-side', text)).toEqual(passages);
  });
});

describe('a side that does not agree with its noun', () => {
  test.each([
    ['Hémiplégie droit proportionnelle.', ['droit']],
    ['Lésion latéralisée à droit.', ['droit']],
    ['Genou droite douloureux.', ['droite']],
    ['Hémiplégie droite.', []],
    ['Genou droit douloureux.', []],
    ['Limitation du muscle droit inférieur.', []],
    ['Reins droit et gauche normaux.', []],
  ])('%s', async (text, passages) => {
    expect(await found('side-agreement', text)).toEqual(passages);
  });
});

describe('the side of a structure, or of nothing that is named', () => {
  test.each([
    ['Bloc de branche gauche complet.', ['gauche']],
    ['Syndrome pyramidal latéralisé à droite.', ['droite']],
    ['Fraction d’éjection du ventricule gauche normale.', []],
    ['Hernie du côté droit. Voie droite. Latéralisation à droite.', []],
  ])('%s', async (text, passages) => {
    expect(await found('lone-side', text)).toEqual(passages);
  });
});
