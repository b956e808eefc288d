import { entered } from '../dossier/dictation';
import type { QueueStore } from '../engine/transcription-queue';
import type { Vault } from '../vault/vault';
import { speechOf } from './stored-sound';

/** The vault as the transcription queue sees it. */
export function queueStore(vault: Vault): QueueStore {
  return {
    all: vault.dictations.all,
    setState: (id, state) =>
      vault.dictations.change(id, (now) => entered(now, state, { at: Date.now() })),
    windows: vault.transcripts.windows,
    addWindow: vault.transcripts.add,
    speech: (dictation) => speechOf(vault, dictation),
    modelId: () => vault.settings.get('modelId'),
  };
}
