import { describe, expect, test } from 'vitest';
import { SOUNDS } from '../../../terminology/phonetic/phonemes';
import { spellOut } from '../../../terminology/phonetic/letter-names';
import { pronounce, pronounceWord } from '../../../terminology/phonetic/pronounce';

/** `word sounds`, one a line: sounds are the symbols of `phonemes.ts`. */
const pronounced = (table: string): [string, string][] =>
  table
    .trim()
    .split(/\s*\n\s*/)
    .flatMap((line) => line.split(/, /))
    .map((pair) => pair.split(' ') as [string, string]);

describe('the sounds of a written word', () => {
  test.each(
    pronounced(`
      anse As, lance lAs, main mI, pain pI, sein sI, plein plI, teint tI7, brun brI, aucun okI, commun komI
      examen egzamI, abdomen abdomEn, spécimen spesimEn, patient pasjA7, patience pasjAs, client kliA7
      femme fam, évidemment evidamA7, prudent prydA7, ennui Anyi, emmener AmEne8
      eau o, tuyau tyjo, noyau nwajo, rayon rejO, payer peje8, moyen mwajI, yeux j25, œil 2j
      fille fij, bille bij, cheville SEvil, ville vil, tranquille trAkil, oreille orej, travail travaj, feuille f2j
      accueil ak2j, orgueil org2j, cueillir k2jir, aiguille egyij, béquille bekij, bouillon buijO
      guide gid, bague bag, aiguë egy, linguale lIgwal, sanguin sAgI, mangeons mAZO5, nageoire naZwar
      dix di5, les le5, et e, est e7, monsieur mEsj2, fils fis, cœur k2r, sœur s2r, bœuf b2f
      tension tAsiO, attention atAsjO, question kestjO, essentiel esAsjel, partie parti, prophétie profeti
      exact egzak7, examiner egzamine8, index Ideks, réflexe refleks, excès ekse5, accès akse5
      oignon onjO, cigogne sigonj, quatre katr, cinq sIk, coq kok, estomac estomak, long lO8, coup ku8, nid ni7
    `),
  )('%s', (word, sounds) => {
    expect(pronounceWord(word)).toBe(sounds);
  });

  test.each(
    pronounced(`
      diathermique diatermik, œdème edem, oedème edem, cæcal sekal, fœtus fetys, œsophage ezofaZ, cœliaque seliak
      ischémique iskemik, échographie ekografi, tachycardie takikardi, brachial brakial, psychiatrie psikiatri
      choléstérol kolesterol, cholécystectomie kolesistektomi, orchite orkit, ecchymose ekimoz, synéchie sineXi
      chirurgie SiryrZi, chimiothérapie Simioterapi, rachianesthésie raSianestezi, chlore klor, chronique kronik
      dyspnée dispne, hémorroïdes emoroid5, thyroïde tiroid, kyste kist, rythme ritm, rhumatisme rymatism
      axillaire aksiler, maxillaire maksiler, capillaire kapiler, pénicilline penisilin, papillon papijO
      diagnostic diagnostik, agnosie agnozi, magnésium manjeziom, septum septom, rectum rektom
      sinus sinys, virus virys, pelvis pelvi6, tétanos tetano6, biceps biseps, herpès erpe5, abcès abse5
      thorax toraks, larynx larIks, syncope sIkop, lymphome lIfom, immédiat imedia7, inné ine
      xylocaïne gzilokain, Kardégic kardeZik, Doppler dople8, Holter olte8, stent stent, shunt S2n7
    `),
  )('%s, said in medicine', (word, sounds) => {
    expect(pronounceWord(word)).toBe(sounds);
  });

  test.each([
    ['diatermique', 'diathermique'],
    ['iskémique', 'ischémique'],
    ['séphasoline', 'céfazoline'],
    ['quiste', 'kyste'],
    ['aidem', 'œdème'],
    ['dislipidémie', 'dyslipidémie'],
    ['trombolise', 'thrombolyse'],
    ['émostatique', 'hémostatique'],
  ])('%s sounds like %s', (heard, written) => {
    expect(pronounceWord(heard)).toBe(pronounceWord(written));
  });

  test('only uses the symbols of the sounds, whatever it is given', () => {
    const strange = ['', 'ﬁ', '3', 'naïve', 'ÆTHER', 'crème-brûlée', 'Śwież', 'hhh', 'xxx', '…'];
    for (const word of strange)
      for (const sound of pronounce(word)) expect(SOUNDS).toContain(sound);
  });

  test('words said in one go lose the silent letters between them but in liaison', () => {
    expect(pronounce('dix verticules')).toBe('divertikyl5');
    expect(pronounce('bas-fond')).toBe('bafO7');
    expect(pronounce('les artères')).toBe('le5arter5');
    expect(pronounce("l'anse")).toBe('lAs');
    expect(pronounce('supra-aortique')).toBe('sypraortik');
  });

  test('an acronym is said by the names of its letters', () => {
    expect(spellOut('IRM')).toBe('ierem');
    expect(spellOut('TSH')).toBe('teesaS');
    expect(spellOut('NIHSS')).toBe('eniaSeses');
    expect(spellOut('CA125')).toBe('seaId2sIk');
    expect(spellOut('OK')).toBeUndefined();
  });
});
