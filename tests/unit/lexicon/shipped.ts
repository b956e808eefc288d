import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from '../../../terminology/lexicon/lexicon';
import { loadLexicon } from '../../../terminology/lexicon/load';

const ROOT = join(import.meta.dirname, '../../..');
const SHARED = process.env['PLUME_SHARED'] ?? join(ROOT, '..', 'shared');

export const bytesOf = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(path));

let shipped: Promise<Lexicon> | undefined;

/** The lexicon of `terminology/data/`, opened once a test file. */
export const shippedLexicon = (): Promise<Lexicon> =>
  (shipped ??= loadLexicon((name) =>
    Promise.resolve(bytesOf(join(ROOT, 'terminology/data', name))),
  ));

/** A file of the test material beside the repository, undefined where it is missing. */
export function sharedFile(path: string): string | undefined {
  const full = join(SHARED, path);
  return existsSync(full) ? full : undefined;
}
