import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileImport } from '../../../terminology/lexicon/import/compile-import';
import type { ImportedList } from '../../../terminology/lexicon/import/imported';
import { readDropped } from '../../../terminology/lexicon/import/recognise';
import { Lexicon } from '../../../terminology/lexicon/lexicon';
import { UsageReader } from '../../../terminology/lexicon/usage-reader';
import { loadLexicon } from '../../../terminology/lexicon/load';

const DATA = join(import.meta.dirname, '../../../terminology/data');

export const shippedLexicon = (): Promise<Lexicon> =>
  loadLexicon((name) => Promise.resolve(bytesOf(join(DATA, name))));

/** The shipped lexicon with the official files of a folder on top, as a practice would drop them. */
export async function withOfficialFiles(shipped: Lexicon, folder: string): Promise<Lexicon> {
  const lists: ImportedList[] = [];
  for (const path of officialFiles(folder)) {
    const read = await readDropped({ name: path, bytes: bytesOf(path) });
    if (!read.ok) throw new Error(`${path}: ${read.sentence}`);
    lists.push(read.list);
  }
  const layer = compileImport(lists, shipped, { name: 'practice' });
  return new Lexicon(shipped.general, [...shipped.layers, layer]);
}

/** The lexicon of a practice that has signed these reports. */
export function withUsage(shipped: Lexicon, reports: readonly string[]): Lexicon {
  const reader = new UsageReader(shipped);
  const counts = new Map<string, number>();
  for (const form of reports.flatMap((report) => reader.of(report, [])))
    counts.set(form, (counts.get(form) ?? 0) + 1);
  return new Lexicon(shipped.general, shipped.layers, { reports: reports.length, counts });
}

const OFFICIAL = ['bdpm/CIS_bdpm.txt', 'bdpm/CIS_COMPO_bdpm.txt', 'ccam/ccam_actes.json.gz'];

function officialFiles(folder: string): string[] {
  const orphanet = join(folder, 'orphanet');
  const diseases = existsSync(orphanet)
    ? readdirSync(orphanet)
        .sort()
        .map((name) => join(orphanet, name))
    : [];
  return [...OFFICIAL.map((name) => join(folder, name)), ...diseases];
}

const bytesOf = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));
