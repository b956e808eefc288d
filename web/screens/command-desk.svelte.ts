import { runKey, type Command } from '../commands/command';
import { chosenKeys, withKeys, type KeyChoice } from '../commands/key-choice';
import type { Vault } from '../vault/vault';

type Offer = () => readonly Command[];

/** All that can be done from the keyboard here and now, with the keys the person chose. */
export class CommandDesk {
  readonly #vault: Vault;
  #offers = $state.raw<readonly Offer[]>([]);
  /**
   * The same, outside of Svelte: what is read while a component is destroyed is what stood before the change that destroys it,
   * and the screen that takes its place has made its offer in that very change.
   */
  #standing: readonly Offer[] = [];
  #chosen = $state.raw<KeyChoice>({});
  #searched = $state.raw<string>();

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async open(): Promise<void> {
    this.#chosen = await this.#vault.settings.get('keys');
  }

  /** Adds what a screen can do, until the returned function is called; the last to come is asked first. */
  offer(commands: Offer): () => void {
    this.#stand([commands, ...this.#standing]);
    return () => this.#stand(this.#standing.filter((other) => other !== commands));
  }

  /** What the open palette begins with; `undefined` while it is closed. */
  get searched(): string | undefined {
    return this.#searched;
  }

  /** Opens the palette on commands that hold these words, or closes it. */
  search(words: string | undefined): void {
    this.#searched = words;
  }

  #stand(offers: readonly Offer[]): void {
    this.#standing = offers;
    this.#offers = offers;
  }

  /** With the chosen keys. */
  get all(): readonly Command[] {
    return withKeys(this.original, this.#chosen);
  }

  /** The keys that run a command, whatever screen is open. */
  keysOf = (command: Pick<Command, 'id' | 'keys'>): readonly string[] =>
    chosenKeys(command, this.#chosen);

  /** With the keys they came with. */
  get original(): readonly Command[] {
    return this.#offers.flatMap((commands) => commands());
  }

  /** Gives a command another key, or its own again where none is given. */
  async choose(id: string, key: string | undefined): Promise<void> {
    const { [id]: _, ...others } = this.#chosen;
    this.#chosen = key === undefined ? others : { ...others, [id]: key };
    await this.#vault.settings.set('keys', this.#chosen);
  }

  async reset(): Promise<void> {
    this.#chosen = {};
    await this.#vault.settings.set('keys', this.#chosen);
  }

  press = (event: KeyboardEvent): void => {
    if (!document.querySelector('dialog[open]')) runKey(this.all, event);
  };
}
