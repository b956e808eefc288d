const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 4000;

export interface WriteQueueOptions<T> {
  readonly write: (item: T) => Promise<void>;
  /** After each failed attempt: how many items wait, the failed one included. */
  readonly onTrouble: (waiting: number, error: unknown) => void;
  readonly onRecovered: () => void;
}

/** Writes items one after the other, in order; one that fails is tried again until it works, and nothing overtakes it. */
export class WriteQueue<T> {
  readonly #options: WriteQueueOptions<T>;
  #waiting: T[] = [];
  #running: Promise<void> | undefined;

  constructor(options: WriteQueueOptions<T>) {
    this.#options = options;
  }

  /** What is not written yet, oldest first. */
  get waiting(): readonly T[] {
    return this.#waiting;
  }

  push(item: T): void {
    this.#waiting = [...this.#waiting, item];
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
    });
  }

  /** Settles when everything pushed so far is written. */
  async drained(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      await this.#insist(next);
      this.#waiting = this.#waiting.slice(1);
    }
  }

  async #insist(item: T): Promise<void> {
    for (let delayMs = FIRST_RETRY_MS; ; delayMs = Math.min(LONGEST_RETRY_MS, delayMs * 2)) {
      try {
        await this.#options.write(item);
        if (delayMs > FIRST_RETRY_MS) this.#options.onRecovered();
        return;
      } catch (error) {
        this.#options.onTrouble(this.#waiting.length, error);
        await new Promise((resolve) => setTimeout(resolve, delayMs));
      }
    }
  }
}
