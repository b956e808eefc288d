import { Recorder } from '../audio/recorder';
import type { StartFailureKind } from '../audio/recorder-state';
import { concatenate, toFloat32 } from '../audio/samples';
import { piecesFor, type SpokenPiece } from '../dossier/spoken-answer';

/** @returns what was said, written as in a report; empty where no word was heard. */
export type HearAnswer = (samples: Float32Array) => Promise<string>;

export type AnswerFailure = StartFailureKind | 'no-speech' | 'not-heard';

/** Where what is said is kept until its words stand in the report. */
export interface AnswerStore {
  readonly hear: HearAnswer;
  readonly microphoneId: () => Promise<string>;
  readonly keep: (piece: SpokenPiece) => Promise<void>;
  /** Of all questions, in any order. */
  readonly kept: () => Promise<readonly SpokenPiece[]>;
  readonly forget: (blankId: string) => Promise<void>;
  /** Keeps the vault open until the work is done. */
  readonly holdOpen: (work: Promise<unknown>) => void;
}

/** An answer is a few words: what goes on longer is a dictation. */
const LONGEST_SECONDS = 60;

type Phase = 'idle' | 'opening' | 'recording' | 'hearing';

/**
 * An answer said instead of typed. Its sound is kept as it is said and let go once a person has written the words, so
 * that whoever leaves, locks or loses the page meanwhile finds it again.
 */
export class SpokenAnswer {
  readonly #store: AnswerStore;
  #recorder: Recorder | undefined;
  #isDisposed = false;
  #isTakenUp = false;
  #phase = $state<Phase>('idle');
  #blankId = $state('');
  #seconds = $state(0);
  #texts = $state.raw<Readonly<Record<string, string>>>({});
  #failure = $state<AnswerFailure>();

  constructor(store: AnswerStore) {
    this.#store = store;
  }

  get phase(): Phase {
    return this.#phase;
  }

  get seconds(): number {
    return this.#seconds;
  }

  /** The question it is about, or was last. */
  get blankId(): string {
    return this.#blankId;
  }

  get failure(): AnswerFailure | undefined {
    return this.#failure;
  }

  /** What was heard for this question. */
  textFor(blankId: string): string {
    return this.#texts[blankId] ?? '';
  }

  /** Begins to listen, or ends and writes what was said. */
  async toggle(blankId: string): Promise<void> {
    if (this.#phase === 'idle') await this.#begin(blankId);
    else if (this.#phase === 'recording') await this.#end();
  }

  /** Hears, once, what was said to these questions before the screen was left. */
  async takeUp(blankIds: readonly string[]): Promise<void> {
    if (this.#isTakenUp) return;
    this.#isTakenUp = true;
    const kept = await this.#store.kept();
    for (const blankId of blankIds.filter((id) => piecesFor(id, kept).length > 0)) {
      if (this.#phase !== 'idle' || this.#isDisposed) return;
      this.#blankId = blankId;
      await this.#hear();
    }
  }

  /** The question has its words, or is gone: its sound is let go, and what is still being said ends. */
  async forget(blankId: string): Promise<void> {
    if (this.#phase === 'recording' && this.#blankId === blankId) {
      this.#phase = 'hearing';
      await this.#stop();
      this.#phase = 'idle';
    }
    await this.#store.forget(blankId);
  }

  /** Lets the microphone go; what was said stays kept. */
  dispose(): void {
    this.#isDisposed = true;
    void this.#stop();
  }

  /** Nothing is locked before its last piece is kept. */
  #stop(recorder = this.#recorder): Promise<unknown> {
    this.#recorder = undefined;
    const stopped = (recorder?.stop() ?? Promise.resolve()).catch(() => {
      this.#failure = 'not-heard';
    });
    this.#store.holdOpen(stopped);
    return stopped;
  }

  async #begin(blankId: string): Promise<void> {
    this.#phase = 'opening';
    this.#blankId = blankId;
    this.#texts = { ...this.#texts, [blankId]: '' };
    this.#seconds = 0;
    try {
      await this.#store.forget(blankId);
      const recorder = this.#recorderFor(blankId, await this.#store.microphoneId());
      this.#failure = await recorder.start({ kind: 'append' });
      if (this.#isDisposed && !this.#failure) {
        await this.#stop(recorder);
        return;
      }
      this.#recorder = this.#failure ? undefined : recorder;
    } catch {
      // What goes wrong in the browser or the vault must not leave a button that waits for ever.
      this.#failure = 'not-heard';
    }
    this.#phase = this.#failure ? 'idle' : 'recording';
  }

  #recorderFor(blankId: string, microphoneId: string): Recorder {
    return new Recorder({
      sink: {
        beginTake: async () => undefined,
        write: ({ index, speech }) => this.#store.keep({ format: 1, blankId, index, speech }),
      },
      onChange: ({ phase, seconds }) => {
        this.#seconds = seconds;
        const isOver = phase.name === 'paused' || seconds >= LONGEST_SECONDS;
        if (isOver && this.#phase === 'recording' && !this.#isDisposed) void this.#end();
      },
      ...(microphoneId && { microphoneId }),
    });
  }

  async #end(): Promise<void> {
    this.#phase = 'hearing';
    await this.#stop();
    await this.#hear();
  }

  async #hear(): Promise<void> {
    const blankId = this.#blankId;
    this.#phase = 'hearing';
    try {
      const pieces = piecesFor(blankId, await this.#store.kept());
      const text = await this.#store.hear(
        concatenate(pieces.map(({ speech }) => toFloat32(speech))),
      );
      this.#texts = { ...this.#texts, [blankId]: text };
      this.#failure = text === '' ? 'no-speech' : undefined;
      if (text === '' && !this.#isDisposed) await this.#store.forget(blankId);
    } catch {
      this.#failure = 'not-heard';
    }
    this.#phase = 'idle';
  }
}
