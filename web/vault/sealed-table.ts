import { liveQuery, type Table } from 'dexie';
import { SEALED_TABLES, type Database, type Sealed, type SealedTableName } from './database';
import { LockedError, UnreadableError, type Keyring, type Place } from './keyring';
import type { Ledger } from './ledger';
import type { Permission } from './permission';
import { dexieKey, keyOf, type Quarantine } from './quarantine';

type Key = readonly (string | number)[];

/** What every table of an opened vault works with. */
export interface Opened {
  readonly database: Database;
  readonly keyring: Keyring;
  readonly ledger: Ledger;
  readonly quarantine: Quarantine;
  readonly permission: Permission;
  /** What is being written: the key is dropped after it. */
  readonly writing: Set<Promise<unknown>>;
}

/** What goes into the same transaction as the row. */
export interface Together {
  readonly tables: readonly Table[];
  readonly run: () => Promise<unknown>;
}

interface Remembered {
  readonly revision: number;
  readonly content: unknown;
}

/** Larger contents are opened again each time rather than kept in memory. */
const LARGEST_REMEMBERED_BYTES = 16 * 1024;

/** Rows of one table: sealed before a transaction opens, opened after it, set apart when they do not open. */
export class SealedTable<Content, Row extends Sealed> {
  readonly rows: Table<Row>;
  readonly #name: SealedTableName;
  readonly #opened: Opened;
  readonly #remembered: Map<string, Remembered> | undefined;

  /** @param remembers keeps small contents opened, for tables that are read whole again and again. */
  constructor(opened: Opened, name: SealedTableName, { remembers = false } = {}) {
    this.#opened = opened;
    this.#name = name;
    this.rows = opened.database.table<Row>(name);
    this.#remembered = remembers ? new Map() : undefined;
  }

  /** @throws ForbiddenError where the account may not write this. */
  async seal(key: Key, revision: number, content: Content): Promise<Row> {
    this.demand(key);
    const sealed = await this.#opened.keyring.seal(this.#place(key, revision), content);
    const names: readonly string[] = SEALED_TABLES[this.#name];
    const fields = Object.fromEntries(names.map((name, at) => [name, key[at]]));
    return { ...fields, revision, sealed } as unknown as Row;
  }

  /** @throws ForbiddenError */
  demand(key: Key): void {
    this.#opened.permission.demand(this.#name, key);
  }

  /** Nothing when the row does not open or is older than it should be: it is then in quarantine. */
  async open(row: Row): Promise<Content | undefined> {
    const key = keyOf(this.#name, row);
    const name = key.join('\n');
    const remembered = this.#remembered?.get(name);
    if (remembered && remembered.revision === row.revision) return remembered.content as Content;
    const place = this.#place(key, row.revision);
    try {
      if (row.revision < this.#opened.ledger.least(place)) throw new UnreadableError('rolled back');
      const content = await this.#opened.keyring.open(place, row.sealed);
      if (row.sealed.length <= LARGEST_REMEMBERED_BYTES) {
        this.#remembered?.set(name, { revision: row.revision, content });
      }
      return content as Content;
    } catch (error) {
      if (!(error instanceof UnreadableError)) throw error;
      await this.#opened.quarantine.take(this.#name, row);
      return undefined;
    }
  }

  async openAll(rows: readonly Row[]): Promise<Content[]> {
    const contents = await Promise.all(rows.map((row) => this.open(row)));
    return contents.filter((content) => content !== undefined);
  }

  async get(key: Key): Promise<Content | undefined> {
    const row = await this.rows.get(dexieKey(key));
    return row && this.open(row);
  }

  /** Fails when there is such a row: what is added is never overwritten. */
  add(key: Key, content: Content): Promise<void> {
    return this.#track(async () => {
      await this.rows.add(await this.seal(key, 0, content));
    });
  }

  /** All of them or none; fails when there is one of them already. */
  addAll(contents: readonly (readonly [Key, Content])[]): Promise<void> {
    return this.#track(async () => {
      const rows = await Promise.all(contents.map(([key, content]) => this.seal(key, 0, content)));
      const [first] = rows;
      if (first && rows.length === 1) await this.rows.add(first);
      else await this.#opened.database.transaction('rw', this.rows, () => this.rows.bulkAdd(rows));
    });
  }

  /** Writes what is made of the content that stands there now; nothing made, nothing written. */
  change(key: Key, make: (now: Content | undefined) => Content | undefined): Promise<void> {
    return this.#until(async () => {
      const row = await this.rows.get(dexieKey(key));
      const content = make(row && (await this.open(row)));
      if (content === undefined) return true;
      return this.#write(await this.seal(key, this.#next(key, row), content), row);
    });
  }

  put(key: Key, content: Content): Promise<void> {
    return this.#until(async () => {
      const row = await this.rows.get(dexieKey(key));
      return this.#write(await this.seal(key, this.#next(key, row), content), row);
    });
  }

  /** Writes a row whose revision the caller counts; an older one changes nothing. */
  putRevision(key: Key, revision: number, content: Content, together: Together): Promise<void> {
    return this.#until(async () => {
      const now = await this.rows.get(dexieKey(key));
      if (now && now.revision > revision) return true;
      return this.#write(await this.seal(key, revision, content), now, together);
    });
  }

  /** With what goes with it, even where the row itself is not there any more. */
  async remove(key: Key, together?: Together): Promise<void> {
    this.demand(key);
    await this.#until(async () => {
      const row = await this.rows.get(dexieKey(key));
      if (row === undefined && together === undefined) return true;
      const place = { ...this.#place(key, this.#next(key, row) - 1), isRemoved: true };
      return this.#together(place, row, {
        tables: together?.tables ?? [],
        run: async () => {
          await together?.run();
          await this.rows.delete(dexieKey(key));
        },
      });
    });
    this.#remembered?.delete(key.join('\n'));
  }

  /** Again until nobody else was faster. */
  #until(attempt: () => Promise<boolean>): Promise<void> {
    return this.#track(async () => {
      while (!(await attempt())) continue;
    });
  }

  async #track(job: () => Promise<void>): Promise<void> {
    const { writing } = this.#opened;
    const work = job();
    writing.add(work);
    try {
      await work;
    } finally {
      writing.delete(work);
    }
  }

  #place(key: Key, revision: number): Place {
    return { table: this.#name, key, revision };
  }

  /** Revision of what is written over a row, whatever stands in it. */
  #next(key: Key, row: Row | undefined): number {
    const before = Number.isSafeInteger(row?.revision) ? (row?.revision ?? 0) : 0;
    return Math.max(before + 1, this.#opened.ledger.least({ table: this.#name, key }));
  }

  #write(row: Row, before: Row | undefined, together?: Together): Promise<boolean> {
    return this.#together(this.#place(keyOf(this.#name, row), row.revision), before, {
      tables: together?.tables ?? [],
      run: async () => {
        await together?.run();
        await this.rows.put(row);
      },
    });
  }

  /** False when the row, or the ledger, was written by another since. */
  async #together(
    change: Place & { readonly isRemoved?: boolean },
    before: Row | undefined,
    { tables, run }: Together,
  ): Promise<boolean> {
    const { database, ledger } = this.#opened;
    const prepared = await ledger.prepare([change]);
    const isDone = await database.transaction(
      'rw',
      [this.rows, database.ledger, ...tables],
      async () => {
        const now = await this.rows.get(dexieKey(change.key));
        if (!Object.is(now?.revision, before?.revision) || !(await prepared.write())) return false;
        await run();
        return true;
      },
    );
    if (isDone) prepared.settle();
    return isDone;
  }
}

/** Rows read again after each change, from any tab, and opened outside the query; never an older state after a newer. */
export function watchRows<Rows, Contents>(
  read: () => Promise<Rows>,
  open: (rows: Rows) => Promise<Contents>,
  next: (contents: Contents) => void,
): () => void {
  let asked = 0;
  let told = 0;
  const tell = async (rows: Rows): Promise<void> => {
    const turn = ++asked;
    try {
      const contents = await open(rows);
      if (turn < told) return;
      told = turn;
      next(contents);
    } catch (error) {
      if (!(error instanceof LockedError)) throw error;
    }
  };
  const subscription = liveQuery(read).subscribe({ next: (rows) => void tell(rows) });
  return () => {
    told = Number.POSITIVE_INFINITY;
    subscription.unsubscribe();
  };
}
