import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES, type Category } from '../lexicon/category';
import type { LookAlikePair } from '../lexicon/compile';
import { type Gender, LOOK_ALIKE_KINDS } from '../lexicon/entry';

/** A line of one of our own lists: `form<TAB>category<TAB>gender<TAB>specialty[<TAB>extra]`. */
export interface ListRow {
  readonly form: string;
  /** None for adjectives that are not of one category ("aigu"). */
  readonly category: Category | undefined;
  readonly adjective: boolean;
  readonly gender: Gender | undefined;
  readonly specialty: string | undefined;
  /** Feminine of an adjective, expansion of an abbreviation, unit of an analyte: depends on the list. */
  readonly extra: string | undefined;
  /** Kind of drug name, given in place of the specialty. */
  readonly drugKind: DrugKind | undefined;
  /** Abbreviation with several readings. */
  readonly isDangerous: boolean;
  /** Marketed strengths of a drug ("500 mg"), as far as we know them. */
  readonly strengths: readonly string[];
}

export type DrugKind = 'substance' | 'brand' | 'class';
const DRUG_KINDS: readonly DrugKind[] = ['substance', 'brand', 'class'];

export interface List {
  readonly name: string;
  readonly rows: readonly ListRow[];
}

/** Pairs of `_confusions.tsv`: form, form, kind. */
export function readLookAlikes(): LookAlikePair[] {
  return tsvRows(readFileSync(join(LISTS_FOLDER, '_confusions.tsv'), 'utf8')).map(
    ([a = '', b = '', named], at) => {
      const kind = LOOK_ALIKE_KINDS.find((name) => name === named);
      if (kind === undefined)
        throw new Error(`_confusions.tsv, line ${String(at + 1)}: unknown kind « ${named ?? ''} »`);
      return { forms: [a, b], kind };
    },
  );
}

/** Verbs in -er of medicine from `_verbs.tsv` (infinitive). */
export const readVerbs = (): string[] =>
  tsvRows(readFileSync(join(LISTS_FOLDER, '_verbs.tsv'), 'utf8')).map(
    ([infinitive = '']) => infinitive,
  );

/** Names of people and places that general French does not have, from `_proper-names.tsv` (name, kind). */
export const readProperNames = (): string[] =>
  tsvRows(readFileSync(join(LISTS_FOLDER, '_proper-names.tsv'), 'utf8')).map(([name = '']) => name);

/** Names of drug classes from `_drug-classes.tsv`: name, ending of the substances, examples. */
export const readDrugClasses = (): { form: string; note: string }[] =>
  tsvRows(readFileSync(join(LISTS_FOLDER, '_drug-classes.tsv'), 'utf8')).map(
    ([form = '', ending = '', examples = '']) => ({
      form,
      note: [ending, examples].filter(Boolean).join(' : '),
    }),
  );

const GENDERS: Readonly<Record<string, Gender>> = { m: 'm', f: 'f', mf: 'mf' };
export const LISTS_FOLDER = join(import.meta.dirname, 'lists');

export function readLists(): List[] {
  return readdirSync(LISTS_FOLDER)
    .filter((file) => file.endsWith('.tsv') && !file.startsWith('_'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(LISTS_FOLDER, file), 'utf8');
      const rows = tsvRows(text).map((cells, at) =>
        rowOf(cells, `${file}, line ${String(at + 1)}`),
      );
      return { name: file.replace('.tsv', ''), rows };
    });
}

export const tsvRows = (text: string): string[][] =>
  text
    .normalize('NFC')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const given = (cell: string): string | undefined =>
  cell === '' || cell === '-' ? undefined : cell;

/** Kinds our lists use beside the categories, with the category they are shown as, if any. */
const OTHER_KINDS: ReadonlyMap<string, Category | undefined> = new Map([
  ['adjective', undefined],
  ['eponym', undefined],
  ['pharmacy', undefined],
  ['score', 'procedure'],
  ['oncology', 'procedure'],
]);
/** Specialties under which everyday words and phrases of reports are listed: shown as no category. */
const PROSE = new Set(['prose clinique', 'adverbes', 'verbes', 'noms généraux', 'phrases dictées']);

function rowOf(cells: readonly string[], where: string): ListRow {
  const [form = '', kind = '', gender = '', specialty = '', extra = '', last = ''] = cells;
  const category = CATEGORIES.find((name) => name === kind);
  const drugKind = DRUG_KINDS.find((name) => name === specialty);
  if (form === '' || (category === undefined && !OTHER_KINDS.has(kind)))
    throw new Error(`${where}: unknown category « ${kind} » for « ${form} »`);
  return {
    form: form.replaceAll('’', "'"),
    category: PROSE.has(specialty) ? undefined : (category ?? OTHER_KINDS.get(kind)),
    adjective: kind === 'adjective',
    gender: GENDERS[gender],
    specialty: given(drugKind === undefined ? specialty : ''),
    extra: given(extra),
    drugKind: category === 'drug' ? (drugKind ?? 'substance') : undefined,
    isDangerous: last === 'dangerous',
    strengths: last
      .split(';')
      .map((strength) => strength.trim())
      .filter((strength) => /^\d/.test(strength)),
  };
}
