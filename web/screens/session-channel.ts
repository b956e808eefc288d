const NAME = 'plume-session';
const LOCK = 'lock';

/** Tells the other tabs of this browser to lock, and is told. */
export class SessionChannel {
  readonly #channel = new BroadcastChannel(NAME);

  constructor(lock: () => void) {
    this.#channel.addEventListener('message', ({ data }) => {
      if (data === LOCK) lock();
    });
  }

  lockOthers(): void {
    this.#channel.postMessage(LOCK);
  }
}
