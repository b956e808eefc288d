import type { WordGraph } from './general-words';
import type { Layer, Source } from './layer';
import { type Column, packFile, type PackedFile, unpackFile } from './packed-file';

const LAYER_FORMAT = 'plume-lexicon/1';
const GRAPH_FORMAT = 'plume-words/1';

/** Bytes of a layer, before compression. */
export function packLayer(layer: Layer): Uint8Array<ArrayBuffer> {
  const { words, terms, trie, bigrams } = layer;
  const columns = new Map<string, Column>([
    ['labels', layer.labels],
    ['look-alikes', layer.lookAlikes],
    ['strengths', layer.strengths],
    ['words', words.forms],
    ['words.zipf', words.zipf],
    ['words.medical', words.medical],
    ['words.categories', words.categories],
    ['words.flags', words.flags],
    ['words.grammar', words.grammar],
    ['words.lemma', relative(words.lemma)],
    ['words.specialty', words.specialty],
    ['words.note', words.note],
    ['words.source', words.source],
    ['terms', terms.forms],
    ['terms.medical', terms.medical],
    ['terms.categories', terms.categories],
    ['terms.grammar', terms.grammar],
    ['terms.specialty', terms.specialty],
    ['terms.note', terms.note],
    ['terms.source', terms.source],
    ['vocabulary', layer.vocabulary],
    ['trie.first', lengths(trie.firstEdge)],
    ['trie.key', trie.edgeKey],
    ['trie.term', trie.termAt],
    ['bigrams.first', lengths(bigrams.first)],
    ['bigrams.second', bigrams.second],
    ['bigrams.count', bigrams.count],
  ]);
  return packFile({
    head: { format: LAYER_FORMAT, name: layer.name, sources: layer.sources },
    columns,
  });
}

/** Reads what `packLayer` wrote. Throws a sentence on a file of another kind or version. */
export function unpackLayer(file: Uint8Array<ArrayBuffer>): Layer {
  const packed = unpackFile(file);
  expectFormat(packed, LAYER_FORMAT);
  const text = (name: string): readonly string[] => textOf(packed, name);
  const u8 = (name: string): Uint8Array => numbersOf(packed, name, Uint8Array);
  const u16 = (name: string): Uint16Array => numbersOf(packed, name, Uint16Array);
  const u32 = (name: string): Uint32Array => numbersOf(packed, name, Uint32Array);
  return {
    name: String(packed.head['name']),
    sources: packed.head['sources'] as readonly Source[],
    labels: text('labels'),
    lookAlikes: text('look-alikes'),
    strengths: text('strengths'),
    words: {
      forms: text('words'),
      zipf: u8('words.zipf'),
      medical: u8('words.medical'),
      categories: u8('words.categories'),
      flags: u16('words.flags'),
      grammar: u8('words.grammar'),
      lemma: absolute(u32('words.lemma')),
      specialty: u16('words.specialty'),
      note: u16('words.note'),
      source: u8('words.source'),
    },
    terms: {
      forms: text('terms'),
      medical: u8('terms.medical'),
      categories: u8('terms.categories'),
      grammar: u8('terms.grammar'),
      specialty: u16('terms.specialty'),
      note: u16('terms.note'),
      source: u8('terms.source'),
    },
    vocabulary: text('vocabulary'),
    trie: {
      firstEdge: offsets(u32('trie.first')),
      edgeKey: u32('trie.key'),
      termAt: u32('trie.term'),
    },
    bigrams: {
      first: offsets(u32('bigrams.first')),
      second: u32('bigrams.second'),
      count: u8('bigrams.count'),
    },
  };
}

export function packGraph(graph: WordGraph, sources: readonly Source[]): Uint8Array<ArrayBuffer> {
  const columns = new Map<string, Column>([
    ['edges', graph.edges],
    ['attributes', graph.attributes],
  ]);
  const { alphabet, root } = graph;
  return packFile({ head: { format: GRAPH_FORMAT, alphabet, root, sources }, columns });
}

export function unpackGraph(file: Uint8Array<ArrayBuffer>): WordGraph {
  const packed = unpackFile(file);
  expectFormat(packed, GRAPH_FORMAT);
  return {
    alphabet: String(packed.head['alphabet']),
    root: Number(packed.head['root']),
    edges: numbersOf(packed, 'edges', Uint32Array),
    attributes: numbersOf(packed, 'attributes', Uint8Array),
  };
}

function expectFormat({ head }: PackedFile, format: string): void {
  if (head['format'] !== format)
    throw new Error(`Expected a file of format ${format}, not ${String(head['format'])}`);
}

function textOf({ columns }: PackedFile, name: string): readonly string[] {
  const column = columns.get(name);
  if (!Array.isArray(column)) throw new Error(`The lexicon file has no text column ${name}`);
  return column as readonly string[];
}

function numbersOf<T>({ columns }: PackedFile, name: string, kind: new (n: number) => T): T {
  const column = columns.get(name);
  if (!(column instanceof kind)) throw new Error(`The lexicon file has no number column ${name}`);
  return column;
}

/** Offsets become the lengths between them, and lemma rows distances: small repeated numbers, which compress. */
const lengths = (values: Uint32Array): Uint32Array =>
  values.map((value, at) => value - (at === 0 ? 0 : (values[at - 1] ?? 0)));

function offsets(values: Uint32Array): Uint32Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}

const zigzag = (value: number): number => (value >= 0 ? value * 2 : -value * 2 - 1);
const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
const relative = (lemma: Uint32Array): Uint32Array => lemma.map((row, at) => zigzag(row - at));
const absolute = (packed: Uint32Array): Uint32Array =>
  packed.map((step, at) => at + unzigzag(step));
