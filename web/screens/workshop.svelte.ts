import type { Move } from '../dossier/life';
import type { HeardTranscript } from '../dossier/transcript';
import { byTime, type ReportVersion } from '../dossier/version';
import { entryOf, nextUrgent, type Entry, type Labels } from '../dossier/worklist';
import { draftContent } from '../editor/report-content';
import type { Draft } from '../../workers/checker';
import type { SignOffStore } from '../review/sign-off.svelte';
import { documentTypes } from '../words/writing';
import { lifeWords, refusalWords } from '../words/life';
import { keepDraft, makeMove } from './moves';
import { dayOf, entered, type Dictation } from '../dossier/dictation';
import type { DocumentType } from '../../terminology/spoken/document-types';
import { optionsOf, USUAL_HABITS } from '../../terminology/spoken/habits';
import { HABITS_ID, type KeptHabits } from '../dossier/writing-habits';
import { Checker } from '../engine/checker';
import { Transcriber } from '../engine/transcriber';
import { TranscriptionQueue, type QueueProgress } from '../engine/transcription-queue';
import { askForDurableStorage } from '../offline/registration';
import type { Listening } from '../review/listening.svelte';
import type { WorkbenchStore } from '../review/workbench.svelte';
import { Messages } from '../ui/messages.svelte';
import { mayCorrect, type Person } from '../dossier/person';
import type { Vault } from '../vault/vault';
import { importWords } from '../words/imports';
import { dictaphoneWords } from '../words/dictaphone';
import { listWords } from '../words/dictations';
import { worklistWords } from '../words/worklist';
import { shellWords } from '../words/shell';
import { keepOriginal } from './keep-original';
import { Authors } from './authors.svelte';
import { CommandDesk } from './command-desk.svelte';
import { Templates } from './templates.svelte';
import { Dictaphone } from './dictaphone.svelte';
import { OpenedVault } from './opened-vault';
import { Router } from './route.svelte';

import { queueStore } from './queue-store';
import { playableSound, waveform } from './stored-sound';

const SAMPLE_ADDRESS = '/sample/courrier-endocrinologie.ogg';
const BIN_MILLISECONDS = 30 * 24 * 3600 * 1000;

/** The whole workplace: what is kept, what waits for recognition, what is being said to the person. */
export class Workshop extends OpenedVault {
  readonly messages = new Messages();
  readonly router = new Router();
  readonly dictaphone: Dictaphone;
  readonly #transcriber = new Transcriber();
  readonly desk = new CommandDesk(this.vault);
  readonly templates = new Templates(this.vault);
  readonly authors = new Authors(this.vault);
  readonly #queue: TranscriptionQueue;
  readonly #checker = new Checker();
  readonly #closing = new AbortController();
  #dictations = $state.raw<readonly Dictation[]>([]);
  #progress = $state.raw<QueueProgress>();
  #isOpen = $state.raw(false);
  #hasAskedForStorage = false;
  #underWay: readonly Promise<unknown>[] = [];

  /** @param dictaphone the one that went on recording while the screen was locked. */
  constructor(vault: Vault, person: Person, dictaphone = new Dictaphone(vault)) {
    super(vault, person);
    this.dictaphone = dictaphone;
    this.#queue = new TranscriptionQueue(this.#transcriber, queueStore(vault), (progress) => {
      this.#progress = progress;
    });
  }

  /** False until the list has been read once. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Newest first. */
  get dictations(): readonly Dictation[] {
    return this.#dictations.filter(({ deletedAt }) => deletedAt === undefined);
  }

  get binned(): readonly Dictation[] {
    return this.#dictations.filter(({ deletedAt }) => deletedAt !== undefined);
  }

  get #entries(): Entry[] {
    return this.dictations.map((dictation) => entryOf(dictation, this.labels(dictation)));
  }

  /** Names that a dictation is shown with. */
  labels = ({ authorId, documentType }: Dictation): Labels => ({
    patient: '',
    author: this.authors.nameOf(authorId),
    documentType: documentType ? documentTypes[documentType] : '',
  });

  get progress(): QueueProgress | undefined {
    return this.#progress;
  }

  /** Opens the vault and takes up what was interrupted, until the returned function is called. */
  open(): () => void {
    const stopWatching = this.vault.dictations.watch((dictations) => {
      this.#dictations = dictations;
      this.#isOpen = true;
      this.#queue.wake();
    });
    this.#hold(this.#takeUp());
    const stopAuthors = this.authors.open();
    const stopTemplates = this.templates.open();
    void this.desk.open();
    return () => {
      stopWatching();
      stopAuthors();
      stopTemplates();
      this.#closing.abort();
    };
  }

  /** Stops the workers; settles when nothing is being written any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#queue.wake();
    this.#checker.stop();
    this.#transcriber.stop();
    await Promise.allSettled(this.#underWay);
  }

  #hold(work: Promise<unknown>): void {
    this.#underWay = [...this.#underWay, work];
    const forget = () => {
      this.#underWay = this.#underWay.filter((other) => other !== work);
    };
    work.then(forget, forget);
  }

  async #takeUp(): Promise<void> {
    const { signal } = this.#closing;
    try {
      for (const { id, name } of await this.dictaphone.recover()) {
        this.messages.tell(dictaphoneWords.recovered(name), {
          label: dictaphoneWords.open,
          run: () => this.router.go({ screen: 'dictate', id }),
        });
      }
      for (const dictation of await this.vault.dictations.all()) {
        const { id, deletedAt = Infinity, state } = dictation;
        if (deletedAt < Date.now() - BIN_MILLISECONDS) await this.vault.dictations.purge(id);
        else if (state.phase === 'importing') void this.#decodeUnlessElsewhere(dictation);
      }
      await this.#queue.run(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.messages.alert(shellWords.vaultClosed);
      throw error;
    }
  }

  /** Brings in files one after the other; a bad one says why and the others go on. */
  async import(files: readonly File[], origin: 'imported' | 'sample' = 'imported'): Promise<void> {
    void this.#askForStorage();
    for (const file of files) {
      const dictation = await this.#keep(file, origin);
      if (!dictation) continue;
      if (files.length === 1) this.router.go({ screen: 'dictation', id: dictation.id });
      await this.#decodeUnlessElsewhere(dictation);
    }
  }

  /** Once a session: the answer seldom changes, and then by a person's own doing. */
  async #askForStorage(): Promise<void> {
    if (this.#hasAskedForStorage) return;
    this.#hasAskedForStorage = true;
    if (!(await askForDurableStorage())) this.messages.tell(shellWords.notStored);
  }

  async #keep(file: File, origin: 'imported' | 'sample'): Promise<Dictation | undefined> {
    try {
      return await keepOriginal(this.vault, file, origin);
    } catch {
      this.messages.alert(importWords.failed(file.name, 'storage-full'));
      return undefined;
    }
  }

  /** Another tab may be at it. */
  #decodeUnlessElsewhere = (dictation: Dictation): Promise<void> =>
    navigator.locks.request(`plume-import-${dictation.id}`, { ifAvailable: true }, async (lock) => {
      if (lock) await this.#decode(dictation);
    });

  /** A file that gives no sound leaves nothing behind but a sentence. */
  async #decode(dictation: Dictation): Promise<void> {
    const { signal } = this.#closing;
    // The decoders of every format weigh half of the application: they come when a file does.
    const { decodeOriginal } = await import('./decode-original');
    const failure = await decodeOriginal(signal, this.vault, dictation).catch(
      () => 'storage-full' as const,
    );
    if (failure === undefined || failure === 'cancelled') return;
    await this.vault.dictations.purge(dictation.id);
    this.messages.alert(importWords.failed(dictation.name, failure));
    if (this.router.route.screen === 'dictation') this.router.go({ screen: 'welcome' });
  }

  async trySample(): Promise<void> {
    const response = await fetch(SAMPLE_ADDRESS);
    const type = 'audio/ogg';
    const file = new File([await response.blob()], listWords.sampleName, { type });
    await this.import([file], 'sample');
  }

  rename = (id: string, name: string) => this.vault.dictations.change(id, { name });

  makeUrgent = (id: string) => this.setPriority([id], 'urgent');

  async setPriority(ids: readonly string[], priority: Dictation['priority']): Promise<void> {
    for (const id of ids) await this.vault.dictations.change(id, { priority });
  }
  setDocumentType = (id: string, documentType: DocumentType) =>
    this.vault.dictations.change(id, { documentType });

  cancel(id: string): void {
    this.#queue.cancel(id);
  }

  retry = (id: string) =>
    this.vault.dictations.change(id, (now) =>
      entered(now, { phase: 'recorded' }, { at: Date.now() }),
    );

  restore = (id: string) => this.vault.dictations.restore(id);

  /** Puts several in the bin at once; one key brings them all back. */
  async removeAll(ids: readonly string[]): Promise<void> {
    const deletedAt = Date.now();
    for (const id of ids) {
      this.#queue.cancel(id);
      await this.vault.dictations.change(id, { deletedAt });
    }
    const undo = async () => {
      for (const id of ids) await this.restore(id);
    };
    this.messages.tell(worklistWords.removed(ids.length), {
      label: worklistWords.undo,
      run: () => void undo(),
    });
  }

  async remove({ id, name }: Dictation): Promise<void> {
    this.#queue.cancel(id);
    await this.vault.dictations.change(id, { deletedAt: Date.now() });
    this.router.go({ screen: 'welcome' });
    this.messages.tell(listWords.removed(name), {
      label: listWords.undo,
      run: () => {
        void this.restore(id);
        this.router.go({ screen: 'dictation', id });
      },
    });
  }

  /** Loads the sound of a dictation, as the person likes to hear it. */
  async listen(listening: Listening, id: string): Promise<void> {
    const dictation = await this.vault.dictations.get(id);
    if (!dictation) return;
    const rewindSeconds = await this.vault.settings.get('rewindSeconds');
    await listening.load(await playableSound(this.vault, dictation), { rewindSeconds });
  }

  async peaks(id: string): Promise<Uint8Array> {
    const dictation = await this.vault.dictations.get(id);
    return dictation ? waveform(this.vault, dictation) : new Uint8Array();
  }

  /** How a person releases, signs or returns this dictation. */
  signOffStore(id: string): SignOffStore {
    return {
      person: this.person,
      dictation: () => {
        const dictation = this.#dictations.find((known) => known.id === id);
        if (!dictation) throw new Error('The dictation of this screen is gone.');
        return dictation;
      },
      move: (asked) => makeMove(this.vault, id, { ...asked, person: this.person }),
      done: (move, goOn) => this.#tellMove(id, move, goOn),
      refused: (refusal) => this.messages.alert(refusalWords(refusal)),
    };
  }

  #tellMove(id: string, move: Move, goOn: boolean): void {
    const next =
      goOn &&
      nextUrgent(
        this.#entries.filter((entry) => entry.dictation.id !== id),
        true,
      );
    if (goOn && next) this.router.go({ screen: 'dictation', id: next.dictation.id });
    else if (goOn) this.router.go({ screen: 'worklist' });
    this.messages.tell(lifeWords.done(move));
  }

  async versions(dictationId: string): Promise<readonly ReportVersion[]> {
    return byTime(await this.vault.annexes<ReportVersion>('versions').all(dictationId));
  }

  reportStore(dictationId: string): WorkbenchStore {
    const { reports, transcripts } = this.vault;
    const draft = async (
      { windows, isComplete }: HeardTranscript,
      writtenUntil: number,
    ): Promise<Draft> => {
      const dictation = await this.vault.dictations.get(dictationId);
      const habits = await this.vault.records<KeptHabits>('spoken').get(HABITS_ID);
      return this.#checker.draft(this.#closing.signal, {
        dictationId,
        windows: windows.map(({ segments }) => segments),
        writtenUntil,
        isComplete,
        spoken: {
          ...optionsOf(habits ?? USUAL_HABITS, dictation?.documentType),
          day: dayOf(dictation ?? { createdAt: Date.now() }),
        },
      });
    };
    return {
      open: () => {
        this.vault.audit.mention('dictation-opened', dictationId);
        return reports.open(dictationId);
      },
      draft,
      keepDraft: (transcript) =>
        keepDraft(this.vault, dictationId, async () => draftContent(await draft(transcript, -1))),
      append: reports.append,
      settle: reports.settle,
      mayCorrect: mayCorrect(this.person),
      holdOpen: (work) => this.#hold(work),
      watch: (next) => transcripts.watch(dictationId, next),
      autoTexts: () => this.templates.autoTexts,
      suggest: (word) => this.#checker.suggest(this.#closing.signal, word),
    };
  }
}
