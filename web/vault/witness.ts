import type { AuditEntry } from '../dossier/audit';
import { hashOf } from './audit-chain';
import { UnreadableError, type Keyring, type Place } from './keyring';

/** Where the last line of the audit is remembered outside the database. */
export type WitnessStorage = Pick<Storage, 'getItem' | 'setItem'>;

interface Seen {
  readonly line: number;
  readonly hash: string;
}

const PLACE: Place = { table: 'witness', key: [], revision: 0 };

/**
 * Remembers, sealed, the last line of the audit in another store than the database: a database that was put back as a
 * whole lacks that line. Who puts both back is not noticed.
 */
export class Witness {
  readonly #keyring: Keyring;
  readonly #name: string;
  readonly #storage: WitnessStorage | undefined;

  constructor(keyring: Keyring, database: string, storage: WitnessStorage | undefined) {
    this.#keyring = keyring;
    this.#name = `${database}-temoin`;
    this.#storage = storage;
  }

  /** What cannot be remembered keeps nobody from working. */
  async keep(entry: AuditEntry): Promise<void> {
    try {
      const seen: Seen = { line: entry.line, hash: await hashOf(entry) };
      const sealed = await this.#keyring.seal(PLACE, seen);
      this.#storage?.setItem(this.#name, btoa(String.fromCharCode(...sealed)));
    } catch {
      return;
    }
  }

  /**
   * Whether the audit lacks, or tells otherwise, the line that was its last one.
   * @param first number of its first line: those before were pruned; `undefined` for none.
   */
  async isDeniedBy(
    first: number | undefined,
    lineOf: (line: number) => Promise<AuditEntry | undefined>,
  ): Promise<boolean> {
    const seen = await this.#seen();
    if (!seen || (first !== undefined && seen.line < first)) return false;
    const entry = await lineOf(seen.line);
    return entry === undefined || (await hashOf(entry)) !== seen.hash;
  }

  async #seen(): Promise<Seen | undefined> {
    try {
      const kept = this.#storage?.getItem(this.#name) ?? '';
      const sealed = Uint8Array.from(atob(kept), (letter) => letter.charCodeAt(0));
      return (await this.#keyring.open(PLACE, sealed)) as Seen;
    } catch (error) {
      if (error instanceof UnreadableError || error instanceof DOMException) return undefined;
      throw error;
    }
  }
}
