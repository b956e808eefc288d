import { toFloat32 } from '../audio/samples';
import { SPEECH_RATE_HZ, type Dictation } from '../dossier/dictation';
import type { SpeechSource } from '../engine/transcriber';
import type { QueueStore } from '../engine/transcription-queue';
import type { Vault } from '../vault/vault';

/** Length of the pieces in which imported speech is kept; all but the last have it. */
export const IMPORTED_PIECE_SECONDS = 10;

const PIECE_SAMPLES = IMPORTED_PIECE_SECONDS * SPEECH_RATE_HZ;

/** Stored speech as the recogniser reads it: any stretch, without the rest. */
function speechOf(vault: Vault, { id, sampleCount }: Dictation): SpeechSource {
  return {
    sampleCount,
    read: async (start, count) => {
      const samples = new Float32Array(Math.min(count, sampleCount - start));
      for (let done = 0; done < samples.length;) {
        const index = Math.floor((start + done) / PIECE_SAMPLES);
        const stored = await vault.sounds.speech.read(id, index);
        const offset = start + done - index * PIECE_SAMPLES;
        const piece = toFloat32(new Int16Array(stored ?? new ArrayBuffer(0)).subarray(offset));
        if (piece.length === 0) break;
        samples.set(piece.subarray(0, samples.length - done), done);
        done += piece.length;
      }
      return samples;
    },
  };
}

/** The sound as it came, for the player. */
export async function playableSound(vault: Vault, dictationId: string): Promise<Blob> {
  const original = (await vault.dictations.get(dictationId))?.original;
  return vault.sounds.originals.blob(
    dictationId,
    original?.kind === 'file' ? original.mimeType : 'audio/wav',
  );
}

export async function waveform(vault: Vault, { id }: Dictation): Promise<Uint8Array> {
  return new Uint8Array((await vault.sounds.peaks.read(id, 0)) ?? new ArrayBuffer(0));
}

/** The vault as the transcription queue sees it. */
export function queueStore(vault: Vault): QueueStore {
  return {
    all: vault.dictations.all,
    setState: (id, state) => vault.dictations.change(id, { state }),
    windows: vault.transcripts.windows,
    addWindow: vault.transcripts.add,
    speech: (dictation) => speechOf(vault, dictation),
    modelId: () => vault.settings.get('modelId'),
  };
}
