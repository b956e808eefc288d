/**
 * Coverage of the shipped lexicon against the official files, and speed of loading, highlighting, suggesting and importing.
 * Run: npx tsx tests/bench/lexicon.ts (needs the material of `../shared`, or of PLUME_SHARED).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, foldKey, letters, lower } from '../../terminology/lexicon/fold';
import type { ImportedList } from '../../terminology/lexicon/import/imported';
import { readDropped } from '../../terminology/lexicon/import/recognise';
import { wordsOf } from '../../terminology/lexicon/label-counts';
import type { Lexicon } from '../../terminology/lexicon/lexicon';
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

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    for (const layer of lexicon.layers)
      for (const form of layer.words.forms) this.#keys.add(foldKey(letters(form)));
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

function sentences(): string[] {
  const folder = join(SHARED, 'texts/e3c');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  return files
    .slice(-E3C_TEXTS)
    .flatMap((name) =>
      (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { text: string }).text.split(
        /[.!?\n]+/,
      ),
    );
}

async function coverage(lexicon: Lexicon): Promise<Coverage[]> {
  const covered = new Covered(lexicon);
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

async function main(): Promise<void> {
  const started = performance.now();
  const lexicon = await loadLexicon(lexiconFile);
  console.log(
    `loaded in ${(performance.now() - started).toFixed(0)} ms: ${String(lexicon.wordCount)} words, ${String(lexicon.termCount)} terms`,
  );
  if (!existsSync(FILES)) {
    console.log('No ../shared: coverage is not measured.');
    return;
  }
  for (const { what, all, missing } of await coverage(lexicon)) {
    const share = (100 * (all - missing.length)) / all;
    console.log(`${what}: ${share.toFixed(1)} % of ${String(all)}`);
    if (process.argv.includes('--missing')) console.log(`  missing: ${missing.join(' ')}`);
  }
}

void main();
