import type { Dictation } from '../dossier/dictation';
import { newIdentifier } from '../dossier/identifier';
import type { Vault } from '../vault/vault';

const ORIGINAL_PIECE_BYTES = 4 * 1024 * 1024;

/** Names of files come decomposed from some systems; what is typed to find them does not. */
const nameOf = ({ name }: File): string =>
  (name.replace(/\.[^.]{1,5}$/, '') || name).normalize('NFC');

/** A file in pieces of a few megabytes, in order. */
export async function* piecesOfFile(file: Blob): AsyncGenerator<ArrayBuffer> {
  for (let start = 0; start < file.size; start += ORIGINAL_PIECE_BYTES) {
    yield await file.slice(start, start + ORIGINAL_PIECE_BYTES).arrayBuffer();
  }
}

/** Keeps the file as it came, before anything is understood of it. */
export async function keepOriginal(
  vault: Vault,
  file: File,
  origin: 'imported' | 'sample',
): Promise<Dictation> {
  const dictation: Dictation = {
    format: 1,
    id: newIdentifier(),
    name: nameOf(file),
    createdAt: Date.now(),
    priority: 'normal',
    origin,
    original: { kind: 'file', mimeType: file.type, bytes: file.size },
    sampleCount: 0,
    cutShort: false,
    state: { phase: 'importing' },
  };
  // First of all: what a full disk or a closed tab leaves half written can then be found and erased.
  await vault.dictations.put(dictation);
  try {
    let index = 0;
    for await (const piece of piecesOfFile(file)) {
      await vault.sounds.originals.write(dictation.id, index++, piece);
    }
  } catch (error) {
    await vault.dictations.purge(dictation.id);
    throw error;
  }
  return dictation;
}
