import type { Packages } from './sources';

export interface ListedSource {
  readonly file: string;
  readonly origin: string;
  readonly date: string;
  readonly licence: string;
  readonly rows: number;
  readonly hash: string;
}

interface Registry {
  readonly origin: string;
  readonly date: string;
  readonly licence: string;
}

const REGISTRY: readonly (readonly [RegExp, Registry])[] = [
  [
    /^dictionary-fr/,
    {
      origin: 'npm `dictionary-fr` 3.0.0 (Grammalecte « Classique » 7.5)',
      date: '2024-12-13',
      licence: 'MPL-2.0',
    },
  ],
  [
    /^wordfreq/,
    {
      origin: 'PyPI `wordfreq` 3.1.1, French list, large',
      date: 'not told by the package',
      licence: 'data CC BY-SA 4.0, code Apache-2.0',
    },
  ],
  [
    /cim10/,
    {
      origin: 'PyPI `edsnlp` 0.23.0 (labels: WHO, ATIH)',
      date: '2026-09-22',
      licence: 'BSD-3-Clause; labels verbatim, removable',
    },
  ],
  [/drugs\.json/, { origin: 'PyPI `edsnlp` 0.23.0', date: '2026-09-22', licence: 'BSD-3-Clause' }],
];

export const OWN_LISTS = {
  origin: 'written for Plume from knowledge of the field',
  date: '2026-11-22',
  licence: 'MIT',
} as const;

export function registrySources(
  packages: Packages,
  rows: ReadonlyMap<string, number>,
): ListedSource[] {
  return [...packages.hashes].map(([file, hash]) => {
    const registry = REGISTRY.find(([pattern]) => pattern.test(file))?.[1];
    if (registry === undefined) throw new Error(`No origin is told for ${file}`);
    return { file, ...registry, rows: rows.get(file) ?? 0, hash };
  });
}

export interface Compiled {
  readonly file: string;
  readonly contents: string;
  readonly bytes: number;
  readonly hash: string;
}

/** `terminology/data/SOURCES.md`: what each list is and what was made of it. */
export function sourcesReport(
  sources: readonly ListedSource[],
  compiled: readonly Compiled[],
): string {
  return `# Where the lexicon comes from

Made by \`terminology/build/build.ts\`; do not edit. Notices are in DATA-NOTICES.md. No official file (BDPM, CCAM, Orphanet), no clinical
text and no third-party terminology other than those below is in the data; the official files are imported by the practice itself.

## Lists

| List | Origin | Date | Licence | Rows | SHA-256 |
| --- | --- | --- | --- | ---: | --- |
${sources.map((row) => `| \`${row.file}\` | ${row.origin} | ${row.date} | ${row.licence} | ${String(row.rows)} | \`${row.hash}\` |`).join('\n')}

## Compiled files

SHA-256 of the contents before gzip, which may differ from one zlib to another.

| File | Contents | Bytes, gzipped | SHA-256 |
| --- | --- | ---: | --- |
${compiled.map((row) => `| \`${row.file}\` | ${row.contents} | ${String(row.bytes)} | \`${row.hash}\` |`).join('\n')}
`;
}
