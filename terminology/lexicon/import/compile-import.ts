import { collocations } from '../collocations';
import { compileLayer, type TermSpec, type WordSpec } from '../compile';
import { FLAG } from '../entry';
import { fold, lower } from '../fold';
import { LabelCounts, wordsOf } from '../label-counts';
import type { Layer, Source } from '../layer';
import type { Lexicon } from '../lexicon';
import { withLigatures } from '../ligatures';
import type { ImportedEntry, ImportedList } from './imported';

/** Words and terms as they are without any frequency known: ordinary for medicine. */
const BASE_WORD = 3;
const BASE_TERM = 2.8;
const MOST = 6.5;
/** A general word this frequent is no medical vocabulary, however often labels use it. */
const COMMON_ZIPF = 4.3;
const STRENGTHS_SHOWN = 8;

export interface CompileOptions {
  /** Name of the layer. */
  readonly name: string;
  /** Told the share done, 0 to 1. */
  readonly progress?: (share: number) => void;
}

/**
 * Compiles what a practice imported into a layer to put on top of the shipped lexicon, whose spellings win where the letters
 * are the same ("KARDEGIC" takes the accents of "Kardégic").
 */
export function compileImport(
  lists: readonly ImportedList[],
  base: Lexicon,
  { name, progress = () => undefined }: CompileOptions,
): Layer {
  const isWord = (form: string): boolean => base.general.has(form);
  const counts = new LabelCounts();
  for (const label of lists.flatMap(({ labels }) => labels))
    counts.add(label, (word) => withLigatures(word, isWord));
  const words: WordSpec[] = [];
  const terms: TermSpec[] = [];
  const substances = substancesOf(lists);
  lists.forEach((list, source) => {
    const context: Context = { base, counts, source, list };
    for (const entry of list.entries)
      if (!isGeneric(entry, base, substances)) addEntry(entry, context, words, terms);
    addLabelWords(context, words);
    progress((source + 0.7) / lists.length);
  });
  const medical = new Set(words.map(({ form }) => fold(form)));
  const isMedical = (word: string): boolean =>
    medical.has(fold(word)) || base.idsOf(word).length > 0;
  lists.forEach(({ labels }, source) => {
    for (const { form, count } of collocations(labels, isMedical))
      terms.push({
        form: termAsShipped(form, base),
        medical: BASE_TERM + Math.log10(count) / 2,
        categories: [],
        source,
      });
  });
  const layer = compileLayer({
    name,
    sources: lists.map(sourceOf),
    words,
    terms,
    labels: lists.flatMap(({ labels }) => labels),
    strengths: new Map(lists.flatMap(({ strengths }) => [...strengths])),
  });
  progress(1);
  return layer;
}

function substancesOf(lists: readonly ImportedList[]): Set<string> {
  const entries = lists.flatMap(({ entries: all }) => all);
  const substances = entries.filter(({ flags }) => (flags & FLAG.substance) !== 0);
  return new Set(substances.flatMap(({ form }) => [fold(form), ...fold(form).split(' ')]));
}

/** A generic is sold under the name of its substance: no brand, and its name is there already. */
function isGeneric(
  { form, flags }: ImportedEntry,
  base: Lexicon,
  substances: ReadonlySet<string>,
): boolean {
  if ((flags & FLAG.brand) === 0) return false;
  const [first = ''] = fold(form).split(' ');
  return (
    substances.has(first) || base.find(first).some((word) => (word.flags & FLAG.substance) !== 0)
  );
}

interface Context {
  readonly base: Lexicon;
  readonly counts: LabelCounts;
  readonly source: number;
  readonly list: ImportedList;
}

const sourceOf = ({ title, licence, date, rows }: ImportedList): Source =>
  date === undefined ? { name: title, licence, rows } : { name: title, licence, date, rows };

function addEntry(
  entry: ImportedEntry,
  context: Context,
  words: WordSpec[],
  terms: TermSpec[],
): void {
  const { base, source } = context;
  const note = entry.note ?? strengthNote(context.list, entry.form);
  if (/\s/.test(entry.form)) {
    terms.push({
      form: termAsShipped(entry.form, base),
      medical: BASE_TERM,
      categories: entry.categories,
      note,
      source,
    });
    if ((entry.flags & (FLAG.substance | FLAG.brand)) !== 0) addPartsOfDrug(entry, context, words);
    return;
  }
  const form = spelledAsShipped(entry.form, base);
  words.push({
    form,
    zipf: base.general.zipf(form),
    medical: Math.max(BASE_WORD, frequency(form, context)),
    categories: entry.categories,
    flags: entry.flags | (base.general.has(lower(form)) ? FLAG.general : 0),
    note,
    source,
  });
}

/** The words of "chlorhydrate de metformine" that general French does not know are drug words of their own. */
function addPartsOfDrug(entry: ImportedEntry, context: Context, words: WordSpec[]): void {
  for (const part of entry.form.split(/[\s,()/]+-?|(?<=^|\s)[ld]'/i)) {
    if (part.length < 4 || /\d/.test(part) || context.base.general.has(lower(part))) continue;
    addEntry(
      { ...entry, form: part },
      { ...context, list: { ...context.list, strengths: new Map() } },
      words,
      [],
    );
  }
}

function addLabelWords(context: Context, words: WordSpec[]): void {
  const { base, source, list } = context;
  const seen = new Set<string>();
  for (const label of list.labels)
    for (const word of wordsOf(label).map(lower)) {
      if (seen.has(word)) continue;
      seen.add(word);
      const form = context.counts.written(withLigatures(word, (part) => base.general.has(part)));
      const zipf = base.general.zipf(form);
      const medical = frequency(form, context);
      const isFavoured = base.general.has(form)
        ? zipf < COMMON_ZIPF && medical > zipf + 0.6
        : form.length >= 4;
      if (!isFavoured) continue;
      const flags =
        (base.general.has(form) ? FLAG.general : 0) | (form === lower(form) ? 0 : FLAG.capitalised);
      const spec = asShipped(form, base);
      words.push({ ...spec, zipf, medical, flags: flags | (spec.flags ?? 0), source });
    }
}

const frequency = (form: string, { counts }: Context): number => Math.min(MOST, counts.zipf(form));

function spelledAsShipped(form: string, base: Lexicon): string {
  if (base.general.has(form)) return form;
  return base.find(form)[0]?.form ?? form;
}

/** Each word of a term as the shipped lexicon spells it. */
const termAsShipped = (form: string, base: Lexicon): string =>
  form.replace(/[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu, (word) => spelledAsShipped(word, base));

/**
 * A word of a label with all that the shipped lexicon knows of it: a drug that an act names stays a drug, which is never written
 * in place of another.
 */
function asShipped(
  label: string,
  base: Lexicon,
): Pick<WordSpec, 'form' | 'categories' | 'gender' | 'number' | 'flags'> {
  const form = spelledAsShipped(label, base);
  const known = base.find(form).find((entry) => entry.form === form);
  if (known === undefined) return { form, categories: [] };
  const { categories, gender, number, flags } = known;
  return { form, categories, gender, number, flags };
}

function strengthNote({ strengths }: ImportedList, form: string): string | undefined {
  const known = strengths.get(form);
  if (known === undefined || known.length === 0) return undefined;
  const shown = known.slice(0, STRENGTHS_SHOWN).join(' ; ');
  return known.length > STRENGTHS_SHOWN ? `dosages : ${shown}…` : `dosages : ${shown}`;
}
