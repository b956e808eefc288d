import { categoryMask, type Category } from './category';
import { FLAG, type Gender, type GrammaticalNumber, type LookAlikeKind } from './entry';
import { fold, foldKey } from './fold';
import {
  type BigramTable,
  type Layer,
  packGrammar,
  packZipf,
  type Source,
  type TermColumns,
  type WordColumns,
} from './layer';
import { buildTrie } from './term-trie';
import { tokenise } from './tokens';

export interface WordSpec {
  readonly form: string;
  readonly zipf?: number;
  readonly medical: number;
  readonly categories: readonly Category[];
  readonly gender?: Gender | undefined;
  readonly number?: GrammaticalNumber | undefined;
  /** Union of `FLAG` bits. */
  readonly flags?: number;
  /** Base form; the form itself when left out or absent from the layer. */
  readonly lemma?: string;
  readonly specialty?: string | undefined;
  readonly note?: string | undefined;
  /** Index into the sources of the layer. */
  readonly source: number;
}

export interface TermSpec {
  readonly form: string;
  readonly medical: number;
  readonly categories: readonly Category[];
  readonly gender?: Gender | undefined;
  readonly specialty?: string | undefined;
  readonly note?: string | undefined;
  readonly source: number;
}

export interface LayerSpec {
  readonly name: string;
  readonly sources: readonly Source[];
  readonly words: Iterable<WordSpec>;
  readonly terms: Iterable<TermSpec>;
  /** Labels whose neighbouring words are counted for `Lexicon.bigram`. */
  readonly labels?: Iterable<string>;
  readonly lookAlikes?: Iterable<LookAlikePair>;
  /** Marketed strengths by drug name. */
  readonly strengths?: ReadonlyMap<string, readonly string[]>;
}

/** Two words taken for one another, and why. */
export interface LookAlikePair {
  readonly forms: readonly [string, string];
  readonly kind: LookAlikeKind;
}

/** Keys a term is found by: its words folded, without plural, elided articles kept ("l"). */
const termKeys = (form: string): string[] => tokenise(form).map((token) => foldKey(token.text));

/** Compiles lists into the shape the lexicon reads. The same entries in any order give the same layer. */
export function compileLayer(spec: LayerSpec): Layer {
  const labels = new Labels();
  const words = mergeWords(spec.words);
  const terms = mergeTerms(spec.terms);
  const pairs = countPairs(spec.labels ?? []);
  const vocabulary = vocabularyOf(terms, pairs);
  const rowOfKey = new Map(vocabulary.map((key, row) => [key, row]));
  const sequences = terms.map(({ keys }) => keys.map((key) => rowOfKey.get(key) ?? 0));
  const order = terms.map((_, row) => row);
  order.sort((a, b) => compareSequences(sequences[a] ?? [], sequences[b] ?? []));
  const sorted = order.flatMap((row) => terms[row] ?? []);
  return {
    name: spec.name,
    sources: spec.sources,
    words: wordColumns(words, labels),
    terms: termColumns(
      sorted.map(({ spec: term }) => term),
      labels,
    ),
    vocabulary,
    trie: buildTrie(order.map((row) => sequences[row] ?? [])),
    bigrams: bigramTable(pairs, rowOfKey),
    lookAlikes: Array.from(spec.lookAlikes ?? [], ({ forms, kind }) =>
      [...forms, kind].join('\t'),
    ).sort(),
    strengths: strengthLines(spec.strengths ?? new Map()),
    labels: labels.all,
  };
}

function strengthLines(strengths: ReadonlyMap<string, readonly string[]>): string[] {
  const byName = new Map<string, Set<string>>();
  for (const [name, known] of strengths) {
    if (known.length === 0) continue;
    const all = byName.get(fold(name)) ?? new Set<string>();
    byName.set(fold(name), all);
    known.forEach((strength) => all.add(strength));
  }
  return [...byName].map(([name, known]) => `${name}\t${[...known].join(';')}`).sort();
}

class Labels {
  readonly all: string[] = [''];
  readonly #rows = new Map<string, number>([['', 0]]);

  rowOf(text: string | undefined): number {
    if (text === undefined) return 0;
    const there = this.#rows.get(text);
    if (there !== undefined) return there;
    if (this.all.length > 0xffff)
      throw new Error('More than 65,535 different notes in one lexicon layer');
    this.#rows.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function mergeWords(specs: Iterable<WordSpec>): WordSpec[] {
  const byForm = new Map<string, WordSpec>();
  for (const spec of specs) {
    const there = byForm.get(spec.form);
    byForm.set(spec.form, there === undefined ? spec : mergeWord(there, spec));
  }
  return [...byForm.values()].sort((a, b) => byCodeUnit(a.form, b.form));
}

function mergeWord(a: WordSpec, b: WordSpec): WordSpec {
  const onlyBoth = FLAG.inflection | FLAG.derived;
  const flagsA = a.flags ?? 0;
  const flagsB = b.flags ?? 0;
  const lead = (flagsA & onlyBoth) === 0 || (flagsB & onlyBoth) !== 0 ? a : b;
  const other = lead === a ? b : a;
  return {
    ...other,
    ...lead,
    zipf: Math.max(a.zipf ?? 0, b.zipf ?? 0),
    medical: Math.max(a.medical, b.medical),
    categories: [...new Set([...lead.categories, ...other.categories])],
    gender: lead.gender ?? other.gender,
    number: lead.number ?? other.number,
    specialty: lead.specialty ?? other.specialty,
    note: lead.note ?? other.note,
    flags: ((flagsA | flagsB) & ~onlyBoth) | (flagsA & flagsB & onlyBoth),
    lemma: lead.lemma ?? lead.form,
  };
}

interface KeyedTerm {
  readonly spec: TermSpec;
  readonly keys: readonly string[];
}

function mergeTerms(specs: Iterable<TermSpec>): KeyedTerm[] {
  const byKeys = new Map<string, KeyedTerm>();
  for (const spec of specs) {
    const keys = termKeys(spec.form);
    if (keys.length < 2) continue;
    const id = keys.join(' ');
    const there = byKeys.get(id);
    byKeys.set(
      id,
      there === undefined ? { spec, keys } : { spec: mergeTerm(there.spec, spec), keys },
    );
  }
  return [...byKeys.values()];
}

/** Among spellings of one term the shorter leads (the singular), then the first by code unit: order must not matter. */
function mergeTerm(a: TermSpec, b: TermSpec): TermSpec {
  const aLeads = a.form.length - b.form.length || byCodeUnit(a.form, b.form);
  const [lead, other] = aLeads <= 0 ? [a, b] : [b, a];
  return {
    ...lead,
    medical: Math.max(a.medical, b.medical),
    categories: [...new Set([...lead.categories, ...other.categories])],
    gender: lead.gender ?? other.gender,
    specialty: lead.specialty ?? other.specialty,
    note: lead.note ?? other.note,
    source: Math.min(a.source, b.source),
  };
}

function countPairs(labels: Iterable<string>): Map<string, Map<string, number>> {
  const pairs = new Map<string, Map<string, number>>();
  for (const label of labels) {
    let previous: string | undefined;
    for (const token of tokenise(label)) {
      const key = foldKey(token.text);
      if (previous !== undefined && token.joint !== 'break') {
        const after = pairs.get(previous) ?? new Map<string, number>();
        pairs.set(previous, after);
        after.set(key, (after.get(key) ?? 0) + 1);
      }
      previous = key;
    }
  }
  return pairs;
}

function vocabularyOf(
  terms: readonly KeyedTerm[],
  pairs: ReadonlyMap<string, ReadonlyMap<string, number>>,
): string[] {
  const keys = new Set<string>();
  for (const term of terms) for (const key of term.keys) keys.add(key);
  for (const [first, after] of pairs) {
    keys.add(first);
    for (const second of after.keys()) keys.add(second);
  }
  return [...keys].sort(byCodeUnit);
}

function compareSequences(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function wordColumns(words: readonly WordSpec[], labels: Labels): WordColumns {
  const rows = new Map(words.map(({ form }, row) => [form, row]));
  return {
    forms: words.map(({ form }) => form),
    zipf: Uint8Array.from(words, ({ zipf }) => packZipf(zipf ?? 0)),
    medical: Uint8Array.from(words, ({ medical }) => packZipf(medical)),
    categories: Uint8Array.from(words, ({ categories }) => categoryMask(categories)),
    flags: Uint16Array.from(words, ({ flags }) => flags ?? 0),
    grammar: Uint8Array.from(words, ({ gender, number }) => packGrammar(gender, number)),
    lemma: Uint32Array.from(words, ({ lemma }, row) => rows.get(lemma ?? '') ?? row),
    specialty: Uint16Array.from(words, ({ specialty }) => labels.rowOf(specialty)),
    note: Uint16Array.from(words, ({ note }) => labels.rowOf(note)),
    source: Uint8Array.from(words, ({ source }) => source),
  };
}

function termColumns(terms: readonly TermSpec[], labels: Labels): TermColumns {
  return {
    forms: terms.map(({ form }) => form),
    medical: Uint8Array.from(terms, ({ medical }) => packZipf(medical)),
    categories: Uint8Array.from(terms, ({ categories }) => categoryMask(categories)),
    grammar: Uint8Array.from(terms, ({ gender }) => packGrammar(gender)),
    specialty: Uint16Array.from(terms, ({ specialty }) => labels.rowOf(specialty)),
    note: Uint16Array.from(terms, ({ note }) => labels.rowOf(note)),
    source: Uint8Array.from(terms, ({ source }) => source),
  };
}

function bigramTable(
  pairs: ReadonlyMap<string, ReadonlyMap<string, number>>,
  rowOfKey: ReadonlyMap<string, number>,
): BigramTable {
  const first = new Uint32Array(rowOfKey.size + 1);
  const second: number[] = [];
  const count: number[] = [];
  let row = 0;
  for (const key of rowOfKey.keys()) {
    first[row++] = second.length;
    const after = [...(pairs.get(key) ?? [])].map(
      ([word, times]) => [rowOfKey.get(word) ?? 0, times] as const,
    );
    for (const [word, times] of after.sort((a, b) => a[0] - b[0])) {
      second.push(word);
      count.push(Math.min(255, times));
    }
  }
  first[row] = second.length;
  return { first, second: Uint32Array.from(second), count: Uint8Array.from(count) };
}
