import type { Dictation } from '../dossier/dictation';
import { isOutOfSpace } from '../dossier/out-of-space';
import { askForDurableStorage } from '../offline/registration';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { listWords } from '../words/dictations';
import { importWords } from '../words/imports';
import { shellWords } from '../words/shell';
import { keepOriginal } from './keep-original';
import type { Router } from './route.svelte';
import type { StorageWatch } from './storage-watch';

const SAMPLE_ADDRESS = '/sample/courrier-endocrinologie.ogg';

interface Surroundings {
  readonly vault: Vault;
  readonly messages: Messages;
  readonly router: Router;
  readonly storage: StorageWatch;
  readonly closing: AbortSignal;
  /** Keeps the vault open until the work is done. */
  readonly holdOpen: (work: Promise<unknown>) => void;
}

type Origin = 'imported' | 'sample';

/** Sound files on their way in: kept as they came, then decoded for the recogniser. */
export class SoundImports {
  readonly #around: Surroundings;
  #hasAskedForStorage = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** A bad file says why and the others go on; all are kept before the first is decoded. */
  async import(files: readonly File[], origin: Origin = 'imported'): Promise<void> {
    if (files.length === 0) return;
    void this.#askForStorage();
    const keeping = this.#keepAll(files, origin);
    this.#around.holdOpen(keeping);
    const kept = await keeping;
    const [only] = kept;
    if (only && files.length === 1) this.#around.router.go({ screen: 'dictation', id: only.id });
    for (const dictation of kept) await this.#decodeUnlessElsewhere(dictation);
    void this.#around.storage.look();
  }

  async trySample(): Promise<void> {
    const response = await fetch(SAMPLE_ADDRESS).catch(() => undefined);
    if (!response?.ok) {
      this.#around.messages.alert(importWords.noSample);
      return;
    }
    const file = new File([await response.blob()], listWords.sampleName, { type: 'audio/ogg' });
    await this.import([file], 'sample');
  }

  /** Decodes what an ended session has left kept but not decoded. */
  takeUp(dictations: readonly Dictation[]): void {
    for (const dictation of dictations) {
      if (dictation.state.phase === 'importing') void this.#decodeUnlessElsewhere(dictation);
    }
  }

  /** Once a session: the answer seldom changes, and then by a person's own doing. */
  async #askForStorage(): Promise<void> {
    if (this.#hasAskedForStorage) return;
    this.#hasAskedForStorage = true;
    if (!(await askForDurableStorage())) this.#around.messages.tell(shellWords.notStored);
  }

  async #keepAll(files: readonly File[], origin: Origin): Promise<readonly Dictation[]> {
    const kept: Dictation[] = [];
    for (const file of files) {
      const dictation = await this.#keep(file, origin);
      if (dictation) kept.push(dictation);
    }
    return kept;
  }

  async #keep(file: File, origin: Origin): Promise<Dictation | undefined> {
    const { vault, messages, storage } = this.#around;
    try {
      if (await storage.isFull()) throw new Error('no room for a new dictation');
      return await keepOriginal(vault, file, origin);
    } catch {
      messages.alert(importWords.failed(file.name, 'storage-full'));
      return undefined;
    }
  }

  /** Another tab may be at it. */
  #decodeUnlessElsewhere = (dictation: Dictation): Promise<void> =>
    navigator.locks.request(`plume-import-${dictation.id}`, { ifAvailable: true }, async (lock) => {
      if (lock) await this.#decode(dictation);
    });

  /** A file that gives no sound leaves nothing behind but a sentence; after any other fault it is kept for a next try. */
  async #decode(dictation: Dictation): Promise<void> {
    const { vault, messages, router, closing } = this.#around;
    try {
      // The decoders of every format weigh half of the application: they come when a file does.
      const { decodeOriginal } = await import('./decode-original');
      const failure = await decodeOriginal(closing, vault, dictation).catch((error: unknown) => {
        if (isOutOfSpace(error)) return 'storage-full' as const;
        throw error;
      });
      if (failure === undefined || failure === 'cancelled') return;
      await vault.dictations.purge(dictation.id);
      messages.alert(importWords.failed(dictation.name, failure));
      const { route } = router;
      const isShown = route.screen === 'dictation' && route.id === dictation.id;
      if (isShown) router.go({ screen: 'welcome' });
    } catch {
      if (!closing.aborted) messages.alert(importWords.waits(dictation.name));
    }
  }
}
