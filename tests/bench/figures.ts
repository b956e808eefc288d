import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Figures by name, of one bench. */
export type Figures = Readonly<Record<string, number>>;

type BenchFigures = Record<string, Figures>;

const path = process.env.PLUME_FIGURES;

export const readFigures = (file: string): BenchFigures =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as BenchFigures) : {};

/** Keeps figures for `npm run bench`, which publishes them; does nothing when a bench is run by itself. */
export function recordFigures(bench: string, figures: Figures): void {
  if (path === undefined) return;
  const all = readFigures(path);
  all[bench] = { ...all[bench], ...figures };
  writeFileSync(path, JSON.stringify(all));
}
