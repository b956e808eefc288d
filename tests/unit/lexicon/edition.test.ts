import { describe, expect, test } from 'vitest';
import { buildWordGraph } from '../../../terminology/build/word-graph';
import { GeneralWords } from '../../../terminology/lexicon/general-words';
import {
  editionPart,
  type EditionPart,
  packEdition,
  unpackParts,
  withNewer,
} from '../../../terminology/lexicon/import/edition';
import { readDropped } from '../../../terminology/lexicon/import/recognise';
import { unpackLayer } from '../../../terminology/lexicon/layer-file';
import { Lexicon } from '../../../terminology/lexicon/lexicon';
import { gunzip } from '../../../terminology/lexicon/packed-file';
import { unpackSounds } from '../../../terminology/phonetic/sound-file';
import { SoundLexicon } from '../../../terminology/phonetic/sound-lexicon';
import { pronounce } from '../../../terminology/phonetic/pronounce';

const base = new Lexicon(
  new GeneralWords(buildWordGraph([{ form: 'comprimé', zipf: 4, capitalised: false }])),
  [],
);

async function partOf(name: string, text: string, addedAt = 1): Promise<EditionPart> {
  const read = await readDropped({ name, bytes: new TextEncoder().encode(text) });
  if (!read.ok) throw new Error(read.sentence);
  return editionPart(read, name, addedAt);
}

const composed = (substance: string, strength: string): string =>
  `60000001\tcomprimé\t00001\t${substance}\t${strength}\tun comprimé\tSA\t1`;

describe('files a practice imported', () => {
  test('are told apart by what they are, lists by their names', async () => {
    const drugs = await partOf('CIS_COMPO_bdpm.txt', composed('zorbalumide', '75 mg'));
    const list = await partOf(
      'urologie.csv',
      'terme;catégorie\nzorbite;maladie\nzorbose;maladie\n',
    );
    expect([drugs, list].map(({ key, family, list: { title } }) => [key, family, title])).toEqual([
      ['bdpm-substances', 'bdpm', expect.stringContaining('Base de données publique')],
      ['list:urologie', 'list', 'urologie'],
    ]);
  });

  test('take the place of their older edition only', async () => {
    const old = [
      await partOf('CIS_COMPO_bdpm.txt', composed('zorbalumide', '75 mg')),
      await partOf('a.txt', 'zorbite\n'),
    ];
    const newer = await partOf('compo.txt', composed('zorbalumide', '150 mg'), 2);
    expect(withNewer(old, [newer]).map(({ key, addedAt }) => [key, addedAt])).toEqual([
      ['list:a', 1],
      ['bdpm-substances', 2],
    ]);
  });

  test('come back from their bytes whole, and are found by their sounds', async () => {
    const parts = [
      await partOf('CIS_COMPO_bdpm.txt', composed('zorbalumide', '75 mg')),
      await partOf('a.txt', 'zorbite\n'),
    ];
    const shares: number[] = [];
    const packed = await packEdition(parts, { base, progress: (share) => shares.push(share) });
    expect(packed).toMatchObject({ words: 2, terms: 0 });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(await unpackParts(packed.parts)).toEqual(parts);
    const layer = unpackLayer(await gunzip(packed.layer));
    const sounds = unpackSounds(await gunzip(packed.sounds));
    const lexicon = new Lexicon(base.general, [layer]);
    expect(lexicon.strengths('zorbalumide')).toEqual(['75 mg']);
    const sound = new SoundLexicon(lexicon, { layers: [sounds] });
    const found = [...sound.search(pronounce('zorbalumyde'), 0.1).keys()];
    expect(found.map((id) => sound.entry(id).form)).toEqual(['zorbalumide']);
  });
});
