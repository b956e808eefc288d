/**
 * Coverage of the shipped lexicon against the official files, and speed of loading, highlighting, suggesting and importing.
 * Run: npx tsx tests/bench/lexicon.ts (needs the material of `../shared`, or of PLUME_SHARED).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordFigures } from './figures';
import { FLAG } from '../../terminology/lexicon/entry';
import { fold, foldKey, letters, lower } from '../../terminology/lexicon/fold';
import type { ImportedList } from '../../terminology/lexicon/import/imported';
import { readDropped } from '../../terminology/lexicon/import/recognise';
import { wordsOf } from '../../terminology/lexicon/label-counts';
import type { Lexicon } from '../../terminology/lexicon/lexicon';
import { compileImport } from '../../terminology/lexicon/import/compile-import';
import type { Layer } from '../../terminology/lexicon/layer';
import { packLayer } from '../../terminology/lexicon/layer-file';
import { TextMarker } from '../../terminology/lexicon/text-marker';
import { gzip } from '../../terminology/lexicon/packed-file';
import { Suggester } from '../../terminology/lexicon/suggest';
import { SoundLexicon } from '../../terminology/phonetic/sound-lexicon';
import { loadLexicon } from '../../terminology/lexicon/load';

const ROOT = join(import.meta.dirname, '../..');
const SHARED = process.env['PLUME_SHARED'] ?? join(ROOT, '..', 'shared');
const FILES = join(SHARED, 'terminology-files');
const E3C_TEXTS = 90;

const bytesOf = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));
const lexiconFile = (name: string): Promise<Uint8Array<ArrayBuffer>> =>
  Promise.resolve(bytesOf(join(ROOT, 'terminology/data', name)));

async function importFile(name: string): Promise<ImportedList> {
  const read = await readDropped({ name, bytes: bytesOf(join(FILES, name)) });
  if (!read.ok) throw new Error(read.sentence);
  return read.list;
}

interface Coverage {
  readonly what: string;
  readonly all: number;
  readonly missing: readonly string[];
}

/** A word is covered when a medical entry has its letters, plural aside, or by its parts when it is hyphenated. */
class Covered {
  readonly #lexicon: Lexicon;
  readonly #keys = new Set<string>();

  /** @param without names of lists whose words do not count. */
  constructor(lexicon: Lexicon, without: readonly string[]) {
    this.#lexicon = lexicon;
    for (const { form, source } of lexicon.words())
      if (!without.includes(source)) this.#keys.add(foldKey(letters(form)));
  }

  word(word: string): boolean {
    if (this.#keys.has(foldKey(letters(word)))) return true;
    const parts = word.split('-');
    return (
      parts.length > 1 &&
      parts.every((part) => part.length < 4 || this.word(part) || this.isGeneral(part))
    );
  }

  isGeneral(word: string): boolean {
    return this.#lexicon.general.has(lower(word));
  }

  /** Every word known, one of them medical. */
  phrase(phrase: string): boolean {
    const words = wordsOf(phrase.toLowerCase()).filter((word) => word.length >= 3);
    return (
      words.length > 0 &&
      words.some((word) => this.word(word)) &&
      words.every((word) => this.word(word) || this.isGeneral(word))
    );
  }
}

/** Forms general French does not have, or has but uses rarely where the official labels use them. */
function medicalForms(texts: Iterable<string>, isMedical: (form: string) => boolean): Set<string> {
  const forms = new Set<string>();
  for (const text of texts)
    for (const [at, word] of wordsOf(text).entries()) {
      if (at > 0 && word !== word.toLowerCase()) continue;
      const form = word.toLowerCase();
      if (form.length >= 4 && isMedical(form)) forms.add(form);
    }
  return forms;
}

const ofSet = (
  what: string,
  forms: ReadonlySet<string>,
  isCovered: (form: string) => boolean,
): Coverage => ({
  what,
  all: forms.size,
  missing: [...forms].filter((form) => !isCovered(form)).sort(),
});

const sentences = (): string[] =>
  texts()
    .slice(-E3C_TEXTS)
    .flatMap((text) => text.split(/[.!?\n]+/));

/** Written last, towards the coverage of the official files: without them one sees what the other lists bring by themselves. */
const COMPLEMENTS = ['substances-complements', 'acts-complements'];

async function coverage(lexicon: Lexicon, without: readonly string[] = []): Promise<Coverage[]> {
  const covered = new Covered(lexicon, without);
  const [names, substances, ccam] = await Promise.all([
    importFile('bdpm/CIS_bdpm.txt'),
    importFile('bdpm/CIS_COMPO_bdpm.txt'),
    importFile('ccam/ccam_actes.json.gz'),
  ]);
  const orphanetFiles = readdirSync(join(FILES, 'orphanet')).sort();
  const orphanet = await Promise.all(orphanetFiles.map((name) => importFile(`orphanet/${name}`)));
  const orphanetLabels = orphanet.flatMap(({ labels }) => labels);
  const official = new Set(
    [...ccam.labels, ...orphanetLabels].flatMap((label) => wordsOf(label.toLowerCase())),
  );
  const isMedical = (form: string): boolean => {
    if (!covered.isGeneral(form)) return true;
    return official.has(form) && lexicon.general.zipf(form) < 3;
  };
  const genericWords = new Set(substances.entries.flatMap(({ form }) => wordsOf(fold(form))));
  const brands = names.entries.map(({ form }) => fold(form).split(' ')[0] ?? '');
  const brandWords = new Set(brands.filter((word) => word.length >= 4 && !genericWords.has(word)));
  return [
    ofSet('BDPM, substances', new Set(substances.entries.map(({ form }) => form)), (name) =>
      covered.phrase(name),
    ),
    ofSet(
      'BDPM, words of substances unknown to general French',
      medicalForms(
        substances.entries.map(({ form }) => form),
        (form) => !covered.isGeneral(form),
      ),
      (form) => covered.word(form),
    ),
    ofSet('BDPM, brands', brandWords, (word) => covered.word(word)),
    ofSet('CCAM, medical word forms', medicalForms(ccam.labels, isMedical), (form) =>
      covered.word(form),
    ),
    ofSet('Orphanet, medical word forms', medicalForms(orphanetLabels, isMedical), (form) =>
      covered.word(form),
    ),
    ofSet(
      `E3C (${String(E3C_TEXTS)} texts), medical word forms`,
      medicalForms(sentences(), isMedical),
      (form) => covered.word(form),
    ),
  ];
}

/** Processor time of a piece of work, in ms: on a busy machine the wall clock says little. */
async function processorMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function loading(): Promise<Lexicon> {
  let lexicon = await loadLexicon(lexiconFile);
  const times: number[] = [];
  for (let run = 0; run < 5; run++)
    times.push(await processorMs(async () => (lexicon = await loadLexicon(lexiconFile))));
  console.log(
    `loading: ${median(times).toFixed(0)} ms of processor (median of 5), ${String(lexicon.wordCount)} words, ${String(lexicon.termCount)} terms`,
  );
  return lexicon;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

function texts(): string[] {
  const folder = join(SHARED, 'texts/e3c');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files.map(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }).text,
  );
}

async function highlighting(lexicon: Lexicon): Promise<void> {
  let report = '';
  const all = texts();
  for (let at = 0; report.split(/\s+/).length < 5000; at++) report += `${all[at] ?? ''}\n`;
  const paragraph = report.split(/\s+/).slice(0, 80).join(' ');
  const first: number[] = [];
  const again: number[] = [];
  const one: number[] = [];
  for (let run = 0; run < 9; run++) {
    const marker = new TextMarker(lexicon);
    const paragraphs = report.split('\n');
    first.push(await processorMs(() => paragraphs.map((text) => marker.marks(text))));
    again.push(await processorMs(() => paragraphs.map((text) => marker.marks(text))));
    one.push(await processorMs(() => marker.marks(paragraph)));
  }
  recordFigures('lexicon', {
    'highlighting 5,000 words, ms': Math.round(median(first)),
    'highlighting a paragraph of 80 words, ms': Math.round(100 * median(one)) / 100,
  });
  console.log(
    `highlighting terms and unknown words, ms of processor (median of 9): 5,000 words ${median(first).toFixed(1)} the first time, ${median(again).toFixed(1)} again; 80 words ${median(one).toFixed(2)}`,
  );
}

interface Misspelling {
  readonly typed: string;
  readonly meant: string;
}

const plain = (word: string): string => letters(word).replace(/[^a-z0-9]/g, '');

/** Typed drug names labelled as a misspelling of a name the lexicon has, and that are no word themselves. */
const typedDrugs = (): Misspelling[] =>
  readFileSync(join(FILES, 'drug-name-typos.csv'), 'utf8')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
    .flatMap(([typed = '', meant = '', label]) => (label === '1' ? [{ typed, meant }] : []));

/** What the ear may write: every 40th long word of the lexicon with other letters for the same sounds. */
function byEar(lexicon: Lexicon): Misspelling[] {
  const swaps = [
    [/ph/g, 'f'],
    [/th/g, 't'],
    [/rh/g, 'r'],
    [/y/g, 'i'],
    [/ch(?=[lrn])|c(?=[aou])/g, 'k'],
    [/c(?=[eiéè])/g, 's'],
    [/œ|æ/g, 'é'],
    [/([lmnprt])\1/g, '$1'],
    [/an(?=[^aeiouyéèn])/g, 'en'],
    [/^h/g, ''],
  ] as const;
  const set: Misspelling[] = [];
  for (const { id, form, flags } of lexicon.words()) {
    if (id % 40 !== 0 || form.length < 7 || (flags & (FLAG.derived | FLAG.inflection)) !== 0)
      continue;
    const typed = swaps.reduce((text, [from, to]) => text.replace(from, to), form.toLowerCase());
    if (typed !== form.toLowerCase()) set.push({ typed, meant: form });
  }
  return set;
}

async function suggesting(lexicon: Lexicon): Promise<void> {
  const sound = new SoundLexicon(lexicon);
  const suggester = new Suggester(sound);
  suggester.suggest('paracetamole');
  const known = new Set(sound.lettered.flatMap((shelf) => shelf.letters()));
  for (const [what, set] of [
    ['typed drug names', typedDrugs()],
    ['misspelled by ear', byEar(lexicon)],
  ] as const) {
    const fair = set.filter(
      ({ typed, meant }) => known.has(plain(meant)) && !known.has(plain(typed)),
    );
    let first = 0;
    let shown = 0;
    const spent = await processorMs(() => {
      for (const { typed, meant } of fair) {
        const found = suggester.suggest(typed).map(({ form }) => plain(form));
        if (found[0] === plain(meant)) first++;
        if (found.includes(plain(meant))) shown++;
      }
    });
    const percent = (count: number): string => ((100 * count) / fair.length).toFixed(1);
    recordFigures('lexicon', {
      [`suggesting, ${what}: right first %`]: Number(percent(first)),
      [`suggesting, ${what}: ms a word`]: Math.round((100 * spent) / fair.length) / 100,
    });
    console.log(
      `suggesting, ${what}: right first ${percent(first)} %, among five ${percent(shown)} % of ${String(fair.length)} (of ${String(set.length)}: the others are words, or their name is not in the lexicon); ${(spent / fair.length).toFixed(2)} ms of processor a word`,
    );
  }
}

async function importing(lexicon: Lexicon): Promise<void> {
  const orphanet = readdirSync(join(FILES, 'orphanet')).map((name) => `orphanet/${name}`);
  const names = [
    'bdpm/CIS_bdpm.txt',
    'bdpm/CIS_COMPO_bdpm.txt',
    'ccam/ccam_actes.json.gz',
    ...orphanet,
  ];
  let layer: Layer | undefined;
  const spent = await processorMs(async () => {
    const lists = await Promise.all(names.map(importFile));
    layer = compileImport(lists, lexicon, { name: 'practice' });
  });
  if (layer === undefined) return;
  const packed = await gzip(packLayer(layer));
  recordFigures('lexicon', {
    'importing BDPM, CCAM and Orphanet, seconds': Math.round(spent / 100) / 10,
  });
  console.log(
    `importing BDPM, CCAM and Orphanet: ${(spent / 1000).toFixed(1)} s of processor, ${String(layer.words.forms.length)} words, ${String(layer.terms.forms.length)} terms, ${String(Math.round(packed.length / 1024))} kB, ${String(Math.round(process.memoryUsage().heapUsed / 2 ** 20))} MB of heap`,
  );
}

async function main(): Promise<void> {
  const lexicon = await loading();
  if (!existsSync(FILES)) {
    console.log('No ../shared: coverage and speed on real texts are not measured.');
    return;
  }
  for (const { what, all, missing } of await coverage(lexicon)) {
    const share = (100 * (all - missing.length)) / all;
    recordFigures('lexicon', { [`coverage, ${what} %`]: Math.round(10 * share) / 10 });
    console.log(`coverage, ${what}: ${share.toFixed(1)} % of ${String(all)}`);
    if (process.argv.includes('--missing')) console.log(`  missing: ${missing.join(' ')}`);
  }
  for (const { what, all, missing } of await coverage(lexicon, COMPLEMENTS)) {
    const share = (100 * (all - missing.length)) / all;
    recordFigures('lexicon', {
      [`coverage without the complements, ${what} %`]: Math.round(10 * share) / 10,
    });
    console.log(`… without ${COMPLEMENTS.join(' and ')}: ${what}: ${share.toFixed(1)} %`);
  }
  await highlighting(lexicon);
  await importing(lexicon);
  await suggesting(lexicon);
}

void main();
