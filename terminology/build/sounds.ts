import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadLexicon } from '../lexicon/load';
import { packShippedSounds } from '../phonetic/load';

const DATA_FOLDER = join(import.meta.dirname, '..', 'data');

/** Compiles the sounds of the committed lexicon: to be run after each build of it, or change of the pronunciation. */
const lexicon = await loadLexicon((name) =>
  Promise.resolve(new Uint8Array(readFileSync(join(DATA_FOLDER, name)))),
);
for (const [name, bytes] of packShippedSounds(lexicon)) {
  const packed = gzipSync(bytes, { level: 9 });
  writeFileSync(join(DATA_FOLDER, name), packed);
  console.log(`${name}: ${bytes.length} → ${packed.length} bytes`);
}
