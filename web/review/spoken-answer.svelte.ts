import { Recorder } from '../audio/recorder';
import type { StartFailureKind } from '../audio/recorder-state';
import { concatenate, toFloat32 } from '../audio/samples';

/** @returns what was said, written as in a report; empty where no word was heard. */
export type HearAnswer = (samples: Float32Array) => Promise<string>;

export type AnswerFailure = StartFailureKind | 'no-speech' | 'not-heard';

/** An answer is a few words: what goes on longer is a dictation. */
const LONGEST_SECONDS = 60;

type Phase = 'idle' | 'opening' | 'recording' | 'hearing';

/** An answer said instead of typed. Its sound is let go once it is words, which a person reads before they count. */
export class SpokenAnswer {
  readonly #hear: HearAnswer;
  readonly #microphoneId: () => Promise<string>;
  #recorder: Recorder | undefined;
  #pieces: Float32Array[] = [];
  #isDisposed = false;
  #phase = $state<Phase>('idle');
  #blankId = $state('');
  #seconds = $state(0);
  #text = $state('');
  #failure = $state<AnswerFailure>();

  constructor(hear: HearAnswer, microphoneId: () => Promise<string>) {
    this.#hear = hear;
    this.#microphoneId = microphoneId;
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

  /** What was heard for this question; empty for another one. */
  textFor(blankId: string): string {
    return blankId === this.#blankId ? this.#text : '';
  }

  /** Begins to listen, or ends and writes what was said. */
  async toggle(blankId: string): Promise<void> {
    if (this.#phase === 'idle') await this.#begin(blankId);
    else if (this.#phase === 'recording') await this.#end();
  }

  /** Lets the microphone and what was said go. */
  async dispose(): Promise<void> {
    const recorder = this.#recorder;
    this.#isDisposed = true;
    this.#recorder = undefined;
    this.#pieces = [];
    await recorder?.stop();
  }

  async #begin(blankId: string): Promise<void> {
    this.#phase = 'opening';
    this.#blankId = blankId;
    this.#text = '';
    this.#seconds = 0;
    this.#pieces = [];
    const microphoneId = await this.#microphoneId();
    const recorder = new Recorder({
      sink: {
        beginTake: async () => undefined,
        write: async ({ speech }) => void this.#pieces.push(toFloat32(speech)),
      },
      onChange: ({ phase, seconds }) => {
        this.#seconds = seconds;
        const isOver = phase.name === 'paused' || seconds >= LONGEST_SECONDS;
        if (isOver && this.#phase === 'recording') void this.#end();
      },
      ...(microphoneId && { microphoneId }),
    });
    // What goes wrong in the browser itself must not leave a button that waits for ever.
    this.#failure = await recorder.start({ kind: 'append' }).catch(() => 'not-heard' as const);
    if (this.#isDisposed && !this.#failure) {
      await recorder.stop();
      return;
    }
    this.#recorder = this.#failure ? undefined : recorder;
    this.#phase = this.#failure ? 'idle' : 'recording';
  }

  async #end(): Promise<void> {
    this.#phase = 'hearing';
    const recorder = this.#recorder;
    this.#recorder = undefined;
    try {
      await recorder?.stop();
      this.#text = await this.#hear(concatenate(this.#pieces));
      this.#failure = this.#text === '' ? 'no-speech' : undefined;
    } catch {
      this.#failure = 'not-heard';
    }
    this.#pieces = [];
    this.#phase = 'idle';
  }
}
