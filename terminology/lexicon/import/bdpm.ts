import { FLAG } from '../entry';
import { fold } from '../fold';
import { undouble } from './decode';
import { type Parsed, type ImportedEntry, listOf, problem } from './imported';

const TITLE = 'Base de données publique des médicaments';
const LICENCE = 'Licence Ouverte 2.0 (ANSM, HAS, UNCAM)';
const NAME_COLUMNS = 12;
const SUBSTANCE_COLUMNS = 8;
const HOMEOPATHY = /hom[ée]o/i;
const DILUTION = /\d ?(CH|DH)\b/;
/** Words of a name that are not part of the brand. */
const NOT_BRAND = new Set(
  'lp lm conseil lab enfant enfants enfan adulte adultes nourrisson nourrissons sans sucre solution labo sante pharma'.split(
    ' ',
  ),
);
/** Start of strength, form or use: the brand stands before it. */
const BRAND_END = /^(\d|pour$|cent$|et$|en$|a$|au$|du$|de$|des$|d'|l'|par$|sans$|\()/;

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

/** Rows of a tab-separated file, or the line number of the first that is too short. */
function rowsOf(text: string, columns: number): Row[] | number {
  const rows: Row[] = [];
  const lines = text.split('\n');
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = line.split('\t').map((cell) => undouble(cell).trim());
    if (cells.length < columns || !/^\d{8}$/.test(cells[0] ?? '')) return at + 1;
    rows.push({ cells, line: at + 1 });
  }
  return rows;
}

const damaged = (file: string, line: number): Parsed =>
  problem(
    `La ligne ${String(line)} de ${file} n'a pas la forme attendue : le fichier est abîmé ou incomplet. Téléchargez-le de nouveau.`,
    line,
  );

/** Brands of `CIS_bdpm.txt`: homeopathy skipped, names of laboratories, strengths and forms taken off. */
export function parseBdpmNames(text: string): Parsed {
  const rows = rowsOf(text, NAME_COLUMNS);
  if (typeof rows === 'number') return damaged('CIS_bdpm.txt', rows);
  const kept = rows.filter(({ cells }) => !HOMEOPATHY.test(`${cells[1] ?? ''} ${cells[5] ?? ''}`));
  const makers = makersOf(kept);
  const brands = new Map<string, ImportedEntry>();
  for (const { cells } of kept) {
    const form = brandOf(cells[1] ?? '', makers);
    if (form === undefined || brands.has(form)) continue;
    brands.set(form, { form, categories: ['drug'], flags: FLAG.brand | FLAG.capitalised });
  }
  return {
    ok: true,
    list: listOf({
      title: TITLE,
      licence: LICENCE,
      rows: rows.length,
      entries: [...brands.values()],
    }),
  };
}

/** Words of the marketing companies' names that end many drug names ("SANDOZ"); a company named after its drug does not count. */
function makersOf(rows: readonly Row[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const name = (cells[1] ?? '').split(/[ ,/]/).map(fold);
    for (const word of new Set((cells[10] ?? '').split(/[^\p{L}]+/u).map(fold)))
      if (word.length >= 2 && name.indexOf(word) > 0) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([word]) => word));
}

function brandOf(name: string, makers: ReadonlySet<string>): string | undefined {
  const [head = ''] = name.replace(/<[^>]*>/g, '').split(/[,(]/);
  if (head.includes('/')) return undefined;
  const words: string[] = [];
  for (const [at, word] of head.trim().split(/\s+/).entries()) {
    const key = fold(word);
    if (at > 0 && (BRAND_END.test(key) || makers.has(key) || NOT_BRAND.has(key))) break;
    words.push(word);
  }
  const form = words.map(capitalised).join(' ');
  return /\p{L}{3}/u.test(form) && !/^\d/.test(form) ? form : undefined;
}

/** "KARDEGIC" → "Kardegic", "HUMALOG KWIKPEN" → "Humalog Kwikpen"; short tokens with digits keep their capitals. */
const capitalised = (word: string): string =>
  /\d/.test(word) || word.length <= 2
    ? word
    : word.replace(/\p{L}+/gu, (run) => run.charAt(0) + run.slice(1).toLowerCase());

/** Substances and strengths of `CIS_COMPO_bdpm.txt`, homeopathy skipped. */
export function parseBdpmSubstances(text: string): Parsed {
  const rows = rowsOf(text, SUBSTANCE_COLUMNS);
  if (typeof rows === 'number') return damaged('CIS_COMPO_bdpm.txt', rows);
  const strengths = new Map<string, Set<string>>();
  for (const { cells } of rows) {
    const [, , , name = '', strength = ''] = cells;
    if (HOMEOPATHY.test(name) || DILUTION.test(strength)) continue;
    const form = name.toLowerCase().replace(/\s+/g, ' ');
    if (!/\p{L}{3}/u.test(form)) continue;
    const known = strengths.get(form) ?? new Set<string>();
    strengths.set(form, known);
    if (/^\d/.test(strength)) known.add(strength);
  }
  const entries = [...strengths.keys()].map((form) => ({
    form,
    categories: ['drug' as const],
    flags: FLAG.substance,
  }));
  const marketed = new Map([...strengths].map(([form, known]) => [form, [...known].sort()]));
  return {
    ok: true,
    list: listOf({
      title: `${TITLE} (compositions)`,
      licence: LICENCE,
      rows: rows.length,
      entries,
      strengths: marketed,
    }),
  };
}
