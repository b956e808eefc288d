import { categoriesOf, CATEGORIES, type Category } from '../category';
import { fold } from '../fold';
import { parseCsv } from './csv';
import { firstDamagedLine } from './decode';
import { type Parsed, type ImportedEntry, listOf, problem } from './imported';

/** Acts of the CCAM from the JSON of its open publication: an array of `{ code, libelle_long, date_debut }`. */
export function parseCcam(text: string): Parsed {
  let acts: unknown;
  try {
    acts = JSON.parse(text);
  } catch (error) {
    return problem(
      `Le fichier de la CCAM est incomplet ou abîmé : il ne se lit pas comme du JSON. Téléchargez-le de nouveau.`,
      lineOfJsonError(text, error),
    );
  }
  if (!Array.isArray(acts))
    return problem('Ce fichier JSON ne contient pas la liste des actes de la CCAM.', 1);
  const labels: string[] = [];
  for (const [at, act] of (acts as unknown[]).entries()) {
    if (!isAct(act))
      return problem(
        `L'acte numéro ${String(at + 1)} n'a pas de libellé : ce fichier n'est pas celui de la CCAM.`,
        at + 1,
      );
    labels.push(act.libelle_long);
  }
  const dates = (acts as Act[]).map(({ date_debut: date }) => date ?? '').sort();
  const list = listOf({
    title: 'CCAM',
    licence: 'Licence Ouverte 2.0 (ATIH, CNAM)',
    rows: labels.length,
    labels,
  });
  const date = dates.at(-1) ?? '';
  return { ok: true, list: date === '' ? list : { ...list, date } };
}

interface Act {
  readonly libelle_long: string;
  readonly date_debut?: string;
}

const isAct = (value: unknown): value is Act =>
  typeof value === 'object' &&
  value !== null &&
  'libelle_long' in value &&
  typeof value.libelle_long === 'string';

function lineOfJsonError(text: string, error: unknown): number | undefined {
  const position = error instanceof Error ? /position (\d+)/.exec(error.message)?.[1] : undefined;
  return position === undefined
    ? text.split('\n').length
    : text.slice(0, Number(position)).split('\n').length;
}

const ORPHANET_NAME = /<Name lang="fr">([^<]*)<\/Name>/;
const GROUP =
  /^(Classification |Groupe|Catégorie|Maladie$|Sous-type|Syndrome clinique$|Anomalie |Pathologie$)/;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Names of rare diseases from an Orphanet XML in French. */
export function parseOrphanet(text: string): Parsed {
  const names = new Set<string>();
  let open = 0;
  for (const [at, line] of text.split('\n').entries()) {
    if (line.includes('<Disorder ')) open = at + 1;
    if (line.includes('</Disorder>')) open = 0;
    const name = ORPHANET_NAME.exec(line)?.[1]?.replace(
      /&(\w+);/g,
      (all, entity: string) => ENTITIES[entity] ?? all,
    );
    if (name !== undefined && name !== '' && !GROUP.test(name)) names.add(name.trim());
  }
  if (!text.trimEnd().endsWith('</JDBOR>'))
    return problem(
      "Le fichier d'Orphanet s'arrête avant la fin : il est incomplet. Téléchargez-le de nouveau.",
      open === 0 ? text.split('\n').length : open,
    );
  if (names.size === 0)
    return problem("Ce fichier d'Orphanet ne contient aucun nom en français.", 1);
  const date = /ExtractionDate="(\d{4}-\d\d-\d\d)/.exec(text)?.[1];
  const labels = [...names];
  const entries = labels
    .filter(isSayable)
    .map((form) => ({ form, categories: ['pathology' as const], flags: 0 }));
  const list = listOf({
    title: 'Orphanet',
    licence: 'CC BY 4.0 (Orphanet, INSERM US14)',
    rows: names.size,
    labels,
    entries,
  });
  return { ok: true, list: date === undefined ? list : { ...list, date } };
}

const MOST_WORDS = 6;
const isSayable = (label: string): boolean =>
  label.split(/[\s'-]+/).length <= MOST_WORDS && !/[()[\],;:]/.test(label);

const TERM_HEADS = /^(terme?s?|libell|label|long|forme?|mots?|noms?|name)/;
const CATEGORY_HEADS = /^(cat[ée]gorie|type|category)/;
/** How a person may write a category, folded. */
const CATEGORY_NAMES: Readonly<Record<string, Category>> = {
  medicament: 'drug',
  anatomie: 'anatomy',
  pathologie: 'pathology',
  maladie: 'pathology',
  diagnostic: 'pathology',
  signe: 'sign',
  symptome: 'sign',
  acte: 'procedure',
  procedure: 'procedure',
  biologie: 'biology',
  analyse: 'biology',
  dispositif: 'device',
  materiel: 'device',
  abreviation: 'abbreviation',
  sigle: 'abbreviation',
};

const categoryNamed = (name: string): Category | undefined =>
  CATEGORY_NAMES[fold(name.trim()).replace(/s$/, '')] ??
  CATEGORIES.find((category) => category === name.trim());

/** Labels of CIM-10 from a CSV with columns `code` and `long` (or `libelle…`). */
export function parseCim10(text: string): Parsed {
  const parsed = parseTable(text);
  if (!Array.isArray(parsed)) return parsed;
  const labels = parsed.map(({ form }) => form);
  const entries = parsed
    .filter(({ form }) => isSayable(form))
    .map((entry) => ({ ...entry, categories: ['pathology' as const] }));
  return {
    ok: true,
    list: listOf({ title: 'CIM-10', licence: 'OMS, ATIH', rows: labels.length, labels, entries }),
  };
}

/** Terms of any CSV: the column named like a term, else the first; categories where a column names them. */
export function parseTerms(text: string): Parsed {
  const parsed = parseTable(text);
  if (!Array.isArray(parsed)) return parsed;
  return {
    ok: true,
    list: listOf({
      title: 'Tableau de termes',
      licence: 'à vous',
      rows: parsed.length,
      entries: parsed,
    }),
  };
}

/** One term a line, with its category after a tab if one likes; lines that begin with # are notes. */
export function parseLines(text: string): Parsed {
  const line = firstDamagedLine(text);
  if (line !== undefined) return notText(line);
  const entries: ImportedEntry[] = [];
  for (const [at, content] of text.split('\n').entries()) {
    if (content.trim() === '' || content.startsWith('#')) continue;
    const [form = '', category = ''] = content.split('\t');
    if (form.trim().length > LONGEST) return tooLong(at + 1);
    entries.push(entryOf(form, category));
  }
  if (entries.length === 0) return problem('Ce fichier ne contient aucun terme.', 1);
  return {
    ok: true,
    list: listOf({ title: 'Liste de termes', licence: 'à vous', rows: entries.length, entries }),
  };
}

const LONGEST = 250;

function parseTable(text: string): ImportedEntry[] | ReturnType<typeof problem> {
  const damagedLine = firstDamagedLine(text);
  if (damagedLine !== undefined) return notText(damagedLine);
  const [head = [], ...rows] = parseCsv(text.replace(/^\ufeff/, ''), separatorOf(text));
  const names = head.map((name) => fold(name.trim()));
  const named = names.findIndex((name) => TERM_HEADS.test(name));
  const column = Math.max(0, named);
  const category = names.findIndex((name) => CATEGORY_HEADS.test(name));
  const body = named < 0 && category < 0 ? [head, ...rows] : rows;
  const entries: ImportedEntry[] = [];
  for (const [at, cells] of body.entries()) {
    const form = cells[column]?.trim() ?? '';
    const line = at + (body === rows ? 2 : 1);
    if (form === '')
      return problem(`La ligne ${String(line)} n'a rien dans la colonne des termes.`, line);
    if (form.length > LONGEST) return tooLong(line);
    entries.push(entryOf(form, category < 0 ? '' : (cells[category] ?? '')));
  }
  return entries.length === 0 ? problem('Ce tableau ne contient aucun terme.', 1) : entries;
}

function entryOf(form: string, category: string): ImportedEntry {
  const known = categoryNamed(category);
  const categories = known === undefined ? categoriesOf(0) : [known];
  return { form: form.trim().replaceAll('’', "'"), categories, flags: 0 };
}

function separatorOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return ['\t', ';', ','].find((sign) => line.includes(sign)) ?? ',';
}

const tooLong = (line: number): ReturnType<typeof problem> =>
  problem(
    `La ligne ${String(line)} est trop longue pour un terme (plus de ${String(LONGEST)} signes).`,
    line,
  );

const notText = (line: number): ReturnType<typeof problem> =>
  problem(
    `La ligne ${String(line)} contient des signes illisibles : ce fichier n'est pas du texte, ou il est abîmé.`,
    line,
  );
