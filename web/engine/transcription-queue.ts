import type { TranscriptionEvent } from '../../workers/recognition/transcription';
import {
  byUrgency,
  type Dictation,
  type DictationFailure,
  type DictationState,
} from '../dossier/dictation';
import { isOutOfSpace } from '../dossier/out-of-space';
import { resumeSample, type TranscriptWindow } from '../dossier/transcript';
import type { SpeechSource, Transcriber } from './transcriber';

/** What the queue needs of the vault. */
export interface QueueStore {
  readonly all: () => Promise<Dictation[]>;
  readonly setState: (id: string, state: DictationState) => Promise<void>;
  readonly windows: (id: string) => Promise<TranscriptWindow[]>;
  readonly addWindow: (window: TranscriptWindow) => Promise<void>;
  readonly speech: (dictation: Dictation) => SpeechSource;
  readonly modelId: (signal: AbortSignal) => Promise<string>;
}

/** The job under way: the model's download first, then the sound. */
export interface QueueProgress {
  readonly dictationId: string;
  readonly stage: 'model' | 'sound';
  /** Bytes or seconds. */
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | undefined;
}

/** What hears: the transcriber's worker. */
export type Recogniser = Pick<Transcriber, 'transcribe'>;

const LOCK = 'plume-transcription';

const isWaiting = ({ state, deletedAt }: Dictation): boolean =>
  deletedAt === undefined && (state.phase === 'recorded' || state.phase === 'transcribing');

/** Recognises what waits, one dictation at a time, in one tab at a time. */
export class TranscriptionQueue {
  readonly #transcriber: Recogniser;
  readonly #store: QueueStore;
  readonly #report: (progress: QueueProgress | undefined) => void;
  #current: { readonly id: string; readonly abort: AbortController } | undefined;
  #wake = Promise.withResolvers<undefined>();

  constructor(
    transcriber: Recogniser,
    store: QueueStore,
    report: (progress: QueueProgress | undefined) => void,
  ) {
    this.#transcriber = transcriber;
    this.#store = store;
    this.#report = report;
  }

  /** Runs until the signal aborts; another tab takes over when this one closes. */
  async run(signal: AbortSignal): Promise<void> {
    await navigator.locks.request(LOCK, { signal }, async () => {
      while (!signal.aborted) {
        const wake = this.#wake.promise;
        const next = (await this.#store.all()).filter(isWaiting).sort(byUrgency)[0];
        if (next) await this.#transcribe(next, signal);
        else await wake;
      }
    });
  }

  /** Something new may be waiting. */
  wake(): void {
    this.#wake.resolve(undefined);
    this.#wake = Promise.withResolvers();
  }

  /** Stops the recognition of a dictation at once; what was recognised stays. */
  cancel(id: string): void {
    if (this.#current?.id === id) this.#current.abort.abort();
  }

  async #transcribe(dictation: Dictation, signal: AbortSignal): Promise<void> {
    const abort = new AbortController();
    this.#current = { id: dictation.id, abort };
    await this.#store.setState(dictation.id, { phase: 'transcribing' });
    try {
      const state = await this.#recognise(dictation, AbortSignal.any([signal, abort.signal]));
      await this.#store.setState(dictation.id, state);
    } catch (error) {
      if (signal.aborted) return;
      if (!abort.signal.aborted) throw error;
      await this.#store.setState(dictation.id, { phase: 'failed', reason: 'cancelled' });
    } finally {
      this.#current = undefined;
      this.#report(undefined);
    }
  }

  async #recognise(dictation: Dictation, signal: AbortSignal): Promise<DictationState> {
    const windows = await this.#store.windows(dictation.id);
    const model = await this.#store.modelId(signal);
    const writer = new WindowWriter(dictation, model, windows.length, this.#store);
    const progress = new Progress(dictation.id, this.#report);
    const outcome = await this.#transcriber.transcribe(signal, {
      sound: this.#store.speech(dictation),
      modelId: model,
      fromSample: resumeSample(windows),
      onDownload: (done, total) => progress.at('model', done, total),
      onEvent: async (event) => {
        if (event.kind === 'window') await writer.add(event);
        else progress.at('sound', event.secondsDone, event.secondsTotal);
      },
    });
    if (writer.isFull) return { phase: 'failed', reason: 'storage-full' };
    if (outcome.ok) return { phase: 'drafted' };
    if (outcome.kind === 'no-speech' && writer.count > 0) return { phase: 'drafted' };
    return { phase: 'failed', reason: outcome.kind satisfies DictationFailure };
  }
}

class WindowWriter {
  readonly #dictation: Dictation;
  readonly #model: string;
  readonly #store: QueueStore;
  count: number;
  /** The disk took no more. */
  isFull = false;

  constructor(dictation: Dictation, model: string, count: number, store: QueueStore) {
    this.#dictation = dictation;
    this.#model = model;
    this.count = count;
    this.#store = store;
  }

  async add(event: Extract<TranscriptionEvent, { kind: 'window' }>): Promise<void> {
    const { start, end, segments, untold, nextSample } = event;
    try {
      await this.#store.addWindow({
        format: 1,
        dictationId: this.#dictation.id,
        index: this.count,
        start,
        end,
        segments,
        untold,
        nextSample,
        model: this.#model,
      });
    } catch (error) {
      this.isFull = isOutOfSpace(error);
      throw error;
    }
    this.count += 1;
  }
}

/** Time left from the pace of this job alone; said only once there is a pace to speak of. */
class Progress {
  readonly #dictationId: string;
  readonly #report: (progress: QueueProgress) => void;
  #since: { stage: QueueProgress['stage']; time: number; done: number } | undefined;

  constructor(dictationId: string, report: (progress: QueueProgress) => void) {
    this.#dictationId = dictationId;
    this.#report = report;
  }

  at(stage: QueueProgress['stage'], done: number, total: number): void {
    const now = performance.now();
    if (this.#since?.stage !== stage) this.#since = { stage, time: now, done };
    const gained = done - this.#since.done;
    const secondsLeft =
      gained > 0 ? (((now - this.#since.time) / 1000) * (total - done)) / gained : undefined;
    this.#report({ dictationId: this.#dictationId, stage, done, total, secondsLeft });
  }
}
