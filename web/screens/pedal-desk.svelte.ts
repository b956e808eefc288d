import { hasPedals, Pedals, type PedalPress } from '../audio/pedals';
import type { Listening } from '../review/listening.svelte';
import { PedalDriver, type PedalMode } from '../review/pedal-driver';
import { showLife } from '../ui/sign-of-life';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { pedalWords as words } from '../words/pedals';

/** Foot pedals and dictation microphones: which are there, what was pressed, and which sound they move. */
export class PedalDesk {
  readonly isSupported = hasPedals();
  readonly #vault: Vault;
  readonly #messages: Messages;
  readonly #pedals: Pedals;
  #count = $state.raw(0);
  #last = $state.raw<PedalPress>();
  #mode = $state.raw<PedalMode>('hold');
  #driver: PedalDriver | undefined;

  constructor(vault: Vault, messages: Messages) {
    this.#vault = vault;
    this.#messages = messages;
    this.#pedals = new Pedals({
      onPress: (press) => {
        showLife();
        this.#last = press;
        this.#driver?.press(press);
      },
      onCount: (count) => {
        this.#count = count;
      },
    });
  }

  /** Devices that may be read now. */
  get count(): number {
    return this.#count;
  }

  get last(): PedalPress | undefined {
    return this.#last;
  }

  get mode(): PedalMode {
    return this.#mode;
  }

  /** Takes up what was allowed before, until the returned function is called. */
  open(): () => void {
    void this.#vault.settings.get('pedalMode').then((mode) => {
      this.#mode = mode;
    });
    // A device that cannot be opened at the start is asked for again, and spoken of, in the settings.
    if (this.isSupported) this.#pedals.open().catch(() => undefined);
    return () => void this.#pedals.close().catch(() => undefined);
  }

  /** From a click: the browser asks the person which device it may read. */
  async connect(): Promise<void> {
    try {
      if ((await this.#pedals.request()) === 0) this.#messages.tell(words.none);
    } catch {
      this.#messages.alert(words.failed);
    }
  }

  async choose(mode: PedalMode): Promise<void> {
    this.#mode = mode;
    await this.#vault.settings.set('pedalMode', mode);
  }

  /** Moves this sound, until the returned function is called. */
  drive(listening: Listening): () => void {
    const driver = new PedalDriver(listening, () => this.#mode);
    this.#driver = driver;
    return () => {
      driver.release();
      if (this.#driver === driver) this.#driver = undefined;
    };
  }
}
