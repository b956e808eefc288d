import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileLayer, type TermSpec } from '../lexicon/compile';
import type { Layer, Source } from '../lexicon/layer';
import { packGraph, packLayer } from '../lexicon/layer-file';
import { SHIPPED_FILES } from '../lexicon/load';
import { readCim10, sayable } from './cim10';
import { addDerived } from './derive';
import { readDrugs } from './drugs';
import { type French, readFrench } from './general-french';
import { LabelCounts } from '../lexicon/label-counts';
import {
  type ListRow,
  LISTS_FOLDER,
  readDrugClasses,
  readLists,
  readLookAlikes,
  readProperNames,
  readVerbs,
  sha256,
} from './lists';
import {
  addDictionaryWords,
  addDrugs,
  addFrequentWords,
  addLabelWords,
  addLists,
  addProperNames,
  addSubstanceWords,
  addVerbs,
  sourceOf,
} from './medical-layer';
import { type Packages, readPackages } from './sources';
import {
  type Compiled,
  type ListedSource,
  OWN_LISTS,
  registrySources,
  sourcesReport,
} from './sources-report';
import { Vocabulary } from './vocabulary';
import { buildWordGraph } from './word-graph';

const DATA_FOLDER = join(import.meta.dirname, '..', 'data');
const CIM_TERM = 2.6;

const DICTIONARY: Source = {
  name: 'dictionary-fr',
  licence: 'MPL-2.0',
  date: '2024-12-13',
  rows: 0,
};
const EDSNLP: Source = { name: 'edsnlp', licence: 'BSD-3-Clause', date: '2026-09-22', rows: 0 };

const RULES: Source = { name: 'règles de formation et mots des termes', licence: 'MIT', rows: 0 };

const NAMES: Source = { name: 'noms de personnes et de lieux', licence: 'MIT', rows: 0 };

function main(): void {
  const folder = process.argv[2];
  if (folder === undefined)
    throw new Error('Say where the unpacked packages are: see terminology/build/README.md');
  const packages = readPackages(folder);
  const french = readFrench(packages);
  mkdirSync(DATA_FOLDER, { recursive: true });
  const graph = packGraph(buildWordGraph(french.words), [DICTIONARY]);
  const compiled = [
    save(SHIPPED_FILES.general, graph, `${String(french.words.length)} forms of general French`),
    ...buildLayers(packages, french),
  ];
  const rows = new Map([
    ['dictionary-fr/index.dic', packages.dictionary.trim().split('\n').length - 1],
    ['dictionary-fr/index.aff', packages.affix.split('\n').length],
    ['wordfreq/data/large_fr.msgpack.gz', french.counted],
    ['edsnlp/resources/drugs.json', Object.values(packages.drugs).flat().length],
    ['edsnlp/resources/cim10.csv.gz', packages.cim10.trim().split('\n').length - 1],
  ]);
  const sources = [...registrySources(packages, rows), ...ownSources()];
  writeFileSync(join(DATA_FOLDER, 'SOURCES.md'), sourcesReport(sources, compiled));
}

function buildLayers(packages: Packages, french: French): Compiled[] {
  const lists = readLists();
  const drugs = readDrugs(packages.drugs);
  const cim = readCim10(packages.cim10).map(({ label }) => label);
  const rows = lists.flatMap(({ rows: all }) => all);
  const own = rows
    .filter(({ drugKind }) => drugKind === undefined || drugKind === 'class')
    .map(({ form }) => form);
  const substances = [
    ...rows.filter(({ drugKind }) => drugKind === 'substance'),
    ...drugs.filter(({ kind }) => kind === 'substance'),
  ].map(({ form }) => form);
  const counts = new LabelCounts();
  for (const label of [...cim, ...own.filter((form) => form.includes(' '))])
    counts.add(label, french.withLigatures);
  const bands = readBands();
  const known = { needsContext: readWords('needs-context.txt'), bands };
  const sources: Source[] = [
    DICTIONARY,
    { ...EDSNLP, rows: drugs.length },
    ...lists.map(sourceOf),
    RULES,
    NAMES,
  ];

  const rules = sources.indexOf(RULES);
  const names = sources.indexOf(NAMES);
  const words = new Vocabulary(french, counts, known);
  const terms: TermSpec[] = [
    ...addLists(words, lists, 2),
    ...addDrugs(
      words,
      [
        ...drugs,
        ...readDrugClasses().map((drugClass) => ({ ...drugClass, kind: 'label' as const })),
      ],
      1,
    ),
  ];
  addFrequentWords(words, bands.keys(), rules);
  addSubstanceWords(words, substances, french, 1);
  addLabelWords(words, own, french, { index: rules, known: (form) => words.has(form) });
  addDictionaryWords(words, french, 0);
  addDerived(words, french, rules);
  addVerbs(words, readVerbs(), rules);
  addProperNames(words, readProperNames(), names);
  const medical = compileLayer({
    name: 'medical',
    sources,
    words: words.specs,
    terms,
    labels: own,
    lookAlikes: readLookAlikes(),
    strengths: strengthsOf(rows),
  });

  const cimWords = new Vocabulary(french, counts, known);
  addLabelWords(cimWords, cim, french, {
    index: 0,
    known: (form) => words.has(form) || cimWords.has(form),
  });
  const cimTerms: TermSpec[] = sayable(readCim10(packages.cim10)).map(({ label }) => ({
    form: label,
    medical: CIM_TERM,
    categories: ['pathology'],
    source: 0,
  }));
  const cimSource: Source = {
    name: 'CIM-10',
    licence: 'OMS, ATIH ; edsnlp BSD-3-Clause',
    rows: cim.length,
  };
  const layer = compileLayer({
    name: 'CIM-10',
    sources: [cimSource],
    words: cimWords.specs,
    terms: cimTerms,
    labels: cim,
  });
  return [
    save(SHIPPED_FILES.layers[0], packLayer(medical), describe(medical)),
    save(SHIPPED_FILES.layers[1], packLayer(layer), describe(layer)),
  ];
}

const describe = ({ words, terms, bigrams }: Layer): string =>
  [
    `${String(words.forms.length)} word forms`,
    `${String(terms.forms.length)} terms`,
    `${String(bigrams.count.length)} pairs of neighbours`,
  ].join(', ');

/** Every file of `lists/` and every list of words beside it. */
function ownSources(): ListedSource[] {
  const files = [
    ...readdirSync(LISTS_FOLDER).map((name) => `lists/${name}`),
    'clinical-frequency.txt',
    'needs-context.txt',
    'productive.ts',
    'compounds.ts',
    'noun-adjectives.ts',
  ];
  return files.sort().map((file) => {
    const bytes = readFileSync(join(import.meta.dirname, file));
    const rows = bytes
      .toString('utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')).length;
    return { file, ...OWN_LISTS, rows, hash: sha256(bytes) };
  });
}

const strengthsOf = (rows: readonly ListRow[]): Map<string, readonly string[]> =>
  new Map(
    rows
      .filter(({ strengths }) => strengths.length > 0)
      .map(({ form, strengths }) => [form, strengths]),
  );

/** Frequency by word from `clinical-frequency.txt`. */
function readBands(): Map<string, number> {
  const bands = new Map<string, number>();
  let band = 0;
  for (const word of readWords('clinical-frequency.txt')) {
    const isBand = /^([\d.]+):$/.exec(word);
    if (isBand !== null) band = Number(isBand[1]);
    else if (!bands.has(word)) bands.set(word, band);
  }
  return bands;
}

const readWords = (file: string): Set<string> =>
  new Set(
    readFileSync(join(import.meta.dirname, file), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join(' ')
      .split(/\s+/)
      .filter((word) => word !== ''),
  );

function save(file: string, bytes: Uint8Array, contents: string): Compiled {
  const packed = gzipSync(bytes, { level: 9 });
  writeFileSync(join(DATA_FOLDER, file), packed);
  console.log(`${file}: ${contents}; ${String(bytes.length)} → ${String(packed.length)} bytes`);
  return { file, contents, bytes: packed.length, hash: sha256(bytes) };
}

main();
