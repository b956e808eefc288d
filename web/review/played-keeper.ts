import type { Played } from '../audio/played';

type Keep = (played: Played) => Promise<void>;

const KEEP_EVERY_MILLISECONDS = 3_000;

/** Keeps what was listened to: every few seconds while it grows, and at once when the person leaves. */
export class PlayedKeeper {
  readonly #keep: Keep;
  #kept: Played;
  #played: Played;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param played what is kept already. */
  constructor(keep: Keep, played: Played) {
    this.#keep = keep;
    this.#kept = played;
    this.#played = played;
  }

  take(played: Played): void {
    this.#played = played;
    if (played !== this.#kept) this.#timer ??= setTimeout(this.settle, KEEP_EVERY_MILLISECONDS);
  }

  /** Writes what is not kept yet. */
  settle = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#played === this.#kept) return;
    const before = this.#kept;
    this.#kept = this.#played;
    // Nothing of the report hangs on it: what could not be written goes with the next.
    this.#keep(this.#played).catch(() => {
      this.#kept = before;
    });
  };
}
