import type { WrittenLine } from '../../terminology/summary/written-lines';
import type { Outcome } from '../../workers/outcome';
import type { AddedWriter } from '../engine/writer-store';

/** What the lines of a generative model need of the rest of the workplace. */
export interface WriterStore {
  /** Generative models that the practice added. */
  readonly writers: () => Promise<readonly AddedWriter[]>;
  readonly write: (
    signal: AbortSignal,
    writer: AddedWriter,
    asked: {
      readonly paragraphs: readonly string[];
      readonly onLine: (line: WrittenLine) => void;
    },
  ) => Promise<Outcome<unknown>>;
}

type Phase = 'idle' | 'working' | 'ready' | 'failed';

/** Lines that a generative model of the practice proposes, each compared with the report; nothing is taken over by itself. */
export class WrittenProposals {
  readonly #store: WriterStore;
  #writers = $state.raw<readonly AddedWriter[]>([]);
  #lines = $state.raw<readonly WrittenLine[]>([]);
  #phase = $state.raw<Phase>('idle');
  #writing: AbortController | undefined;

  constructor(store: WriterStore) {
    this.#store = store;
  }

  /** The model that would be asked: the last one added. */
  get writer(): AddedWriter | undefined {
    return this.#writers.at(-1);
  }

  get phase(): Phase {
    return this.#phase;
  }

  get lines(): readonly WrittenLine[] {
    return this.#lines;
  }

  async look(): Promise<void> {
    this.#writers = await this.#store.writers().catch(() => []);
  }

  async ask(paragraphs: readonly string[]): Promise<void> {
    const { writer } = this;
    if (!writer) return;
    this.stop();
    const writing = new AbortController();
    this.#writing = writing;
    this.#phase = 'working';
    this.#lines = [];
    const onLine = (line: WrittenLine): void => {
      if (!writing.signal.aborted) this.#lines = [...this.#lines, line];
    };
    const outcome = await this.#store
      .write(writing.signal, writer, { paragraphs, onLine })
      .catch(() => undefined);
    if (!writing.signal.aborted) this.#phase = outcome?.ok === true ? 'ready' : 'failed';
  }

  /** A line was taken over. */
  drop(line: WrittenLine): void {
    this.#lines = this.#lines.filter((other) => other !== line);
  }

  stop(): void {
    this.#writing?.abort(new DOMException('stopped', 'AbortError'));
    this.#phase = 'idle';
  }
}
