/** Blocks come every 100 ms; the clock on the wall goes on while a machine sleeps, the sound does not. */
const SLEPT_MS = 1500;
const SILENCE_MS = 3000;
const TICK_MS = 1000;
/** A tick this late means that the page itself stood still, so that blocks may wait behind it. */
const LATE_TICK_MS = 1800;

/** Watches that the blocks of a microphone come as fast as time goes by. */
export class Pulse {
  #previousAtMs: number | undefined;
  #heardAtMs = performance.now();
  #tickAtMs = performance.now();
  readonly #timer: ReturnType<typeof setInterval>;

  /** @param onSilence no block came for 3 s, although the page was awake. */
  constructor(onSilence: () => void) {
    this.#timer = setInterval(() => {
      const nowMs = performance.now();
      const isLate = nowMs - this.#tickAtMs > LATE_TICK_MS;
      this.#tickAtMs = nowMs;
      if (!isLate && nowMs - this.#heardAtMs > SILENCE_MS) onSilence();
    }, TICK_MS);
  }

  /**
   * Whether the machine slept between this block and the one before.
   * @param atMs wall clock of the audio thread when the block was full: a busy page does not delay it.
   */
  beat(atMs: number): boolean {
    const slept = atMs - (this.#previousAtMs ?? atMs) > SLEPT_MS;
    this.#previousAtMs = atMs;
    this.#heardAtMs = performance.now();
    return slept;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
