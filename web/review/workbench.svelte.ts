import { ReportEditor } from '../editor/report-editor';
import type { ReportStore, SavingState } from '../editor/saving';
import type { StoredReport } from '../dossier/report';
import type { TranscriptWindow } from '../dossier/transcript';
import type { Player } from '../audio/player';
import type { Command } from '../commands/command';
import { workbenchWords as words } from '../words/workbench';

/** What the workbench needs of the vault, for one dictation. */
export interface WorkbenchStore extends ReportStore {
  readonly open: () => Promise<StoredReport>;
  readonly watchWindows: (next: (windows: readonly TranscriptWindow[]) => void) => () => void;
}

const BACK_SECONDS = 2;
const SPEED_STEP = 0.1;
const SPEEDS = { slowest: 0.5, fastest: 2 };

/** One dictation being corrected against its sound. */
export class Workbench {
  readonly #dictationId: string;
  readonly #store: WorkbenchStore;
  readonly player: Player;
  #editor = $state.raw<ReportEditor>();
  #saving = $state.raw<SavingState>('saved');
  #isReadOnly = $state.raw(false);
  #isEmpty = $state.raw(true);

  constructor(dictationId: string, store: WorkbenchStore, player: Player) {
    this.#dictationId = dictationId;
    this.#store = store;
    this.player = player;
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

  get commands(): readonly Command[] {
    const { player } = this;
    return [
      { id: 'play', label: words.play, keys: ['F4', 'Ctrl+Espace'], run: () => player.toggle() },
      { id: 'back', label: words.back, keys: ['F2'], run: () => player.back(BACK_SECONDS) },
      { id: 'slower', label: words.slower, keys: ['F8'], run: () => this.changeSpeed(-1) },
      { id: 'faster', label: words.faster, keys: ['F9'], run: () => this.changeSpeed(1) },
    ];
  }

  /** @param steps +1 for a little faster, -1 for a little slower. */
  changeSpeed(steps: number): void {
    const speed = Math.round((this.player.speed + steps * SPEED_STEP) * 10) / 10;
    this.player.setSpeed(Math.min(SPEEDS.fastest, Math.max(SPEEDS.slowest, speed)));
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
      onSeek: (seconds) => this.player.seek(seconds),
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
    const stopFollowing = this.player.watch(() => {
      editor.showPlayhead(this.player.isPlaying ? this.player.position : undefined);
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
