import { proxy } from 'comlink';
import type { Conservation } from '../../terminology/summary/conservation/conserve';
import type {
  ExtractedLine,
  ExtractedSummary,
  ReportText,
} from '../../terminology/summary/summarise';
import type { WrittenLine } from '../../terminology/summary/written-lines';
import type { Outcome } from '../../workers/outcome';
import type { SummarizerApi, WriterModel } from '../../workers/summarizer';
import { WorkerHandle } from './worker-handle';

export interface WritingJob {
  readonly model: WriterModel;
  readonly paragraphs: readonly string[];
  readonly onLine: (line: WrittenLine) => void;
}

/** What summarises, in a worker of its own: recognition never waits for it. An abort ends the worker. */
export class Summarizer {
  #handle: WorkerHandle<SummarizerApi> | undefined;

  /** Undefined where the lexicon could not be read. */
  summarise(
    signal: AbortSignal,
    report: ReportText,
    onLine: (line: ExtractedLine) => void,
  ): Promise<ExtractedSummary | undefined> {
    return this.#ready().call(signal, (api) => api.summarise(report, proxy(onLine)));
  }

  check(
    signal: AbortSignal,
    paragraphs: readonly string[],
    lines: readonly string[],
  ): Promise<Conservation | undefined> {
    return this.#ready().call(signal, (api) => api.check(paragraphs, lines));
  }

  /** Lines by a generative model of the practice, each compared with the report. */
  write(
    signal: AbortSignal,
    { model, paragraphs, onLine }: WritingJob,
  ): Promise<Outcome<{ lines: number }>> {
    return this.#ready().call<Outcome<{ lines: number }>>(signal, (api) =>
      api.write(model, paragraphs, proxy(onLine)),
    );
  }

  /** Stops the worker with all it remembers; the next question starts another. */
  stop(): void {
    this.#handle?.stop(new DOMException('the workplace is closed', 'AbortError'));
  }

  #ready(): WorkerHandle<SummarizerApi> {
    if (this.#handle) return this.#handle;
    const handle = new WorkerHandle<SummarizerApi>(
      new Worker(new URL('../../workers/summarizer.ts', import.meta.url), { type: 'module' }),
    );
    this.#handle = handle;
    void handle.ended.then(() => {
      if (this.#handle === handle) this.#handle = undefined;
    });
    return handle;
  }
}
