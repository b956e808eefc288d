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
  const dropped = await sortDropped([...lists, ...sounds]);
  expect(dropped).toEqual({ sounds, lists });
});
