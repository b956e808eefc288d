import { proxy, transfer } from 'comlink';
import type { Outcome } from '../../workers/outcome';
import type { Preview } from '../../workers/recognition/preview';
import type { TranscriptionEvent } from '../../workers/recognition/transcription';
import type { TranscriberApi } from '../../workers/transcriber';
import {
  DamagedModelError,
  MissingModelError,
  availableModels,
  modelFiles,
  type DownloadProgress,
} from './model-store';
import { WorkerHandle } from './worker-handle';

export interface SpeechSource {
  /** At 16 kHz, mono. */
  readonly sampleCount: number;
  readonly read: (start: number, count: number) => Promise<Float32Array>;
}

export interface TranscriptionJob {
  readonly sound: SpeechSource;
  readonly modelId: string;
  /** Where to take up again, in samples. */
  readonly fromSample: number;
  readonly onEvent: (event: TranscriptionEvent) => void | Promise<void>;
  readonly onDownload: DownloadProgress;
}

interface LoadedWorker {
  readonly modelId: string;
  readonly handle: WorkerHandle<TranscriberApi>;
}

type OpenedWorker = Promise<WorkerHandle<TranscriberApi> | Outcome<never>>;

const MAX_THREADS = 4;

/** Threads need an isolated page; more than four gain nothing on these models. */
const threadCount = (): number =>
  crossOriginIsolated ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1;

/** The recogniser in its worker: loaded at the first use, started afresh after an abort or a crash. */
export class Transcriber {
  #loaded: LoadedWorker | undefined;
  #opening: { readonly modelId: string; readonly worker: OpenedWorker } | undefined;
  #isTranscribing = false;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * Gives back failures as values; an abort rejects with its reason. One job after the other: the worker hears one
   * sound at a time, and a job that waits looks at its signal when its turn has come.
   */
  transcribe(signal: AbortSignal, job: TranscriptionJob): Promise<Outcome<unknown>> {
    const done = this.#turn.then(() => {
      signal.throwIfAborted();
      return this.#transcribe(signal, job);
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #transcribe(
    signal: AbortSignal,
    { sound, modelId, fromSample, onEvent, onDownload }: TranscriptionJob,
  ): Promise<Outcome<unknown>> {
    this.#isTranscribing = true;
    try {
      const handle = await this.#ready(signal, modelId, onDownload);
      if (!(handle instanceof WorkerHandle)) return handle;
      return await handle.call<Outcome<unknown>>(signal, (api) =>
        api.transcribe(
          { sampleCount: sound.sampleCount, fromSample },
          proxy(async (start, count) => {
            const samples = await sound.read(start, count);
            return transfer(samples, [samples.buffer as ArrayBuffer]);
          }),
          proxy(onEvent),
        ),
      );
    } catch (error) {
      if (signal.aborted) throw error;
      return explain(error);
    } finally {
      this.#isTranscribing = false;
    }
  }

  /** Stops the worker with all it remembers; the next job starts another. */
  stop(): void {
    this.#loaded?.handle.stop(new DOMException('the workplace is closed', 'AbortError'));
  }

  /**
   * A first text of the last seconds of a recording; `undefined` while something is transcribed, which goes before.
   * @throws where the model cannot be opened.
   */
  async preview(
    signal: AbortSignal,
    { samples, modelId }: { readonly samples: Float32Array; readonly modelId: string },
  ): Promise<Preview | undefined> {
    if (this.#isTranscribing) return undefined;
    const handle = await this.#ready(signal, modelId, () => undefined);
    if (!(handle instanceof WorkerHandle)) throw new Error(handle.ok ? '' : handle.kind);
    const outcome = await handle.call<Outcome<Preview>>(signal, (api) =>
      api.preview(transfer(samples, [samples.buffer])),
    );
    return outcome.ok ? outcome.value : undefined;
  }

  /** One worker, whoever asks for it first: the recording for its preview or the queue. */
  async #ready(signal: AbortSignal, modelId: string, onDownload: DownloadProgress): OpenedWorker {
    if (this.#loaded?.modelId === modelId) return this.#loaded.handle;
    if (this.#opening?.modelId === modelId) return this.#opening.worker;
    const opening = { modelId, worker: this.#open(signal, modelId, onDownload) };
    this.#opening = opening;
    return opening.worker.finally(() => {
      if (this.#opening === opening) this.#opening = undefined;
    });
  }

  async #open(signal: AbortSignal, modelId: string, onDownload: DownloadProgress): OpenedWorker {
    this.#loaded?.handle.stop(new DOMException('another model was chosen', 'AbortError'));
    const models = await availableModels(signal);
    const model = models.find(({ id }) => id === modelId) ?? models[0];
    if (!model) throw new MissingModelError(modelId);
    const files = await modelFiles(signal, model, onDownload);
    const handle = new WorkerHandle<TranscriberApi>(
      new Worker(new URL('../../workers/transcriber.ts', import.meta.url), { type: 'module' }),
    );
    void handle.ended.then(() => {
      if (this.#loaded?.handle === handle) this.#loaded = undefined;
    });
    const outcome = await handle.call<Outcome<unknown>>(signal, (api) =>
      api.load(transfer({ id: model.id, ...files }, Object.values(files)), {
        threads: threadCount(),
      }),
    );
    if (!outcome.ok) {
      handle.stop(new Error(outcome.kind));
      return outcome;
    }
    this.#loaded = { modelId, handle };
    return handle;
  }
}

function explain(error: unknown): Outcome<never> {
  const detail = String(error);
  if (error instanceof DamagedModelError) return { ok: false, kind: 'damaged-model', detail };
  if (error instanceof MissingModelError) return { ok: false, kind: 'missing-model', detail };
  if (/out of memory|allocation failed|Aborted\(/i.test(detail)) {
    return { ok: false, kind: 'out-of-memory', detail };
  }
  return { ok: false, kind: 'worker-died', detail };
}
