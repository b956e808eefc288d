import { entered } from '../dossier/dictation';
import { availableModels } from '../engine/model-store';
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
    // Another tab may have erased the dictation meanwhile: nothing of it may come back.
    addWindow: async (window) => {
      if (await vault.dictations.get(window.dictationId)) await vault.transcripts.add(window);
    },
    speech: (dictation) => speechOf(vault, dictation),
    // A model that was taken away gives its place to the first: what is kept says which one heard.
    modelId: async (signal) => {
      const chosen = await vault.settings.get('modelId');
      const models = await availableModels(signal).catch(() => []);
      return (models.find(({ id }) => id === chosen) ?? models[0])?.id ?? chosen;
    },
  };
}
