import { proxy } from 'comlink';
import type {
  CompiledEdition,
  CompileRequest,
  FileReading,
  ImporterApi,
} from '../../workers/importer';
import { WorkerHandle } from './worker-handle';

type Tell = (share: number) => void;

/** Reads and compiles dropped files in a worker of its own, which an abort kills with all it holds. */
export class LexiconImporter {
  #handle: WorkerHandle<ImporterApi> | undefined;

  read(signal: AbortSignal, files: readonly File[], tell: Tell): Promise<readonly FileReading[]> {
    return this.#ready(signal).call(signal, (api) => api.read(files, proxy(tell)));
  }

  /** Compiles what was read last with what is kept; undefined where nothing is left. */
  compile(
    signal: AbortSignal,
    request: CompileRequest,
    tell: Tell,
  ): Promise<CompiledEdition | undefined> {
    return this.#ready(signal).call(signal, (api) => api.compile(request, proxy(tell)));
  }

  /** Frees its memory; the next call starts afresh. */
  rest(): void {
    this.#handle?.stop(new Error('at rest'));
    this.#handle = undefined;
  }

  #ready(signal: AbortSignal): WorkerHandle<ImporterApi> {
    // An abort kills the worker; what is asked in the same turn needs another one already.
    signal.addEventListener('abort', () => this.rest(), { once: true });
    if (this.#handle) return this.#handle;
    const handle = new WorkerHandle<ImporterApi>(
      new Worker(new URL('../../workers/importer.ts', import.meta.url), { type: 'module' }),
    );
    this.#handle = handle;
    void handle.ended.then(() => {
      if (this.#handle === handle) this.#handle = undefined;
    });
    return handle;
  }
}
