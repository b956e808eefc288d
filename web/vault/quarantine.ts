import { liveQuery } from 'dexie';
import {
  SEALED_TABLES,
  type Database,
  type LedgerRow,
  type QuarantinedRow,
  type Sealed,
  type SealedTableName,
} from './database';

/** The key of a row as Dexie wants it. */
export function keyOf(table: SealedTableName, row: object): readonly (string | number)[] {
  const fields = row as Readonly<Record<string, string | number>>;
  return SEALED_TABLES[table].map((name) => fields[name] ?? '');
}

/** A key of several fields is an array, of one field that field. */
export const dexieKey = (
  key: readonly (string | number)[],
): string | number | (string | number)[] => (key.length === 1 ? (key[0] ?? '') : [...key]);

/** Throws away what was set apart of things that are erased for good; inside their transaction. */
export const eraseApart = (
  quarantine: Database['quarantine'],
  ids: ReadonlySet<string>,
): Promise<number> =>
  quarantine
    .filter(({ table, row }) => {
      const [id] = table === 'ledger' ? [] : keyOf(table, row as object);
      return typeof id === 'string' && ids.has(id);
    })
    .delete();

/** Where rows go that do not open: out of the way of the rest, and thrown away only with what they belong to. */
export class Quarantine {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Moves a row as it was found, unless it was written again since. */
  async take(table: SealedTableName, row: Sealed): Promise<void> {
    const { quarantine } = this.#database;
    const rows = this.#database.table<Sealed>(table);
    const key = dexieKey(keyOf(table, row));
    await this.#database.transaction('rw', rows, quarantine, async () => {
      const now = await rows.get(key);
      if (now === undefined || !Object.is(now.revision, row.revision)) return;
      await quarantine.add({ at: Date.now(), table, row: now });
      await rows.delete(key);
    });
  }

  /** The same for parts of the ledger. */
  async takeParts(parts: readonly LedgerRow[]): Promise<void> {
    const { ledger, quarantine } = this.#database;
    const at = Date.now();
    await this.#database.transaction('rw', ledger, quarantine, async () => {
      await quarantine.bulkAdd(parts.map((row) => ({ at, table: 'ledger', row })));
      await ledger.bulkDelete(parts.map(({ part }) => part));
    });
  }

  all(): Promise<QuarantinedRow[]> {
    return this.#database.quarantine.toArray();
  }

  /** How many rows were set apart, again after each change. */
  watch(next: (count: number) => void): () => void {
    const subscription = liveQuery(() => this.#database.quarantine.count()).subscribe({ next });
    return () => subscription.unsubscribe();
  }
}
