import { decodeSound } from '../audio/decode';
import { playableSound } from '../audio/playable';
import { toInt16 } from '../audio/samples';
import { SPEECH_RATE_HZ, type Dictation } from '../dossier/dictation';
import type { Vault } from '../vault/vault';
import type { importFailures } from '../words/imports';
import { piecesOfFile } from './keep-original';
import { IMPORTED_PIECE_SECONDS } from './stored-sound';

type ImportFailure = keyof typeof importFailures;

/** Turns the kept file into speech for the recogniser; `undefined` when it went well. */
export async function decodeOriginal(
  signal: AbortSignal,
  vault: Vault,
  { id, original }: Dictation,
): Promise<ImportFailure | 'cancelled' | undefined> {
  if (original.kind !== 'file') return undefined;
  if ((await vault.sounds.originals.size(id)) < original.bytes) return 'interrupted';
  const { mimeType } = original;
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
  const playable = await playableSound(signal, file);
  if (playable !== file) {
    // Killed between the two writes, the next start must not take the smaller copy for a file cut short.
    const bytes = Math.min(original.bytes, playable.size);
    await vault.dictations.change(id, { original: { kind: 'file', mimeType, bytes } });
    await vault.sounds.originals.replace(id, await Array.fromAsync(piecesOfFile(playable)));
  }
  await vault.dictations.change(id, {
    original: { kind: 'file', mimeType: playable.type, bytes: playable.size },
    sampleCount: Math.round(decoded.seconds * SPEECH_RATE_HZ),
    cutShort: !decoded.isWhole,
    state: { phase: 'recorded' },
  });
  return undefined;
}
