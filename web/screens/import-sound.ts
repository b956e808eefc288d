import { decodeSound } from '../audio/decode';
import { toInt16 } from '../audio/samples';
import { SPEECH_RATE_HZ, type Dictation } from '../dossier/dictation';
import { newIdentifier } from '../dossier/identifier';
import type { Vault } from '../vault/vault';
import type { importFailures } from '../words/imports';
import { IMPORTED_PIECE_SECONDS } from './stored-sound';

export type ImportFailure = keyof typeof importFailures;

const ORIGINAL_PIECE_BYTES = 4 * 1024 * 1024;

const withoutExtension = (name: string): string => name.replace(/\.[^.]{1,5}$/, '') || name;

/** Keeps the file as it came, before anything is understood of it. */
export async function keepOriginal(
  vault: Vault,
  file: File,
  origin: 'imported' | 'sample',
): Promise<Dictation> {
  const dictation: Dictation = {
    format: 1,
    id: newIdentifier(),
    name: withoutExtension(file.name),
    createdAt: Date.now(),
    priority: 'normal',
    origin,
    original: { kind: 'file', mimeType: file.type, bytes: file.size },
    sampleCount: 0,
    cutShort: false,
    state: { phase: 'importing' },
  };
  const { originals } = vault.sounds;
  for (let start = 0, index = 0; start < file.size; start += ORIGINAL_PIECE_BYTES, index += 1) {
    const piece = file.slice(start, start + ORIGINAL_PIECE_BYTES);
    await originals.write(dictation.id, index, await piece.arrayBuffer());
  }
  await vault.dictations.put(dictation);
  return dictation;
}

/** Turns the kept file into speech for the recogniser; `undefined` when it went well. */
export async function decodeOriginal(
  signal: AbortSignal,
  vault: Vault,
  { id, original }: Dictation,
): Promise<ImportFailure | 'cancelled' | undefined> {
  const mimeType = original.kind === 'file' ? original.mimeType : '';
  const file = await vault.sounds.originals.blob(id, mimeType);
  const pieces = decodeSound(signal, file, { pieceSeconds: IMPORTED_PIECE_SECONDS });
  let step = await pieces.next();
  for (; !step.done; step = await pieces.next()) {
    const { index, samples } = step.value;
    await vault.sounds.speech.write(id, index, toInt16(samples).buffer);
  }
  const decoded = step.value;
  if (!decoded.ok) return decoded.kind;
  await vault.sounds.peaks.write(id, 0, decoded.peaks.buffer);
  await vault.dictations.change(id, {
    sampleCount: Math.round(decoded.seconds * SPEECH_RATE_HZ),
    cutShort: !decoded.isWhole,
    state: { phase: 'recorded' },
  });
  return undefined;
}
