import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadLexicon } from '../../../terminology/lexicon/load';
import { packShippedSounds } from '../../../terminology/phonetic/load';

const data = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../../terminology/data', name));

test('the committed index by sound is that of the committed lexicon', async () => {
  const lexicon = await loadLexicon((name) => Promise.resolve(new Uint8Array(data(name))));
  for (const [name, bytes] of packShippedSounds(lexicon)) {
    expect(Buffer.compare(gunzipSync(data(name)), bytes), `${name}: run build/sounds.ts`).toBe(0);
  }
}, 60_000);
