import { entryOf, type Entry, type Labels } from '../dossier/worklist';
import { documentTypes } from '../words/writing';
import { entered, startOfDay, type Dictation } from '../dossier/dictation';
import type { KnownNames } from '../../terminology/memory/known-names';
import type { PersonEdit } from '../../terminology/memory/lessons';
import type { DocumentType } from '../../terminology/spoken/document-types';
import { namesOf } from '../dossier/identity/patient';
import { Checker } from '../engine/checker';
import { Summarizer } from '../engine/summarizer';
import { Transcriber } from '../engine/transcriber';
import { TranscriptionQueue, type QueueProgress } from '../engine/transcription-queue';
import type { Listening } from '../review/listening.svelte';
import { Messages } from '../ui/messages.svelte';
import { mayCorrect, type Person } from '../dossier/person';
import type { Vault } from '../vault/vault';
import { permissionWords } from '../words/permission';
import { dictaphoneWords } from '../words/dictaphone';
import { listWords } from '../words/dictations';
import { retentionWords } from '../words/retention';
import { worklistWords } from '../words/worklist';
import { shellWords } from '../words/shell';
import { hearAnswer } from './hear-answer';
import { Housekeeping } from './housekeeping';
import { listeningStore } from './listening-store';
import { BackupReminder } from './backup-reminder.svelte';
import { Authors } from './authors.svelte';
import { CorrectionMemory } from './correction-memory.svelte';
import { CommandDesk } from './command-desk.svelte';
import { Templates } from './templates.svelte';
import { Dictaphone } from './dictaphone.svelte';
import { PatientArrivals } from './patients/patient-arrivals.svelte';
import { PatientBook } from './patients/patient-book.svelte';
import { sortDropped } from './dropped-files';
import { PedalDesk } from './pedal-desk.svelte';
import { PracticeUsage } from './practice-usage';
import { PracticeWords } from './practice-words';
import { Privacy } from './privacy.svelte';
import { OpenedVault } from './opened-vault';
import { Previewer } from './previewer.svelte';
import { Router } from './route.svelte';
import { ReportDesk } from './report-desk';
import { SoundImports } from './sound-imports';
import { StorageWatch } from './storage-watch';
import { KeptGraphics } from './kept-graphics.svelte';
import { queueStore } from './queue-store';
import { playableSound, waveform } from './stored-sound';

const SWEEP_MILLISECONDS = 6 * 3600 * 1000;

/** The whole workplace: what is kept, what waits for recognition, what is being said to the person. */
export class Workshop extends OpenedVault {
  readonly #checker: Checker = new Checker(() => void this.practiceWords.imported.renew());
  readonly #closing = new AbortController();
  /** Keeps the vault open until the work is done. */
  readonly holdOpen = (work: Promise<unknown>): void => {
    this.#underWay = [...this.#underWay, work];
    const forget = () => {
      this.#underWay = this.#underWay.filter((other) => other !== work);
    };
    work.then(forget, forget);
  };
  readonly messages = new Messages();
  readonly router = new Router();
  readonly privacy = new Privacy();
  readonly desk = new CommandDesk(this.vault);
  readonly pedals = new PedalDesk(this.vault, this.messages);
  readonly backupReminder = new BackupReminder(this.vault.settings);
  readonly templates = new Templates(this.vault, { maySeed: mayCorrect(this.person) });
  readonly authors = new Authors(this.vault);
  readonly memory = new CorrectionMemory({
    vault: this.vault,
    messages: this.messages,
    lessons: (edits, patientId) =>
      this.#checker.lessons(this.#closing.signal, edits, this.#namesIn(edits, patientId)),
    pairFaults: (pairs) => this.#checker.pairFaults(this.#closing.signal, pairs),
    show: () => this.router.go({ screen: 'corrections' }),
  });
  readonly summarizer = new Summarizer();
  /** A model writes for minutes: lines are checked meanwhile. */
  readonly writer = new Summarizer();
  readonly storage = new StorageWatch(this.messages, () => this.router.go({ screen: 'settings' }));
  readonly imports = new SoundImports({
    vault: this.vault,
    messages: this.messages,
    router: this.router,
    storage: this.storage,
    closing: this.#closing.signal,
    holdOpen: this.holdOpen,
  });
  readonly patients = new PatientBook(this.vault);
  readonly arrivals = new PatientArrivals(this.patients, this.messages);
  readonly housekeeping = new Housekeeping({
    vault: this.vault,
    person: this.person,
    onGoing: (id) => this.#queue.cancel(id),
    note: (action, subject) => this.vault.audit.note(action, subject),
  });
  readonly practiceWords = new PracticeWords(this.vault, this.#checker, this.messages);
  readonly #usage = new PracticeUsage({
    vault: this.vault,
    wordsOf: (text, names) => this.#checker.wordsOf(this.#closing.signal, text, names),
    take: (usage) => this.#checker.takeUsage(usage),
  });
  readonly reports = new ReportDesk({
    practiceWords: this.practiceWords,
    vault: this.vault,
    person: this.person,
    checker: this.#checker,
    closing: this.#closing.signal,
    messages: this.messages,
    router: this.router,
    templates: this.templates,
    authors: this.authors,
    patients: this.patients,
    memory: this.memory,
    dictation: (id) => this.#dictations.find((known) => known.id === id),
    entries: () => this.#entries,
    holdOpen: this.holdOpen,
  });
  readonly graphics = new KeptGraphics({
    settings: this.vault.settings,
    holdOpen: this.holdOpen,
  });
  readonly #transcriber = new Transcriber(this.graphics);
  readonly previewer = new Previewer(async (samples) =>
    this.#transcriber.preview(this.#closing.signal, {
      samples,
      modelId: await this.vault.settings.get('modelId'),
    }),
  );
  readonly hearAnswer = hearAnswer({
    vault: this.vault,
    transcriber: this.#transcriber,
    checker: this.#checker,
    closing: this.#closing.signal,
  });
  readonly dictaphone: Dictaphone;
  readonly #queue: TranscriptionQueue;
  #dictations = $state.raw<readonly Dictation[]>([]);
  #progress = $state.raw<QueueProgress>();
  #isOpen = $state.raw(false);
  #underWay: readonly Promise<unknown>[] = [];

  /** @param dictaphone the one that went on recording while the screen was locked. */
  constructor(vault: Vault, person: Person, dictaphone?: Dictaphone) {
    super(vault, person);
    const around = { previewer: this.previewer, isFull: this.storage.isFull };
    dictaphone?.moveTo(vault, around);
    this.dictaphone = dictaphone ?? new Dictaphone(vault, around);
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

  /** The account may do more than read and listen. */
  get mayChange(): boolean {
    return mayCorrect(this.person);
  }

  get #entries(): Entry[] {
    return this.dictations.map((dictation) => entryOf(dictation, this.labels(dictation)));
  }

  /** Names that a dictation is shown with. */
  labels = ({ authorId, documentType, patientId }: Dictation): Labels => ({
    patient: this.patients.nameOf(patientId),
    author: this.authors.nameOf(authorId),
    documentType: documentType ? documentTypes[documentType] : '',
  });

  #namesIn = (edits: readonly PersonEdit[], patientId: string | undefined): KnownNames => ({
    near: [
      ...this.authors.all.map(({ name }) => name),
      ...namesOf(patientId === undefined ? undefined : this.patients.index.get(patientId)),
    ],
    far: [
      ...this.patients.index.namesAmong(edits.flatMap(({ heard, written }) => [heard, written])),
      ...this.practiceWords.own.names,
    ],
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
      if (this.mayChange) this.holdOpen(this.#usage.follow(dictations));
    });
    if (this.mayChange) this.holdOpen(this.#takeUp());
    const stopAuthors = this.authors.open();
    const stopTemplates = this.templates.open();
    const stopMemory = this.memory.open();
    void this.desk.open();
    const closePedals = this.pedals.open();
    const stopWatchingPatients = this.patients.watch();
    const sweep = () => (this.mayChange ? this.housekeeping.sweep() : undefined);
    const sweeping = setInterval(() => void sweep(), SWEEP_MILLISECONDS);
    const closeWords = this.practiceWords.open();
    return () => {
      clearInterval(sweeping);
      stopWatchingPatients();
      stopWatching();
      stopAuthors();
      stopTemplates();
      stopMemory();
      closeWords();
      closePedals();
      this.privacy.close();
      this.#closing.abort();
    };
  }

  /** Stops the workers; settles when nothing is being written any more. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#queue.wake();
    this.#stopWorkers();
    await Promise.allSettled(this.#underWay);
    // What ended last may have asked one of them again.
    this.#stopWorkers();
  }

  #stopWorkers(): void {
    for (const worker of [this.#checker, this.#transcriber, this.summarizer, this.writer]) {
      worker.stop();
    }
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
      await this.housekeeping.sweep();
      void this.storage.look();
      this.imports.takeUp(await this.vault.dictations.all());
      await this.#queue.run(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.messages.alert(shellWords.vaultClosed);
      throw error;
    }
  }

  /** Takes what is dropped or pasted: a day's list of patients, words for the lexicon, or sounds. */
  async receive(files: readonly File[]): Promise<void> {
    if (!this.mayChange) {
      this.messages.alert(permissionWords.refused);
      return;
    }
    const { sounds, lists, patients } = await sortDropped(files, this.router.route.screen);
    if (patients.length > 0) {
      this.router.go({ screen: 'patients' });
      await this.arrivals.receive(patients);
    }
    if (lists.length > 0) {
      this.router.go({ screen: 'lexicon' });
      void this.practiceWords.offer(lists);
    }
    await this.imports.import(sounds);
  }

  rename = (id: string, name: string) => this.vault.dictations.change(id, { name });

  makeUrgent = (id: string) => this.setPriority([id], 'urgent');

  async setPriority(ids: readonly string[], priority: Dictation['priority']): Promise<void> {
    for (const id of ids) await this.vault.dictations.change(id, { priority });
  }

  setDocumentType = (id: string, documentType: DocumentType) =>
    this.vault.dictations.change(id, { documentType });

  attach = (id: string, patientId: string | undefined) =>
    this.vault.dictations.change(id, { patientId });

  /** @param day when they are wanted, "2026-11-23"; empty takes the date away. */
  async setDue(ids: readonly string[], day: string): Promise<void> {
    const dueAt = day === '' ? 0 : startOfDay(day);
    for (const id of ids) await this.vault.dictations.change(id, { dueAt });
  }

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

  async purge(dictation: Dictation): Promise<void> {
    try {
      await this.housekeeping.purge(dictation);
    } catch {
      this.messages.alert(retentionWords.failed);
    }
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
    if (!dictation || dictation.soundPurgedAt !== undefined) return;
    const store = await listeningStore(this.vault, dictation, this.person);
    await listening.load(await playableSound(this.vault, dictation), store);
  }

  async peaks(id: string): Promise<Uint8Array> {
    const dictation = await this.vault.dictations.get(id);
    return dictation ? waveform(this.vault, dictation) : new Uint8Array();
  }
}
