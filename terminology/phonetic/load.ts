import { gunzip } from '../lexicon/packed-file';
import type { Lexicon } from '../lexicon/lexicon';
import type { ReadBytes } from '../lexicon/load';
import { packGeneralSounds, packSounds, unpackGeneralSounds, unpackSounds } from './sound-file';
import type { CompiledSounds } from './sound-lexicon';
import { compileGeneralSounds, compileSounds } from './sound-table';

/** Compiled sounds of the shipped lexicon, in `terminology/data/` beside its files, gzipped. */
const SHIPPED_SOUNDS = {
  general: 'general.sounds',
  layers: ['medical.sounds', 'cim10.sounds'],
} as const;

/** The files of `SHIPPED_SOUNDS` for a shipped lexicon, before compression: made whenever its files are. */
export function packShippedSounds(lexicon: Lexicon): Map<string, Uint8Array<ArrayBuffer>> {
  const files = new Map([
    [SHIPPED_SOUNDS.general as string, packGeneralSounds(compileGeneralSounds(lexicon.general))],
  ]);
  lexicon.layers.forEach((layer, at) => {
    const name = SHIPPED_SOUNDS.layers[at];
    if (name !== undefined) files.set(name, packSounds(compileSounds(layer)));
  });
  return files;
}

/** Opens the compiled sounds. Throws when a file is missing or damaged. */
export async function loadSounds(read: ReadBytes): Promise<CompiledSounds> {
  const [general, ...layers] = await Promise.all([
    read(SHIPPED_SOUNDS.general).then(gunzip).then(unpackGeneralSounds),
    ...SHIPPED_SOUNDS.layers.map((name) => read(name).then(gunzip).then(unpackSounds)),
  ]);
  return { general, layers };
}
