/** What patience stops and sets going again. */
export interface PatientSound {
  readonly isPlaying: () => boolean;
  readonly pause: () => void;
  readonly play: () => void;
  readonly onWaiting: (isWaiting: boolean) => void;
}

/** Longer than the pause between two keys of a slow typist, shorter than looking up and reaching for a key. */
const PATIENCE_MILLISECONDS = 700;

/** The sound waits while a person types, and goes on after the last key; what the person stopped stays stopped. */
export class Patience {
  readonly #sound: PatientSound;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(sound: PatientSound) {
    this.#sound = sound;
  }

  get isWaiting(): boolean {
    return this.#timer !== undefined;
  }

  /** A key was typed in the report. */
  typed(): void {
    if (!this.isWaiting && !this.#sound.isPlaying()) return;
    this.#sound.pause();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.stop();
      this.#sound.play();
    }, PATIENCE_MILLISECONDS);
    this.#sound.onWaiting(true);
  }

  /** A person, or another sound, decides: nothing goes on by itself. */
  stop(): void {
    if (!this.isWaiting) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#sound.onWaiting(false);
  }
}
