import type { EditorJson, JournalEntry, ReportSnapshot } from '../dossier/report';

/** Where a report is kept: see `vault/reports`. */
export interface ReportStore {
  /** At once or not at all. */
  append(entries: readonly JournalEntry[]): Promise<void>;
  settle(snapshot: ReportSnapshot): Promise<void>;
}

export type SavingState = 'saved' | 'saving' | 'failed';

const ENTRIES_BEFORE_SETTLING = 200;
const RETRY_MILLISECONDS = 2_000;

/** Writes each transaction at once and in order; a write that fails is tried again until it goes through. */
export class Saving {
  readonly #dictationId: string;
  readonly #store: ReportStore;
  readonly #changed: (state: SavingState) => void;
  readonly #waiting: JournalEntry[] = [];
  #version: number;
  #sinceSettled = 0;
  #writing: Promise<void> | undefined;

  constructor(
    report: { readonly dictationId: string; readonly version: number },
    store: ReportStore,
    changed: (state: SavingState) => void,
  ) {
    this.#dictationId = report.dictationId;
    this.#version = report.version;
    this.#store = store;
    this.#changed = changed;
  }

  add(steps: readonly EditorJson[]): void {
    this.#version += 1;
    this.#waiting.push({ dictationId: this.#dictationId, version: this.#version, steps });
    this.#sinceSettled += 1;
    this.#changed('saving');
    this.#writing ??= this.#write();
  }

  get isDue(): boolean {
    return this.#sinceSettled >= ENTRIES_BEFORE_SETTLING;
  }

  /** Keeps the whole document and drops the journal before it. */
  async settle(content: Pick<ReportSnapshot, 'document' | 'selection'>): Promise<void> {
    const version = this.#version;
    this.#sinceSettled = 0;
    await this.#writing;
    await this.#store.settle({ format: 1, dictationId: this.#dictationId, version, ...content });
  }

  /** All that waits at once: what was typed last is never behind a row of earlier keystrokes. */
  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = [...this.#waiting];
      try {
        await this.#store.append(batch);
        this.#waiting.splice(0, batch.length);
      } catch {
        this.#changed('failed');
        await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
      }
    }
    this.#writing = undefined;
    this.#changed('saved');
  }
}
