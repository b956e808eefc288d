import type { Author } from '../dossier/author';
import { newIdentifier } from '../dossier/identifier';
import type { Vault } from '../vault/vault';

/** The doctors who dictate for the practice. */
export class Authors {
  readonly #vault: Vault;
  #all = $state.raw<readonly Author[]>([]);

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Watches the vault until the returned function is called. */
  open(): () => void {
    return this.#vault.records<Author>('authors').watch((all) => {
      this.#all = all;
    });
  }

  /** By name. */
  get all(): readonly Author[] {
    return [...this.#all].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  }

  /** Empty for nobody. */
  nameOf = (id: string | undefined): string =>
    this.#all.find((author) => author.id === id)?.name ?? '';

  /** Gives a dictation its author by name; a name seen for the first time is kept, an empty one takes him off. */
  async attribute(dictationId: string, typed: string): Promise<void> {
    const name = typed.trim();
    const authorId = name === '' ? '' : await this.#idOf(name);
    await this.#vault.dictations.change(dictationId, { authorId });
  }

  async #idOf(name: string): Promise<string> {
    const known = this.#all.find((author) => author.name === name);
    if (known) return known.id;
    const id = newIdentifier();
    await this.#vault.records<Author>('authors').put(id, { format: 1, id, name });
    return id;
  }
}
