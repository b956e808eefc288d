import type { Database, LedgerRow } from './database';
import { UnreadableError, type Keyring, type Place } from './keyring';

/** Least revision by row; negative where the row was removed and must not come back below it. */
type Part = Readonly<Record<string, number>>;

interface OpenedPart {
  readonly revision: number;
  readonly rows: Part;
}

/** What happens to one row: it is written with this revision, or removed after it. */
export interface LedgerChange extends Place {
  readonly isRemoved?: boolean;
}

/** Changes of the ledger, sealed before the transaction that they belong to. */
export interface PreparedChanges {
  /** Within the transaction; false when another tab was faster and all must be prepared again. */
  readonly write: () => Promise<boolean>;
  /** After the transaction. */
  readonly settle: () => void;
}

const EMPTY: OpenedPart = { revision: 0, rows: {} };

/** Random identifiers end the key: a few hundred parts, of which one is written with each row. */
const partOf = (key: Place['key']): string => String(key.at(-1)).slice(0, 2);

const nameOf = ({ table, key }: Pick<Place, 'table' | 'key'>): string => [table, ...key].join('\n');

const placeOf = (part: string, revision: number): Place => ({
  table: 'ledger',
  key: [part],
  revision,
});

/**
 * Remembers, sealed, the revision of every row that may be overwritten or removed, so that an old copy put back from
 * outside is known for what it is. Written in the same transaction as the row.
 */
export class Ledger {
  readonly #database: Database;
  readonly #keyring: Keyring;
  readonly #parts = new Map<string, OpenedPart>();

  constructor(database: Database, keyring: Keyring) {
    this.#database = database;
    this.#keyring = keyring;
  }

  /** Reads what stands in the database; @returns the parts that do not open: of their rows nothing is known. */
  async load(): Promise<readonly LedgerRow[]> {
    const rows = await this.#database.ledger.toArray();
    const opened = await Promise.all(rows.map((row) => this.#open(row)));
    rows.forEach(({ part }, at) => this.#parts.set(part, opened[at] ?? EMPTY));
    return rows.filter((_, at) => opened[at] === undefined);
  }

  /** No row at this place may have a lesser revision. */
  least({ table, key }: Pick<Place, 'table' | 'key'>): number {
    return Math.abs(this.#parts.get(partOf(key))?.rows[nameOf({ table, key })] ?? 0);
  }

  /** It was removed on purpose: what an older copy still has of it must not come back by itself. */
  isRemoved({ table, key }: Pick<Place, 'table' | 'key'>): boolean {
    return (this.#parts.get(partOf(key))?.rows[nameOf({ table, key })] ?? 0) < 0;
  }

  /** Keys of the rows of a table that should be there and are not, as the database says now. */
  async missing(
    table: string,
    present: ReadonlySet<string | undefined>,
  ): Promise<readonly string[]> {
    const lacks = (): string[] => {
      const prefix = `${table}\n`;
      return [...this.#parts.values()].flatMap(({ rows }) =>
        Object.entries(rows).flatMap(([name, least]) => {
          if (least <= 0 || !name.startsWith(prefix)) return [];
          const key = name.slice(prefix.length);
          return present.has(key) ? [] : [key];
        }),
      );
    };
    if (lacks().length === 0) return [];
    await this.load();
    return lacks();
  }

  async prepare(changes: readonly LedgerChange[]): Promise<PreparedChanges> {
    const parts = new Set(changes.map(({ key }) => partOf(key)));
    const next = await Promise.all([...parts].map((part) => this.#changed(part, changes)));
    return {
      write: async () => {
        const { ledger } = this.#database;
        const now = await ledger.bulkGet(next.map(({ row }) => row.part));
        if (next.some(({ row }, at) => (now[at]?.revision ?? 0) !== row.revision - 1)) return false;
        await ledger.bulkPut(next.map(({ row }) => row));
        return true;
      },
      settle: () => {
        for (const { row, rows } of next) {
          this.#parts.set(row.part, { revision: row.revision, rows });
        }
      },
    };
  }

  async #changed(
    part: string,
    changes: readonly LedgerChange[],
  ): Promise<{ readonly row: LedgerRow; readonly rows: Part }> {
    const stored = await this.#database.ledger.get(part);
    const known = this.#parts.get(part);
    const isKnown = known !== undefined && known.revision === (stored?.revision ?? 0);
    const now = isKnown ? known : ((stored && (await this.#open(stored))) ?? EMPTY);
    const rows: Record<string, number> = { ...now.rows };
    for (const change of changes) {
      if (partOf(change.key) !== part) continue;
      const name = nameOf(change);
      const least = Math.abs(rows[name] ?? 0);
      rows[name] = change.isRemoved
        ? -Math.max(least, change.revision + 1)
        : Math.max(least, change.revision);
    }
    const revision = (stored?.revision ?? 0) + 1;
    const sealed = await this.#keyring.seal(placeOf(part, revision), rows);
    return { row: { part, revision, sealed }, rows };
  }

  async #open({ part, revision, sealed }: LedgerRow): Promise<OpenedPart | undefined> {
    try {
      const rows = (await this.#keyring.open(placeOf(part, revision), sealed)) as Part;
      return { revision, rows };
    } catch (error) {
      if (error instanceof UnreadableError) return undefined;
      throw error;
    }
  }
}
