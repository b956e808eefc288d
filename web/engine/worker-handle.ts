import { releaseProxy, wrap, type Remote } from 'comlink';

/** The worker fell over by itself. */
export class WorkerDiedError extends Error {}

/**
 * A worker whose calls always settle: comlink leaves them pending for ever when the worker dies
 * or is stopped, so each call races against its end.
 */
export class WorkerHandle<Api> {
  readonly #worker: Worker;
  readonly #end = Promise.withResolvers<never>();
  readonly api: Remote<Api>;
  #isStopped = false;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.api = wrap<Api>(worker);
    this.#end.promise.catch(() => undefined);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.stop(new WorkerDiedError(event.message));
    });
    worker.addEventListener('messageerror', () => this.stop(new WorkerDiedError('messageerror')));
  }

  /** @throws the reason given to {@link stop}, or the abort reason: the worker is killed by an abort. */
  async call<T>(signal: AbortSignal, job: (api: Remote<Api>) => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    // The api of a worker that has ended throws by itself, and without the reason.
    if (this.#isStopped) return this.#end.promise;
    const abort = () => this.stop(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await Promise.race([job(this.api), this.#end.promise]);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  /** Ends the worker once; later reasons change nothing. */
  stop(reason: unknown): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#worker.terminate();
    this.#end.reject(reason);
    this.api[releaseProxy]();
  }

  /** Resolves with the reason when the worker has ended. */
  get ended(): Promise<unknown> {
    return this.#end.promise.catch((reason: unknown) => reason);
  }
}
