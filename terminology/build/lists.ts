import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES, type Category } from '../lexicon/category';
import type { Gender } from '../lexicon/entry';

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
  /** Marketed strengths of a drug ("500 mg"), as far as we know them. */
  readonly strengths: readonly string[];
}

export type DrugKind = 'substance' | 'brand' | 'class';
const DRUG_KINDS: readonly DrugKind[] = ['substance', 'brand', 'class'];

export interface List {
  readonly name: string;
  readonly hash: string;
  readonly rows: readonly ListRow[];
}

const GENDERS: Readonly<Record<string, Gender>> = { m: 'm', f: 'f', mf: 'mf' };
export const LISTS_FOLDER = join(import.meta.dirname, 'lists');

export function readLists(): List[] {
  return readdirSync(LISTS_FOLDER)
    .filter((file) => file.endsWith('.tsv') && !file.startsWith('_'))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(LISTS_FOLDER, file));
      const rows = tsvRows(bytes.toString('utf8')).map((cells, at) =>
        rowOf(cells, `${file}, line ${String(at + 1)}`),
      );
      return { name: file.replace('.tsv', ''), hash: sha256(bytes), rows };
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

function rowOf(cells: readonly string[], where: string): ListRow {
  const [form = '', kind = '', gender = '', specialty = '', extra = '', strengths = ''] = cells;
  const category = CATEGORIES.find((name) => name === kind);
  const drugKind = DRUG_KINDS.find((name) => name === specialty);
  if (form === '' || (category === undefined && kind !== 'adjective'))
    throw new Error(`${where}: unknown category « ${kind} » for « ${form} »`);
  return {
    form: form.replaceAll('’', "'"),
    category: category ?? (specialty.startsWith('anatomie') ? 'anatomy' : undefined),
    adjective: kind === 'adjective',
    gender: GENDERS[gender],
    specialty: given(drugKind === undefined ? specialty : ''),
    extra: given(extra),
    drugKind: category === 'drug' ? (drugKind ?? 'substance') : undefined,
    strengths: strengths
      .split(';')
      .map((strength) => strength.trim())
      .filter((strength) => /^\d/.test(strength)),
  };
}
