import { ReportEditor } from '../editor/report-editor';
import type { ReportStore, SavingState } from '../editor/saving';
import type { StoredReport } from '../dossier/report';
import type { TranscriptWindow } from '../dossier/transcript';
import type { Listening } from './listening.svelte';
import { workbenchWords as words } from '../words/workbench';

/** What the workbench needs of the vault, for one dictation. */
export interface WorkbenchStore extends ReportStore {
  readonly open: () => Promise<StoredReport>;
  readonly watchWindows: (next: (windows: readonly TranscriptWindow[]) => void) => () => void;
}

/** One dictation being corrected against its sound. */
export class Workbench {
  readonly #dictationId: string;
  readonly #store: WorkbenchStore;
  readonly #listening: Listening;
  #editor = $state.raw<ReportEditor>();
  #saving = $state.raw<SavingState>('saved');
  #isReadOnly = $state.raw(false);
  #isEmpty = $state.raw(true);

  constructor(dictationId: string, store: WorkbenchStore, listening: Listening) {
    this.#dictationId = dictationId;
    this.#store = store;
    this.#listening = listening;
  }

  get saving(): SavingState {
    return this.#saving;
  }

  /** Another tab is writing this report. */
  get isReadOnly(): boolean {
    return this.#isReadOnly;
  }

  get isDamaged(): boolean {
    return this.#editor?.damaged ?? false;
  }

  get isEmpty(): boolean {
    return this.#isEmpty;
  }

  get plainText(): string {
    return this.#editor?.plainText ?? '';
  }

  /** Mounts the report in an element until the returned function is called; one tab writes at a time. */
  mount(element: HTMLElement): () => void {
    const closing = new AbortController();
    void navigator.locks.request(
      `plume-report-${this.#dictationId}`,
      { ifAvailable: true },
      async (lock) => {
        if (closing.signal.aborted) return;
        this.#isReadOnly = lock === null;
        await this.#edit(element, closing.signal);
      },
    );
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
      editable: !this.#isReadOnly,
      label: words.report,
      onSeek: (seconds) => this.#listening.seek(seconds),
      onSaving: (state) => {
        this.#saving = state;
      },
      onTyping: () => {
        this.#isEmpty = false;
      },
    });
    this.#editor = editor;
    this.#isEmpty = editor.plainText === '';
    const stopWatching = this.#store.watchWindows((windows) => {
      editor.append(windows);
      this.#isEmpty = editor.plainText === '';
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
    await editor.destroy();
  }
}
