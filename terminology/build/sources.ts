import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Raw contents of the registry packages, unpacked as `README.md` says. */
export interface Packages {
  readonly affix: string;
  readonly dictionary: string;
  readonly wordFrequency: Uint8Array;
  /** ATC code → names without accents, brands in capitals. */
  readonly drugs: Readonly<Record<string, readonly string[]>>;
  readonly cim10: string;
  /** SHA-256 of each file read, by its path inside the folder. */
  readonly hashes: ReadonlyMap<string, string>;
}

export function readPackages(folder: string): Packages {
  const hashes = new Map<string, string>();
  const read = (path: string): Buffer => {
    const bytes = readFileSync(join(folder, path));
    hashes.set(path, createHash('sha256').update(bytes).digest('hex'));
    return bytes;
  };
  return {
    affix: read('dictionary-fr/index.aff').toString('utf8'),
    dictionary: read('dictionary-fr/index.dic').toString('utf8'),
    wordFrequency: read('wordfreq/data/large_fr.msgpack.gz'),
    drugs: JSON.parse(read('edsnlp/resources/drugs.json').toString('utf8')) as Packages['drugs'],
    cim10: gunzipSync(read('edsnlp/resources/cim10.csv.gz')).toString('utf8'),
    hashes,
  };
}
