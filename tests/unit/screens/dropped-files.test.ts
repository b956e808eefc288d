import { expect, test } from 'vitest';
import { sortDropped } from '../../../web/screens/dropped-files';

test('recordings and lists of words are told apart by name, type and contents', async () => {
  const sounds = [
    new File(['RIFF    WAVE'], 'dictee.wav'),
    new File(['texte'], 'notes.mp3'),
    new File(['texte'], 'sans-nom', { type: 'audio/ogg' }),
    new File(['OggS texte'], 'sans-nom-non-plus'),
    new File([Uint8Array.of(0, 1, 2)], 'inconnu'),
  ];
  const lists = [
    new File(['60000001\tZORBALIX'], 'CIS_bdpm.txt'),
    new File([Uint8Array.of(0x1f, 0x8b)], 'ccam_actes.json.gz'),
    new File(['<JDBOR>'], 'orphanet.XML'),
    new File(['terme;catégorie\n'], 'liste'),
  ];
  const patients = [
    new File(['Nom;Prénom;Date de naissance\n'], 'jour.csv'),
    new File(['{"resourceType": "Bundle"}'], 'jour.json'),
    new File([new TextEncoder().encode('N\0a\0i\0s\0s\0a\0n\0c\0e\0')], 'jour.txt'),
    new File(['...'], 'lettre.HPR'),
  ];
  const dropped = await sortDropped([...lists, ...sounds, ...patients], 'worklist');
  expect(dropped).toEqual({ sounds, lists, patients });
});

test('a list is what the screen it is dropped on is about', async () => {
  const list = new File(['Nom;Prénom\n'], 'liste.csv');
  expect((await sortDropped([list], 'patients')).patients).toEqual([list]);
  const names = new File(['nom de naissance\n'], 'noms.csv');
  expect((await sortDropped([names], 'lexicon')).lists).toEqual([names]);
});
