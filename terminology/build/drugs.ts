import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LISTS_FOLDER, tsvRows } from './lists';

export interface DrugName {
  readonly form: string;
  readonly kind: 'substance' | 'brand' | 'label';
  readonly note: string | undefined;
}

const ACCENTS_FILE = join(LISTS_FOLDER, '_drugs-accents.tsv');

/**
 * Names of edsnlp with the accents our own list restores. A brand's note names its substance, which shares its ATC code; other
 * notes are the class our list gives. Names our list leaves out are generics in
 * capitals ("ACIDE FOLIQUE"), sold under the name of their substance.
 */
export function readDrugs(drugs: Readonly<Record<string, readonly string[]>>): DrugName[] {
  const accents = new Map(
    tsvRows(readFileSync(ACCENTS_FILE, 'utf8')).map((cells) => [cells[0] ?? '', cells] as const),
  );
  const names = new Map<string, DrugName>();
  for (const [, list] of Object.entries(drugs).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const substance = rowsOfKind(list, accents, 'substance')[0];
    for (const name of list) {
      const row = accents.get(name);
      if (row === undefined) continue;
      const [, form = '', kind = '', drugClass = ''] = row;
      if (kind !== 'substance' && kind !== 'brand' && kind !== 'label') continue;
      const facts = [kind === 'brand' ? substance : undefined, drugClass].filter(Boolean);
      const note = facts.length === 0 ? undefined : facts.join(', ');
      const there = names.get(form);
      if (there === undefined) names.set(form, { form: form.replaceAll('’', "'"), kind, note });
    }
  }
  return [...names.values()];
}

function rowsOfKind(
  list: readonly string[],
  accents: ReadonlyMap<string, readonly string[]>,
  kind: string,
): string[] {
  return list.flatMap((name) => {
    const row = accents.get(name);
    return row?.[2] === kind ? [row[1] ?? ''] : [];
  });
}
