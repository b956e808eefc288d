import type { PedalPress } from '../audio/pedals';
import type { Listening } from './listening.svelte';

/** The sound plays while the pedal is held down, or one press plays and the next pauses. */
export type PedalMode = 'hold' | 'toggle';

const SKIP_SECONDS = 2;
const REPEAT_MILLISECONDS = 400;

/** Moves a sound as the foot or the thumb says. */
export class PedalDriver {
  readonly #listening: Pick<Listening, 'play' | 'pause' | 'toggle' | 'skip'>;
  readonly #mode: () => PedalMode;
  #repeating: ReturnType<typeof setInterval> | undefined;

  constructor(
    listening: Pick<Listening, 'play' | 'pause' | 'toggle' | 'skip'>,
    mode: () => PedalMode,
  ) {
    this.#listening = listening;
    this.#mode = mode;
  }

  press({ button, isDown }: PedalPress): void {
    if (button === 'back' || button === 'forward') {
      this.release();
      if (isDown) this.#skip(button === 'back' ? -SKIP_SECONDS : SKIP_SECONDS);
    } else if (button === 'play' && this.#mode() === 'hold') {
      if (isDown) this.#listening.play();
      else this.#listening.pause();
    } else if (button === 'play' && isDown) this.#listening.toggle();
    else if (button === 'stop' && isDown) this.#listening.pause();
  }

  /** What is held moves no further. */
  release(): void {
    clearInterval(this.#repeating);
  }

  #skip(seconds: number): void {
    this.#listening.skip(seconds);
    this.#repeating = setInterval(() => this.#listening.skip(seconds), REPEAT_MILLISECONDS);
  }
}
