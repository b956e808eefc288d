import type { PersonEdit } from '../../terminology/memory/lessons';
import type { Draft } from '../../workers/checker';
import type { Command } from '../commands/command';
import type { AutoText, Template } from '../dossier/template';
import type { StoredReport } from '../dossier/report';
import type { HeardTranscript } from '../dossier/transcript';
import type { Person } from '../dossier/person';
import type { AskFindings } from '../editor/findings-plugin';
import type { HeardWord } from '../editor/heard-words';
import type { ReportContent } from '../editor/report-content';
import { ReportEditor } from '../editor/report-editor';
import type { ReportLine } from '../editor/report-lines';
import type { SectionText } from '../editor/summary-section';
import type { Passage } from '../../terminology/rules/finding';
import type { ReportStore, SavingState } from '../editor/saving';
import { REST_MILLISECONDS } from '../editor/typing';
import { workbenchWords as words } from '../words/workbench';
import { GuidedPass } from './guided-pass.svelte';
import { Blanks } from './blanks.svelte';
import { CondensedListening } from './condensed-listening.svelte';
import { Lessons } from './lessons';
import { layoutCommands } from './layout-commands';
import { ended, inTurn } from './in-turn';
import type { Listening } from './listening.svelte';
import { SearchBar } from './search-bar.svelte';
import { StruckPassages } from './struck-passages.svelte';
import { Terms, type TermStore } from './terms.svelte';

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
  /** How much is open when the report is left: the worklist shows it. */
  readonly noteOpen: (open: {
    readonly findings: number;
    readonly queries: number;
  }) => Promise<void>;
  /** Everything has been heard: what the machine wrote of it is kept as it was. */
  readonly keepDraft: (transcript: HeardTranscript) => Promise<void>;
  /** Short codes that are written out while one types. */
  readonly autoTexts: () => readonly AutoText[];
  /** What the report teaches as it stands. */
  readonly learn: (edits: readonly PersonEdit[]) => Promise<void>;
  /** What should be looked at in the report. */
  readonly findings: AskFindings;
  /** Who decides. */
  readonly person: Person;
  readonly terms: TermStore;
}

/** One dictation being corrected against its sound. */
export class Workbench {
  readonly #dictationId: string;
  readonly #store: WorkbenchStore;
  readonly #listening: Listening;
  readonly #lessons: Lessons;
  readonly blanks: Blanks;
  readonly pass: GuidedPass;
  /** What the speaker took back. */
  readonly struck: StruckPassages;
  readonly terms: Terms;
  readonly search: SearchBar;
  readonly condensed: CondensedListening;
  #editor = $state.raw<ReportEditor>();
  #saving = $state.raw<SavingState>('saved');
  #isReadOnly = $state.raw(false);
  #isLocked = $state.raw(false);
  #isEmpty = $state.raw(true);
  /** Counts what moves in the report: what few look at is read from it only when asked. */
  #moves = $state(0);
  readonly #lines = $derived.by(() => (this.#moves > 0 ? (this.#editor?.lines ?? []) : []));
  #pending = $state.raw('');
  #hasLexicon = $state.raw(true);
  #isUnwritten = $state.raw(false);
  #word = $state.raw<HeardWord>();
  #transcript: HeardTranscript | undefined;
  #drafting: Promise<void> | undefined;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;
  #restTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(dictationId: string, store: WorkbenchStore, listening: Listening) {
    this.#dictationId = dictationId;
    this.#store = store;
    this.#listening = listening;
    listening.spanAtHand = () => this.#spanAtHand;
    this.struck = new StruckPassages(() => this.#editor, listening);
    this.search = new SearchBar(() => this.#editor, listening);
    this.condensed = new CondensedListening({
      editor: () => this.#editor,
      listening,
      untold: () => this.#transcript?.windows.flatMap(({ untold }) => untold ?? []) ?? [],
    });
    this.blanks = new Blanks(() => this.#editor, listening);
    this.pass = new GuidedPass(() => this.#editor, listening, store.person);
    this.#lessons = new Lessons({
      editor: () => (this.#isReadOnly ? undefined : this.#editor),
      transcript: () => this.#transcript,
      learn: store.learn,
    });
    this.terms = new Terms(store.terms);
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

  /** What else could stand at the caret, best first: fixes of the alert, else what else it could be by its sound. */
  get proposals(): readonly string[] {
    const fixes = this.pass.current?.fixes ?? [];
    return fixes.length > 0 ? fixes.map(({ text }) => text) : (this.#word?.proposals ?? []);
  }

  /** The report, saved to its last keystroke; `undefined` where it is not open or another tab writes it. */
  async settledContent(): Promise<ReportContent | undefined> {
    if (!this.#editor || this.#isReadOnly) return undefined;
    await this.#editor.settle();
    return this.#editor.content;
  }

  /** Whether every rule has looked through the text as it stands; waits for the answer under way. */
  async checked(): Promise<boolean> {
    this.#catchUp();
    return (await this.#editor?.checked()) ?? false;
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

  /** What the report is about has changed. */
  reconsider(): void {
    this.#editor?.askAgain();
  }

  get plainText(): string {
    return this.#editor?.plainText ?? '';
  }

  /** The report as a summary reads it, a line a block. */
  get lines(): readonly ReportLine[] {
    return this.#lines;
  }

  get isEditable(): boolean {
    return !this.#isReadOnly && !this.#isLocked;
  }

  focus(): void {
    this.#editor?.focus();
  }

  /** Shows a passage of the report and moves the sound to it. */
  showPassage(passage: Passage): void {
    const seconds = this.#editor?.showPassage(passage);
    if (seconds !== undefined) this.#listening.seek(seconds);
  }

  /** Writes a summary at the head of the report. */
  insertSummary(section: SectionText): void {
    this.#editor?.insertSummary(section);
  }

  /** Sound of the selected words, else of the alert or the word at the caret. */
  get #spanAtHand(): { readonly start: number; readonly end: number } | undefined {
    this.#catchUp();
    const editor = this.#editor;
    const alert = this.pass.current;
    return editor?.selectedSound ?? (alert && editor?.soundOf(alert)) ?? editor?.wordAtCaret;
  }

  get commands(): readonly Command[] {
    return this.#allCommands.map((command) => ({
      ...command,
      run: () => {
        this.#catchUp();
        command.run();
      },
    }));
  }

  get #allCommands(): readonly Command[] {
    return [
      ...this.#listening.commands,
      { id: 'text', label: words.toText, keys: ['Alt+Maj+T'], run: () => this.focus() },
      { id: 'restore', label: words.restore, keys: ['Alt+R'], run: () => this.restore() },
      ...this.pass.commands,
      ...this.condensed.commands,
      ...this.struck.commands,
      ...this.blanks.commands,
      ...this.terms.commands,
      ...this.search.commands,
      ...layoutCommands(() => this.#editor),
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

  /** Writes a proposal; words that were mended together are written together. */
  accept(proposal: string): void {
    const isFix = this.pass.current?.fixes.some(({ text }) => text === proposal);
    if (isFix) this.pass.accept(proposal);
    else this.#editor?.accept(proposal);
  }

  /** Mounts the report in an element until the returned function is called; one tab writes at a time. */
  mount(element: HTMLElement): () => void {
    const closing = new AbortController();
    const edit = (isReadOnly: boolean, until: AbortSignal) =>
      this.#edit(element, until, isReadOnly);
    this.#store.holdOpen(
      this.#store.mayCorrect
        ? inTurn(`plume-report-${this.#dictationId}`, closing.signal, edit)
        : edit(true, closing.signal),
    );
    return () => closing.abort();
  }

  async #edit(element: HTMLElement, closing: AbortSignal, isReadOnly: boolean): Promise<void> {
    this.#isReadOnly = isReadOnly;
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
      onType: () => this.#listening.typed(),
      onSaving: (state) => this.#note(state),
      askFindings: this.#store.findings,
      askMarks: this.terms.ask,
      onMove: (isLetter) => (isLetter && !this.#isEmpty ? this.#lookSoon() : this.#look()),
    });
    this.#editor = editor;
    const detach = this.terms.attach(editor);
    this.#look();
    const stopWatching = this.#store.watch((transcript) => {
      this.#transcript = transcript;
      this.#drafting ??= this.#draft(editor, closing);
    });
    const stopFollowing = this.#listening.follow(({ phase, seconds }) => {
      editor.showPlayhead(phase === 'playing' ? seconds : undefined);
    });
    const stopLanding = this.condensed.attach();
    const settle = () => {
      if (document.visibilityState === 'hidden' && !this.#isReadOnly) void editor.settle();
    };
    document.addEventListener('visibilitychange', settle, { signal: closing });
    const catchUp = () => this.#catchUp();
    document.addEventListener('pointerdown', catchUp, { signal: closing, capture: true });
    element.addEventListener('focusout', catchUp, { signal: closing });
    await ended(closing);
    this.#catchUp();
    stopWatching();
    stopFollowing();
    stopLanding();
    try {
      if (!this.#isReadOnly && editor.isChecked) {
        const findings = this.pass.open.length;
        await this.#store.noteOpen({ findings, queries: this.blanks.queries });
      }
      await this.#lessons.settle();
    } finally {
      detach();
      this.#editor = undefined;
      await this.#drafting;
      await editor.destroy();
    }
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

  /** Truthful while one types, without a change of its words at every key. */
  #note(state: SavingState): void {
    clearTimeout(this.#restTimer);
    if (state === 'saved')
      this.#restTimer = setTimeout(() => (this.#saving = state), REST_MILLISECONDS);
    else this.#saving = state;
  }

  #lookSoon(): void {
    clearTimeout(this.#lookTimer);
    this.#lookTimer = setTimeout(() => this.#look(), REST_MILLISECONDS);
  }

  /** Whoever acts on what stands at the caret acts on the text as it stands. */
  #catchUp(): void {
    if (this.#lookTimer !== undefined) this.#look();
  }

  #look(): void {
    clearTimeout(this.#lookTimer);
    this.#lookTimer = undefined;
    const editor = this.#editor;
    if (!editor) return;
    this.#word = editor.wordAtCaret;
    this.pass.look();
    this.terms.look();
    this.search.look();
    this.struck.look();
    this.blanks.look();
    this.#lessons.look();
    this.#isEmpty = editor.isEmpty;
    this.#moves += 1;
  }
}
