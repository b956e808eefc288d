import type { CheckerApi, Draft, DraftRequest } from '../../workers/checker';
import { WorkerHandle } from './worker-handle';

/** What knows medical French, in its worker; started at the first question, afresh after a crash. */
export class Checker {
  #handle: WorkerHandle<CheckerApi> | undefined;

  draft(signal: AbortSignal, request: DraftRequest): Promise<Draft> {
    return this.#ready().call(signal, (api) => api.draft(request));
  }

  /** Nearest words of the lexicon for one it does not know. */
  suggest(signal: AbortSignal, word: string): Promise<readonly string[]> {
    return this.#ready().call(signal, (api) => api.suggest(word));
  }

  /** Stops the worker with all it remembers; the next question starts another. */
  stop(): void {
    this.#handle?.stop(new DOMException('the workplace is closed', 'AbortError'));
  }

  #ready(): WorkerHandle<CheckerApi> {
    if (this.#handle) return this.#handle;
    const handle = new WorkerHandle<CheckerApi>(
      new Worker(new URL('../../workers/checker.ts', import.meta.url), { type: 'module' }),
    );
    this.#handle = handle;
    void handle.ended.then(() => {
      if (this.#handle === handle) this.#handle = undefined;
    });
    return handle;
  }
}
