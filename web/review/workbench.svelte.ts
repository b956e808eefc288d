import type { Draft } from '../../workers/checker';
import type { Command } from '../commands/command';
import type { AutoText, Template } from '../dossier/template';
import type { StoredReport } from '../dossier/report';
import type { HeardTranscript } from '../dossier/transcript';
import type { HeardWord } from '../editor/heard-words';
import type { ReportContent } from '../editor/report-content';
import { HARMFUL_RISK } from '../editor/attention';
import { ReportEditor } from '../editor/report-editor';
import type { ReportStore, SavingState } from '../editor/saving';
import { workbenchWords as words } from '../words/workbench';
import type { Listening } from './listening.svelte';
import { StruckPassages } from './struck-passages.svelte';

/** What the workbench needs of the vault and of the worker that knows French, for one dictation. */
export interface WorkbenchStore extends ReportStore {
  readonly open: () => Promise<StoredReport>;
  readonly watch: (next: (transcript: HeardTranscript) => void) => () => void;
  /** Written French from a moment of the sound on. */
  readonly draft: (transcript: HeardTranscript, writtenUntil: number) => Promise<Draft>;
  /** False for who may only read. */
  readonly mayCorrect: boolean;
  /** Nothing is locked before this has settled: it ends with the last words written. */
  readonly holdOpen: (work: Promise<unknown>) => void;
  /** Everything has been heard: what the machine wrote of it is kept as it was. */
  readonly keepDraft: (transcript: HeardTranscript) => Promise<void>;
  /** Short codes that are written out while one types. */
  readonly autoTexts: () => readonly AutoText[];
  /** Nearest words of the lexicon for one it does not know. */
  readonly suggest: (word: string) => Promise<readonly string[]>;
}

/** One dictation being corrected against its sound. */
export class Workbench {
  readonly #dictationId: string;
  readonly #store: WorkbenchStore;
  readonly #listening: Listening;
  /** What the speaker took back. */
  readonly struck: StruckPassages;
  #editor = $state.raw<ReportEditor>();
  #saving = $state.raw<SavingState>('saved');
  #isReadOnly = $state.raw(false);
  #isLocked = false;
  #isEmpty = $state.raw(true);
  #pending = $state.raw('');
  #hasLexicon = $state.raw(true);
  #isUnwritten = $state.raw(false);
  #word = $state.raw<HeardWord>();
  #suggestions = $state.raw<readonly string[]>([]);
  #alerts = $state.raw<readonly HeardWord[]>([]);
  #transcript: HeardTranscript | undefined;
  #drafting: Promise<void> | undefined;

  constructor(dictationId: string, store: WorkbenchStore, listening: Listening) {
    this.#dictationId = dictationId;
    this.#store = store;
    this.#listening = listening;
    this.struck = new StruckPassages(() => this.#editor, listening);
  }

  get saving(): SavingState {
    return this.#saving;
  }

  /** Another tab is writing this report, or the account may only read. */
  get isReadOnly(): boolean {
    return this.#isReadOnly;
  }

  /** The account may only read. */
  get isForReading(): boolean {
    return !this.#store.mayCorrect;
  }

  get isDamaged(): boolean {
    return this.#editor?.damaged ?? false;
  }

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  /** Words already heard whose writing may still change. */
  get pending(): string {
    return this.#pending;
  }

  /** False where the lexicon could not be read: medical words are spelt as heard. */
  get hasLexicon(): boolean {
    return this.#hasLexicon;
  }

  /** What was heard last could not be written into the report; it is tried again with the next window. */
  get isUnwritten(): boolean {
    return this.#isUnwritten;
  }

  /** What the caret touches. */
  get word(): HeardWord | undefined {
    return this.#word;
  }

  /** What else the word at the caret could be, best first: heard alternatives, else the nearest of the lexicon. */
  get proposals(): readonly string[] {
    const proposals = this.#word?.proposals ?? [];
    return proposals.length > 0 ? proposals : this.#suggestions;
  }

  /** What should be looked at, worst first. */
  get alerts(): readonly HeardWord[] {
    return this.#alerts;
  }

  /** Alerts of the classes that may harm a patient. */
  get harmfulAlerts(): number {
    return this.#alerts.filter(({ risk }) => risk <= HARMFUL_RISK).length;
  }

  /** The report, saved to its last keystroke; `undefined` where it is not open or another tab writes it. */
  async settledContent(): Promise<ReportContent | undefined> {
    if (!this.#editor || this.#isReadOnly) return undefined;
    await this.#editor.settle();
    return this.#editor.content;
  }

  /** Words as they were heard, before anything was written of them. */
  get heardText(): string {
    const segments = this.#transcript?.windows.flatMap(({ segments }) => segments) ?? [];
    return segments.map(({ words }) => words.map(({ text }) => text).join(' ')).join('\n');
  }

  /** Keeps hands off a signed report, or lets them in again. */
  lock(isLocked: boolean): void {
    this.#isLocked = isLocked;
    this.#editor?.setEditable(!isLocked && !this.#isReadOnly);
  }

  get plainText(): string {
    return this.#editor?.plainText ?? '';
  }

  get commands(): readonly Command[] {
    return [
      ...this.#listening.commands,
      { id: 'restore', label: words.restore, keys: ['Alt+R'], run: () => this.restore() },
      { id: 'next-alert', label: words.nextAlert, keys: ['Alt+N'], run: () => this.nextAlert() },
      ...this.struck.commands,
    ];
  }

  /** Puts back what was heard where the caret is. */
  restore(): void {
    this.#editor?.restoreHeard();
  }

  /** Adds what the report lacks of a template, and selects its first place to fill in. */
  applyTemplate({ sections }: Template): void {
    this.#editor?.applyTemplate(sections);
  }

  accept(proposal: string): void {
    this.#editor?.accept(proposal);
  }

  /** Shows a word and moves the sound to it. */
  goTo(word: HeardWord): void {
    this.#editor?.goTo(word);
    this.#listening.seek(word.start);
  }

  /** The first alert behind the caret in the list, else the first. */
  nextAlert(): void {
    const here = this.#alerts.findIndex(({ from }) => from === this.#word?.from);
    const next = this.#alerts[here + 1] ?? this.#alerts[0];
    if (next) this.goTo(next);
  }

  /** Mounts the report in an element until the returned function is called; one tab writes at a time. */
  mount(element: HTMLElement): () => void {
    const closing = new AbortController();
    const editing = navigator.locks.request(
      `plume-report-${this.#dictationId}`,
      { ifAvailable: true },
      async (lock) => {
        if (closing.signal.aborted) return;
        this.#isReadOnly = lock === null || !this.#store.mayCorrect;
        await this.#edit(element, closing.signal);
      },
    );
    this.#store.holdOpen(editing);
    return () => closing.abort();
  }

  async #edit(element: HTMLElement, closing: AbortSignal): Promise<void> {
    const stored = await this.#store.open();
    if (closing.aborted) return;
    const editor = new ReportEditor({
      element,
      dictationId: this.#dictationId,
      stored,
      store: this.#store,
      editable: !this.#isReadOnly && !this.#isLocked,
      label: words.report,
      autoTexts: this.#store.autoTexts,
      onSeek: (seconds) => this.#listening.seek(seconds),
      onSaving: (state) => {
        this.#saving = state;
      },
      onMove: () => this.#look(),
    });
    this.#editor = editor;
    this.#look();
    const stopWatching = this.#store.watch((transcript) => {
      this.#transcript = transcript;
      this.#drafting ??= this.#draft(editor, closing);
    });
    const stopFollowing = this.#listening.follow(({ phase, seconds }) => {
      editor.showPlayhead(phase === 'playing' ? seconds : undefined);
    });
    const settle = () => {
      if (document.visibilityState === 'hidden' && !this.#isReadOnly) void editor.settle();
    };
    document.addEventListener('visibilitychange', settle, { signal: closing });
    await new Promise((resolve) => closing.addEventListener('abort', resolve, { once: true }));
    stopWatching();
    stopFollowing();
    this.#editor = undefined;
    await this.#drafting;
    await editor.destroy();
  }

  /** Writes what was heard since; the last transcript wins over those that came while it was written. */
  async #draft(editor: ReportEditor, closing: AbortSignal): Promise<void> {
    for (let done: unknown; done !== this.#transcript && !closing.aborted;) {
      const transcript = this.#transcript;
      if (!transcript) break;
      try {
        const draft = await this.#store.draft(transcript, editor.writtenUntil);
        if (closing.aborted) break;
        editor.append(draft);
        this.#pending = draft.pending;
        this.#hasLexicon = draft.hasLexicon;
        this.#isUnwritten = false;
        if (transcript.isComplete) await this.#store.keepDraft(transcript);
      } catch {
        this.#isUnwritten = true;
      }
      done = transcript;
    }
    this.#drafting = undefined;
    this.#look();
  }

  /** Asked for single words only; the answer to another word comes too late. */
  async #suggest(text: string): Promise<void> {
    this.#suggestions = [];
    const [word] = text.match(/^\P{L}*(\p{L}[\p{L}’'-]{2,})\P{L}*$/u)?.slice(1) ?? [];
    if (!word) return;
    const suggestions = await this.#store.suggest(word).catch(() => []);
    if (this.#word?.text === text) this.#suggestions = suggestions;
  }

  #look(): void {
    const editor = this.#editor;
    if (!editor) return;
    const word = editor.wordAtCaret;
    if (word?.text !== this.#word?.text) void this.#suggest(word?.text ?? '');
    this.#word = word;
    this.#alerts = editor.alerts;
    this.struck.look();
    this.#isEmpty = editor.isEmpty;
  }
}
