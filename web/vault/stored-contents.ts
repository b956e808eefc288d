import { Dexie } from 'dexie';
import {
  SEALED_TABLE_NAMES,
  SEALED_TABLES,
  type Database,
  type Sealed,
  type SealedTableName,
} from './database';
import { UnreadableError, type Keyring } from './keyring';
import { keyOf } from './quarantine';
import { HEAD } from './audit-chain';
import type { LedgerChange } from './ledger';
import type { Opened } from './sealed-table';

/** One row, opened: what a backup or another vault takes over. */
export interface StoredContent {
  readonly table: SealedTableName;
  readonly key: readonly (string | number)[];
  readonly revision: number;
  readonly content: unknown;
}

/** Some rows of one table as they were found: those that opened, and those that did not. */
export interface ReadBatch {
  readonly table: SealedTableName;
  readonly rows: readonly object[];
  readonly contents: readonly StoredContent[];
  /** Those of them that were not sealed. */
  readonly plain: readonly StoredContent[];
  readonly unreadable: readonly object[];
}

/** Tables whose rows may be overwritten or removed: the ledger knows their revisions. */
const COUNTED: ReadonlySet<SealedTableName> = new Set([
  'dictations',
  'snapshots',
  'settings',
  'records',
  'annexes',
]);

/** Few enough that pieces of sound of four megabytes fit into memory together. */
const BATCH_ROWS = 12;

/** How rows were kept before anything was sealed. */
const isPlain = (row: object): row is { readonly payload: unknown } =>
  'payload' in row && !('sealed' in row);

/** Revision under which a row that never had one is sealed. */
function firstRevision(table: SealedTableName, content: unknown): number {
  if (table === 'snapshots') return (content as { readonly version: number }).version;
  return COUNTED.has(table) ? 1 : 0;
}

async function read(
  keyring: Keyring,
  table: SealedTableName,
  row: object,
): Promise<StoredContent | undefined> {
  const key = keyOf(table, row);
  if (isPlain(row)) {
    return { table, key, revision: firstRevision(table, row.payload), content: row.payload };
  }
  const { revision, sealed } = row as Sealed;
  try {
    return { table, key, revision, content: await keyring.open({ table, key, revision }, sealed) };
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}

/** Every row of every table in batches, in order of their keys; rows written behind the last batch are not read. */
export async function* readEverything(
  database: Database,
  keyring: Keyring,
): AsyncGenerator<ReadBatch> {
  for (const table of SEALED_TABLE_NAMES) {
    let after: unknown = Dexie.minKey;
    for (;;) {
      const rows: object[] = await database
        .table<object>(table)
        .where(':id')
        .above(after)
        .limit(BATCH_ROWS)
        .toArray();
      const last = rows.at(-1);
      if (last === undefined) break;
      const found = await Promise.all(rows.map((row) => read(keyring, table, row)));
      const isThere = (content: StoredContent | undefined): content is StoredContent =>
        content !== undefined;
      yield {
        table,
        rows,
        contents: found.filter(isThere),
        plain: found.filter((_, at) => isPlain(rows[at] ?? {})).filter(isThere),
        unreadable: rows.filter((_, at) => found[at] === undefined),
      };
      const key = keyOf(table, last);
      after = key.length === 1 ? key[0] : key;
    }
  }
}

/** What the ledger is told of them; of the audit it knows the last line. */
function changesOf(contents: readonly StoredContent[]): readonly LedgerChange[] {
  const counted = contents.filter(({ table }) => COUNTED.has(table));
  const lastLine = contents.findLast(({ table }) => table === 'audit')?.key[0];
  return typeof lastLine === 'number' ? [...counted, { ...HEAD, revision: lastLine }] : counted;
}

async function sealedRow(
  { keyring }: Opened,
  { table, key, revision, content }: StoredContent,
): Promise<{ readonly table: SealedTableName; readonly row: object }> {
  const sealed = await keyring.seal({ table, key, revision }, content);
  const fields = SEALED_TABLES[table].map((name, at) => [name, key[at]]);
  return { table, row: { ...Object.fromEntries(fields), revision, sealed } };
}

/** Seals contents with the key of a vault and puts them in their places, at once or not at all. */
export async function putContents(
  opened: Opened,
  contents: readonly StoredContent[],
): Promise<void> {
  const { database, ledger, permission } = opened;
  for (const { table, key } of contents) permission.demand(table, key);
  const sealed = await Promise.all(contents.map((content) => sealedRow(opened, content)));
  const tables = new Set(sealed.map(({ table }) => table));
  for (let isDone = false; !isDone;) {
    const prepared = await ledger.prepare(changesOf(contents));
    const names = [...tables, 'ledger'];
    isDone = await database.transaction('rw', names, async () => {
      if (!(await prepared.write())) return false;
      for (const table of tables) {
        const rows = sealed.filter((one) => one.table === table).map(({ row }) => row);
        await database.table(table).bulkPut(rows);
      }
      return true;
    });
    if (isDone) prepared.settle();
  }
}

/** All rows, opened, and the way back: for backups, and for the exchange between vaults. */
export const contents = (opened: Opened) => ({
  read: (): AsyncGenerator<ReadBatch> => readEverything(opened.database, opened.keyring),

  put: (table: SealedTableName, rows: readonly Omit<StoredContent, 'table'>[]): Promise<void> =>
    putContents(
      opened,
      rows.map((row) => ({ table, ...row })),
    ),
});
