import { describe, expect, test } from 'vitest';
import { buildWordGraph } from '../../../terminology/build/word-graph';
import { compileLayer } from '../../../terminology/lexicon/compile';
import { FLAG } from '../../../terminology/lexicon/entry';
import { GeneralWords } from '../../../terminology/lexicon/general-words';
import { compileImport } from '../../../terminology/lexicon/import/compile-import';
import { undouble } from '../../../terminology/lexicon/import/decode';
import type { Imported, ImportedList } from '../../../terminology/lexicon/import/imported';
import { readDropped } from '../../../terminology/lexicon/import/recognise';
import { Lexicon } from '../../../terminology/lexicon/lexicon';
import { gzip } from '../../../terminology/lexicon/packed-file';
import { bytesOf, sharedFile } from './shipped';

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** windows-1252, for the letters French needs. */
const ansi = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (sign) => (sign === '’' ? 0x92 : sign.charCodeAt(0)));

const drop = (bytes: Uint8Array<ArrayBuffer>, name = 'fichier'): Promise<Imported> =>
  readDropped({ name, bytes });

async function listOf(bytes: Uint8Array<ArrayBuffer>): Promise<ImportedList> {
  const read = await drop(bytes);
  if (!read.ok) throw new Error(read.sentence);
  return read.list;
}

const named = (code: number, name: string, procedure: string, maker: string): string =>
  `${String(code)}\t${name}\tcomprimé\torale\tAutorisation active\t${procedure}\tCommercialisée\t01/01/2020\t\t\t ${maker}\tNon`;
const NATIONAL = 'Procédure nationale';
const NAMES = [
  named(60000001, 'KARDEGIC 75 mg, poudre pour solution buvable', NATIONAL, 'SANOFI'),
  named(60000002, 'PARACETAMOL SANDOZ 500 mg, comprimé', NATIONAL, 'SANDOZ'),
  named(60000003, 'IBUPROFENE SANDOZ 200 mg, comprimé', NATIONAL, 'SANDOZ'),
  named(60000004, 'RAMIPRIL SANDOZ 5 mg, comprimé', NATIONAL, 'SANDOZ'),
  named(60000005, 'NUX VOMICA BOIRON, granules', 'Enreg homéo (Proc. Nat.)', 'BOIRON'),
].join('\r\n');
const composed = (substance: string, strength: string): string =>
  `60000001\tcomprimé\t02202\t${substance}\t${strength}\tun comprimé\tSA\t1`;
const SUBSTANCES = [
  composed('PARACÉTAMOL', '500 mg'),
  composed('PARACÉTAMOL', '1000 mg'),
  composed('CHLORHYDRATE DE MÉTOPRONE', '5 mg'),
  composed('NUX VOMICA POUR PRÉPARATIONS HOMÉOPATHIQUES', '4CH à 30CH'),
].join('\n');
const CCAM = JSON.stringify([
  { code: 'AAAA001', libelle_long: "Exérèse à l'anse diathermique", date_debut: '2005-03-01' },
  { code: 'AAAA002', libelle_long: 'Section par anse diathermique', date_debut: '2020-01-01' },
]);
const ORPHANET = `<?xml version="1.0"?>
<JDBOR ExtractionDate="2025-06-24 07:39:41">
<Disorder id="1"><Name lang="fr">Maladie d&apos;Alpers</Name>
</Disorder>
</JDBOR>
`;

describe('a dropped file', () => {
  test('of brands is read without homeopathy, laboratories and strengths', async () => {
    const list = await listOf(ansi(NAMES));
    expect(list.entries.map(({ form }) => form)).toEqual([
      'Kardegic',
      'Paracetamol',
      'Ibuprofene',
      'Ramipril',
    ]);
    expect(list).toMatchObject({ rows: 5, licence: expect.stringContaining('Licence Ouverte') });
  });

  test('of compositions gives substances and their strengths', async () => {
    const list = await listOf(ansi(SUBSTANCES));
    expect(list.entries.map(({ form }) => form)).toEqual([
      'paracétamol',
      'chlorhydrate de métoprone',
    ]);
    expect(list.strengths.get('paracétamol')).toEqual(['1000 mg', '500 mg']);
  });

  test('encoded twice reads as it should', async () => {
    expect(undouble('PARACÃ‰TAMOL')).toBe('PARACÉTAMOL');
    expect(undouble('PARACÉTAMOL')).toBe('PARACÉTAMOL');
    const list = await listOf(utf8(composed('PARACÃ‰TAMOL', '500 mg')));
    expect(list.entries.map(({ form }) => form)).toEqual(['paracétamol']);
  });

  test('of the CCAM is opened from its gzip and dated', async () => {
    const list = await listOf(await gzip(utf8(CCAM)));
    expect(list).toMatchObject({ title: 'CCAM', rows: 2, date: '2020-01-01' });
  });

  test('of Orphanet gives the names in French', async () => {
    const list = await listOf(utf8(ORPHANET));
    expect(list).toMatchObject({ labels: ["Maladie d'Alpers"], date: '2025-06-24' });
  });

  test('of CIM-10, a table and a list are told apart', async () => {
    expect((await listOf(utf8('code,long\nA00,Choléra\n'))).title).toBe('CIM-10');
    const table = await listOf(
      utf8('terme;catégorie\nanse diathermique;dispositif\ngarrot;matériel\n'),
    );
    expect(table.entries.map(({ form, categories }) => [form, ...categories])).toEqual([
      ['anse diathermique', 'device'],
      ['garrot', 'device'],
    ]);
    const lines = await listOf(utf8('# nos mots\nDurand\nrue des Lilas\n'));
    expect(lines.entries.map(({ form }) => form)).toEqual(['Durand', 'rue des Lilas']);
  });

  test.each([
    ['a line cut short', ansi(`${NAMES}\n6000`), 6],
    ['a JSON cut short', utf8(CCAM.slice(0, -8)), 1],
    ['an XML cut short', utf8(ORPHANET.slice(0, 80)), 3],
    ['an XML of something else', utf8('<html></html>'), 1],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1), 2],
    ['a very long line', utf8(`garrot\n${'x'.repeat(300)}`), 2],
  ])('with %s gets a sentence and its line', async (_, bytes, line) => {
    const read = await drop(bytes);
    expect(read).toMatchObject({ ok: false, line });
    expect(read.ok ? '' : read.sentence).toMatch(/\.$/);
  });

  test('that is empty or a broken gzip gets a sentence', async () => {
    expect(await drop(new Uint8Array(0), 'rien.txt')).toEqual({
      ok: false,
      sentence: 'Le fichier rien.txt est vide.',
    });
    const broken = (await gzip(utf8(CCAM))).slice(0, 30);
    expect(await drop(broken, 'ccam.gz')).toMatchObject({ ok: false });
  });
});

describe('the practice lexicon', () => {
  const general = new GeneralWords(
    buildWordGraph([{ form: 'section', zipf: 5, capitalised: false }]),
  );
  const shipped = compileLayer({
    name: 'essai',
    sources: [{ name: 'essai', licence: 'MIT', rows: 1 }],
    words: [{ form: 'Kardégic', medical: 4, categories: ['drug'], flags: FLAG.brand, source: 0 }],
    terms: [],
  });
  const base = new Lexicon(general, [shipped]);

  test('takes shipped accents, drops generics, finds repeated groups', async () => {
    const files = [ansi(NAMES), ansi(SUBSTANCES), utf8(CCAM)];
    const lists = await Promise.all(files.map(listOf));
    const shares: number[] = [];
    const layer = compileImport(lists, base, {
      name: 'essai',
      progress: (share) => shares.push(share),
    });
    expect(layer.words.forms).toContain('Kardégic');
    expect(layer.words.forms).toContain('paracétamol');
    expect(layer.words.forms).toContain('métoprone');
    expect(layer.words.forms).not.toContain('Paracetamol');
    expect(layer.terms.forms).toContain('anse diathermique');
    expect(shares.at(-1)).toBe(1);
    const lexicon = new Lexicon(general, [shipped, layer]);
    expect(lexicon.strengths('paracétamol')).toEqual(['1000 mg', '500 mg']);
    expect(lexicon.bigram('anse', 'diathermique')).toBe(2);
  });
});

const BDPM = sharedFile('terminology-files/bdpm/CIS_bdpm.txt');
describe.skipIf(BDPM === undefined)('the real files (needs ../shared)', () => {
  test.each([
    ['bdpm/CIS_bdpm.txt', 15_848, 3_000],
    ['bdpm/CIS_COMPO_bdpm.txt', 32_389, 3_500],
    ['ccam/ccam_actes.json.gz', 8_593, 0],
    ['orphanet/ORPHAclassification_146_rare_cardiac_diseases_fr.xml', 100, 50],
  ])('%s is read whole', async (name, rows, entries) => {
    const list = await listOf(bytesOf(sharedFile(`terminology-files/${name}`) ?? ''));
    expect(list.rows).toBeGreaterThanOrEqual(rows);
    expect(list.entries.length).toBeGreaterThanOrEqual(entries);
  });

  test('a file of the public base without names says which to drop', async () => {
    const read = await drop(bytesOf(sharedFile('terminology-files/bdpm/CIS_MITM.txt') ?? ''));
    expect(read).toMatchObject({
      ok: false,
      sentence: expect.stringContaining('CIS_COMPO_bdpm.txt'),
    });
  });
});
