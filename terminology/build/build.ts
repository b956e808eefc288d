import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileLayer, type TermSpec } from '../lexicon/compile';
import type { Source } from '../lexicon/layer';
import { packGraph, packLayer } from '../lexicon/layer-file';
import { SHIPPED_FILES } from '../lexicon/load';
import { readCim10, sayable } from './cim10';
import { addDerived } from './derive';
import { readDrugs } from './drugs';
import { type French, readFrench } from './general-french';
import { LabelCounts } from '../lexicon/label-counts';
import { readLists } from './lists';
import {
  addDictionaryWords,
  addDrugs,
  addLabelWords,
  addLists,
  addSubstanceWords,
  sourceOf,
} from './medical-layer';
import { type Packages, readPackages } from './sources';
import { Vocabulary } from './vocabulary';
import { buildWordGraph } from './word-graph';

const DATA_FOLDER = join(import.meta.dirname, '..', 'data');
const CIM_TERM = 2.6;

const DICTIONARY: Source = {
  name: 'dictionary-fr',
  licence: 'MPL-2.0',
  date: '2022-10-26',
  rows: 0,
};
const EDSNLP: Source = { name: 'edsnlp', licence: 'BSD-3-Clause', date: '2025-09-22', rows: 0 };

const RULES: Source = { name: 'règles de formation et mots des termes', licence: 'MIT', rows: 0 };

function main(): void {
  const folder = process.argv[2];
  if (folder === undefined)
    throw new Error('Say where the unpacked packages are: see terminology/build/README.md');
  const packages = readPackages(folder);
  const french = readFrench(packages);
  mkdirSync(DATA_FOLDER, { recursive: true });
  save(SHIPPED_FILES.general, packGraph(buildWordGraph(french.words), [DICTIONARY]));
  buildLayers(packages, french);
}

function buildLayers(packages: Packages, french: French): void {
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
  const needsContext = readWords('needs-context.txt');
  const sources: Source[] = [
    DICTIONARY,
    { ...EDSNLP, rows: drugs.length },
    ...lists.map(sourceOf),
    RULES,
  ];

  const words = new Vocabulary(french, counts, needsContext);
  const terms: TermSpec[] = [...addLists(words, lists, 2), ...addDrugs(words, drugs, 1)];
  addSubstanceWords(words, substances, french, 1);
  const rules = sources.length - 1;
  addLabelWords(words, own, french, { index: rules, known: (form) => words.has(form) });
  addDictionaryWords(words, french, 0);
  addDerived(words, french, rules);
  const medical = compileLayer({
    name: 'medical',
    sources,
    words: words.specs,
    terms,
    labels: own,
  });
  save(SHIPPED_FILES.layers[0], packLayer(medical));

  const cimWords = new Vocabulary(french, counts, needsContext);
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
  save(SHIPPED_FILES.layers[1], packLayer(layer));
  for (const { name, words: columns, terms: termColumns, bigrams } of [medical, layer])
    console.log(
      name,
      columns.forms.length,
      'words',
      termColumns.forms.length,
      'terms',
      bigrams.count.length,
      'pairs',
    );
}

const readWords = (file: string): Set<string> =>
  new Set(
    readFileSync(join(import.meta.dirname, file), 'utf8')
      .split(/\s+/)
      .filter((word) => word !== '' && !word.startsWith('#')),
  );

function save(name: string, bytes: Uint8Array): void {
  const packed = gzipSync(bytes, { level: 9 });
  writeFileSync(join(DATA_FOLDER, name), packed);
  console.log(name, bytes.length, '→', packed.length, 'bytes');
}

main();
