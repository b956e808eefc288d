import { GeneralWords } from './general-words';
import type { Layer } from './layer';
import { unpackGraph, unpackLayer } from './layer-file';
import { Lexicon } from './lexicon';
import { gunzip } from './packed-file';

/** Compiled files of `terminology/data/`, in the order of the layers. CIM-10 may be left out. */
export const SHIPPED_FILES = {
  general: 'general.lex',
  layers: ['medical.lex', 'cim10.lex'],
} as const;

export type ReadBytes = (fileName: string) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Opens the shipped lexicon and puts the layers of the practice on top.
 * `read` brings the compressed bytes of a file of `terminology/data/`. Throws when a file is missing or damaged.
 */
export async function loadLexicon(
  read: ReadBytes,
  practice: readonly Layer[] = [],
): Promise<Lexicon> {
  const [general, ...layers] = await Promise.all([
    read(SHIPPED_FILES.general).then(gunzip).then(unpackGraph),
    ...SHIPPED_FILES.layers.map((name) => read(name).then(gunzip).then(unpackLayer)),
  ]);
  return new Lexicon(new GeneralWords(general), [...layers, ...practice]);
}
