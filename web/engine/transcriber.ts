import { proxy, transfer } from 'comlink';
import type { Outcome } from '../../workers/outcome';
import type { Preview } from '../../workers/recognition/preview';
import type { TranscriptionEvent } from '../../workers/recognition/transcription';
import type { ModelEntry } from '../../workers/recognition/models/manifest';
import type { TranscriberApi } from '../../workers/transcriber';
import { GraphicsChoice, type CardWorker, type GraphicsMemory } from './graphics-choice';
import {
  DamagedModelError,
  MissingModelError,
  availableModels,
  forgetGraphicsFiles,
  graphicsFiles,
  modelFiles,
  type DownloadProgress,
} from './model-store';
import { WorkerDiedError, WorkerHandle } from './worker-handle';

export interface SpeechSource {
  /** At 16 kHz, mono. */
  readonly sampleCount: number;
  readonly read: (start: number, count: number) => Promise<Float32Array<ArrayBuffer>>;
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
  readonly model: ModelEntry;
  readonly handle: WorkerHandle<TranscriberApi>;
  /** Where it hears on the graphics card: what is to be told when the card fails. */
  card: { readonly onLost: () => void } | undefined;
}

type OpenedWorker = Promise<WorkerHandle<TranscriberApi> | Outcome<never>>;

const MAX_THREADS = 4;
/** Rest before a graphics card is tried: who comes meanwhile does not wait for it. */
const REST_MILLISECONDS = 5_000;
/** The trial itself gives up earlier; where it cannot, the worker is ended. */
const MOST_TRIAL_MILLISECONDS = 300_000;

/** Threads need an isolated page; more than four gain nothing on these models. */
const threadCount = (): number =>
  crossOriginIsolated ? Math.min(MAX_THREADS, navigator.hardwareConcurrency) : 1;

/** Of the page, however often it was locked meanwhile. */
const LOST_CARDS = new Set<string>();

const cardWorker = (signal: AbortSignal, handle: WorkerHandle<TranscriberApi>): CardWorker => ({
  graphicsCard: () => handle.call(signal, (api) => api.graphicsCard()),
  tryGraphics: (files) =>
    handle.call(signal, (api) => api.tryGraphics(transfer(files, Object.values(files)))),
});

/** The recogniser in its worker: loaded at the first use, started afresh after an abort or a crash. */
export class Transcriber {
  #loaded: LoadedWorker | undefined;
  #opening: { readonly modelId: string; readonly worker: OpenedWorker } | undefined;
  #isBusy = false;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #graphics: GraphicsChoice;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #fetching: AbortController | undefined;

  /** @param memory of what graphics cards were tried, and whether they may be. */
  constructor(memory: GraphicsMemory) {
    const shelf = {
      files: (model: ModelEntry, signal = AbortSignal.timeout(MOST_TRIAL_MILLISECONDS)) =>
        graphicsFiles(signal, model),
      forget: forgetGraphicsFiles,
    };
    this.#graphics = new GraphicsChoice(memory, shelf, { lost: LOST_CARDS });
  }

  /**
   * Gives back failures as values; an abort rejects with its reason. One job after the other: the worker hears one
   * sound at a time, and a job that waits looks at its signal when its turn has come.
   */
  transcribe(signal: AbortSignal, job: TranscriptionJob): Promise<Outcome<unknown>> {
    clearTimeout(this.#rest);
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
    this.#isBusy = true;
    let loaded: LoadedWorker | undefined;
    try {
      const handle = await this.#ready(signal, modelId, onDownload);
      if (!(handle instanceof WorkerHandle)) return handle;
      loaded = this.#loaded;
      return await handle.call<Outcome<unknown>>(signal, (api) =>
        api.transcribe(
          { sampleCount: sound.sampleCount, fromSample },
          proxy(async (start, count) => {
            const samples = await sound.read(start, count);
            return transfer(samples, [samples.buffer]);
          }),
          proxy(onEvent),
        ),
      );
    } catch (error) {
      if (signal.aborted) throw error;
      // A worker that fell over while the card heard is not opened on it again; a full disk is no fault of the card.
      if (error instanceof WorkerDiedError) loaded?.card?.onLost();
      return explain(error);
    } finally {
      this.#isBusy = false;
      this.#tryCardAfterRest();
    }
  }

  #tryCardAfterRest(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(
      () => void this.#prepareTrial().catch(() => undefined),
      REST_MILLISECONDS,
    );
  }

  /** What a card hears with is fetched while others are heard; only the trial takes its turn. */
  async #prepareTrial(): Promise<void> {
    const loaded = this.#loaded;
    if (loaded === undefined || loaded.card !== undefined || this.#fetching) return;
    const { signal } = (this.#fetching = new AbortController());
    const worker = cardWorker(AbortSignal.timeout(MOST_TRIAL_MILLISECONDS), loaded.handle);
    try {
      if (!(await this.#graphics.isReadyToTry(worker, loaded.model, signal))) return;
    } finally {
      this.#fetching = undefined;
    }
    this.#turn = this.#turn.then(() => this.#tryCard(loaded)).catch(() => undefined);
  }

  async #tryCard(loaded: LoadedWorker): Promise<void> {
    if (loaded !== this.#loaded || loaded.card !== undefined) return;
    this.#isBusy = true;
    try {
      const worker = cardWorker(AbortSignal.timeout(MOST_TRIAL_MILLISECONDS), loaded.handle);
      loaded.card = await this.#graphics.tryOut(worker, loaded.model);
    } finally {
      this.#isBusy = false;
    }
  }

  /** Stops the worker with all it remembers; the next job starts another. */
  stop(): void {
    clearTimeout(this.#rest);
    this.#fetching?.abort();
    this.#loaded?.handle.stop(new DOMException('the workplace is closed', 'AbortError'));
  }

  /**
   * A first text of the last seconds of a recording; `undefined` while something is transcribed or a card is tried, which
   * go before.
   * @throws where the model cannot be opened.
   */
  async preview(
    signal: AbortSignal,
    { samples, modelId }: { readonly samples: Float32Array; readonly modelId: string },
  ): Promise<Preview | undefined> {
    if (this.#isBusy) return undefined;
    this.#tryCardAfterRest();
    const handle = await this.#ready(signal, modelId, () => undefined);
    if (!(handle instanceof WorkerHandle)) throw new Error(handle.ok ? '' : handle.kind);
    const outcome = await handle.call<Outcome<Preview>>(signal, (api) =>
      api.preview(transfer(samples, [samples.buffer])),
    );
    return outcome.ok ? outcome.value : undefined;
  }

  /** One worker, whoever asks for it first: the recording for its preview or the queue. */
  async #ready(signal: AbortSignal, modelId: string, onDownload: DownloadProgress): OpenedWorker {
    if (this.#loaded?.card && !(await this.#graphics.isWanted())) {
      this.#loaded?.handle.stop(new DOMException('the card may not hear any more', 'AbortError'));
      this.#loaded = undefined;
    }
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
    // The processor hears whatever became of the card.
    const card = await this.#graphics
      .toUse(cardWorker(signal, handle), model)
      .catch(() => undefined);
    // Between two calls nobody ends the worker: its memory must not stay behind a lock.
    if (signal.aborted) handle.stop(signal.reason);
    const loaded: LoadedWorker = { modelId, model, handle, card };
    const graphics = card?.files;
    const onGraphicsLost = proxy(() => {
      loaded.card?.onLost();
      loaded.card = undefined;
    });
    const outcome = await handle.call<Outcome<unknown>>(signal, (api) =>
      api.load(
        transfer({ id: model.id, ...files }, Object.values(files)),
        graphics
          ? transfer({ threads: threadCount(), graphics }, Object.values(graphics))
          : { threads: threadCount() },
        onGraphicsLost,
      ),
    );
    if (!outcome.ok) {
      handle.stop(new Error(outcome.kind));
      return outcome;
    }
    this.#loaded = loaded;
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
