import { FRESH_WATCH, type LevelWatch, measureLevel, watchLevel } from './level';
import { type LiveMicrophone, openLiveMicrophone } from './live-microphone';
import {
  IDLE,
  type PauseReason,
  type PieceSink,
  type RecorderPhase,
  type RecorderState,
  type StartFailureKind,
} from './recorder-state';
import { takeRecordingLock } from './recording-lock';
import { SPEECH_RATE_HZ } from '../dossier/dictation';
import { type RecordedPiece, TakeCutter } from './take-cutter';
import { type Edit, goingOn, type Intent } from '../dossier/timeline';
import { WriteQueue } from './write-queue';

/** A minute of sound that cannot be stored: going on would only lose more. */
const MOST_UNWRITTEN = 120;

export interface RecorderOptions {
  readonly sink: PieceSink;
  readonly onChange: (state: RecorderState) => void;
  /** The microphone a person chose before, as the caller remembers it. */
  readonly microphoneId?: string;
}

type Entry =
  | { readonly kind: 'take'; readonly edit: Edit }
  | { readonly kind: 'piece'; readonly piece: RecordedPiece };

/**
 * Records a dictation: each stretch between start or resume and pause or stop is a take, handed to the sink in pieces
 * of half a second. During a pause that was asked for the microphone stays open, so that the first syllable after it
 * is not lost, but nothing of it is kept; any other pause lets it go.
 */
export class Recorder {
  readonly #options: RecorderOptions;
  readonly #queue: WriteQueue<Entry>;
  #state = IDLE;
  #intent: Intent = { kind: 'append' };
  #live: LiveMicrophone | undefined;
  #cutter: TakeCutter | undefined;
  #watch: LevelWatch = FRESH_WATCH;
  #finishedLength = 0;
  #giveBackLock: (() => void) | undefined;

  constructor(options: RecorderOptions) {
    this.#options = options;
    this.#queue = new WriteQueue<Entry>({
      write: (entry) =>
        entry.kind === 'take'
          ? options.sink.beginTake(entry.edit)
          : options.sink.write(entry.piece),
      onTrouble: (unwritten) => {
        this.#change({ unwritten });
        if (unwritten >= MOST_UNWRITTEN) this.#lose('storage');
      },
      onRecovered: () => {
        this.#change({ unwritten: 0 });
      },
    });
  }

  get state(): RecorderState {
    return this.#state;
  }

  /** Recorded but not stored, oldest first: for a last rescue when the disk stays full. */
  get unwrittenPieces(): readonly RecordedPiece[] {
    return this.#queue.waiting.flatMap((entry) => (entry.kind === 'piece' ? [entry.piece] : []));
  }

  /** Begins to record; why not, if it cannot. Only when idle. */
  async start(intent: Intent): Promise<StartFailureKind | undefined> {
    this.#expect('idle');
    this.#enter({ name: 'starting' });
    this.#giveBackLock = await takeRecordingLock();
    if (this.#giveBackLock === undefined) return this.#backToIdle('elsewhere');
    this.#intent = intent;
    this.#finishedLength = 0;
    try {
      const failure = await this.#open();
      if (failure !== undefined) return this.#backToIdle(failure);
    } catch (error) {
      this.#backToIdle();
      throw error;
    }
    this.#beginTake();
    return undefined;
  }

  /** Ends the take; all of it is on its way to the sink when this settles. */
  async pause(): Promise<void> {
    this.#expect('recording');
    await this.#live?.drain();
    if (this.#state.phase.name === 'recording') this.#endTake('asked');
  }

  /** A new take behind the last one; why not, if the microphone is gone. Only when paused. */
  async resume(): Promise<StartFailureKind | undefined> {
    const { phase } = this.#state;
    this.#expect('paused');
    if (this.#live === undefined) {
      this.#enter({ name: 'starting' });
      const failure = await this.#open();
      if (failure !== undefined) {
        this.#enter(phase);
        return failure;
      }
    } else {
      // What the block in progress holds was said during the pause.
      await this.#live.drain();
    }
    this.#beginTake();
    return undefined;
  }

  /** Ends the recording and lets the microphone go; settles when everything is stored. */
  async stop(): Promise<void> {
    if (this.#state.phase.name === 'recording') await this.pause();
    this.#expect('paused');
    this.#enter({ name: 'stopping' });
    this.#closeMicrophone();
    await this.#queue.drained();
    this.#backToIdle();
  }

  #expect(name: RecorderPhase['name']): void {
    if (this.#state.phase.name === name) return;
    throw new Error(`The recorder is ${this.#state.phase.name}, not ${name}.`);
  }

  #change(changes: Partial<RecorderState>): void {
    this.#state = { ...this.#state, ...changes };
    this.#options.onChange(this.#state);
  }

  #enter(phase: RecorderPhase): void {
    this.#change({ phase });
  }

  #backToIdle<Failure>(failure?: Failure): Failure | undefined {
    this.#giveBackLock?.();
    this.#giveBackLock = undefined;
    this.#change({ ...IDLE, seconds: this.#state.seconds });
    return failure;
  }

  async #open(): Promise<StartFailureKind | undefined> {
    const live = await openLiveMicrophone({
      chosenId: this.#options.microphoneId,
      onBlock: (samples) => {
        this.#hear(samples);
      },
      onLost: (reason) => {
        this.#lose(reason);
      },
    });
    if (typeof live === 'string') return live;
    this.#live = live;
    this.#change({ microphone: live.microphone, isChosenMicrophone: live.isChosen });
    return undefined;
  }

  #beginTake(): void {
    if (this.#live === undefined) return;
    const takeId = crypto.randomUUID();
    this.#queue.push({ kind: 'take', edit: { ...this.#intent, takeId } });
    this.#cutter = new TakeCutter(takeId, this.#live.sampleRateHz);
    this.#watch = FRESH_WATCH;
    this.#enter({ name: 'recording' });
  }

  /** Lets the microphone go; during a pause that is all, since the next take opens it again. */
  #lose(reason: PauseReason): void {
    this.#closeMicrophone();
    if (this.#state.phase.name === 'recording') this.#endTake(reason);
  }

  #endTake(reason: PauseReason): void {
    const cutter = this.#cutter;
    this.#cutter = undefined;
    if (cutter !== undefined) {
      this.#store(cutter.flush());
      this.#intent = goingOn(this.#intent, cutter.length);
      this.#finishedLength += cutter.length;
    }
    const seconds = this.#finishedLength / SPEECH_RATE_HZ;
    this.#change({ phase: { name: 'paused', reason }, seconds, level: undefined });
  }

  #closeMicrophone(): void {
    this.#live?.close();
    this.#live = undefined;
  }

  #hear(samples: Float32Array): void {
    if (this.#cutter === undefined || this.#live === undefined) return;
    this.#store(this.#cutter.push(samples));
    const level = measureLevel(samples);
    this.#watch = watchLevel(this.#watch, level, samples.length / this.#live.sampleRateHz);
    const seconds = (this.#finishedLength + this.#cutter.length) / SPEECH_RATE_HZ;
    this.#change({ seconds, level, levelState: this.#watch.state });
  }

  #store(pieces: readonly RecordedPiece[]): void {
    for (const piece of pieces) this.#queue.push({ kind: 'piece', piece });
  }
}
