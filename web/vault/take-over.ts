import { dexieKey, keyOf } from './quarantine';
import { SEALED_TABLE_NAMES, type Database } from './database';
import type { Keyring } from './keyring';
import type { Opened } from './sealed-table';
import { putContents, readEverything, type ReadBatch } from './stored-contents';

/** Where rows come from: sealed with another key, or by an older version not at all. */
export interface Source {
  readonly database: Database;
  readonly keyring: Keyring;
}

/** Rows done so far, and in all. */
export type TakeOverProgress = (done: number, total: number) => void;

/**
 * Moves every row into a vault, sealed with its key. Each batch is in the vault before it leaves the source, so that
 * it may be stopped anywhere and begun again: what is in both is written again, the same.
 */
export async function takeOver(
  { database, keyring }: Source,
  vault: Opened,
  onProgress: TakeOverProgress = () => undefined,
): Promise<void> {
  const total = await countRows(database);
  let done = 0;
  for await (const batch of readEverything(database, keyring)) {
    await putContents(vault, batch.contents);
    await setApart(vault.database, batch);
    await database.table(batch.table).bulkDelete(batch.rows.map(keyIn(batch)));
    done += batch.rows.length;
    onProgress(done, total);
  }
  await moveQuarantine(database, vault.database);
}

/** Seals in place what older versions kept readable. */
export async function sealPlainRows(opened: Opened): Promise<void> {
  const { database, keyring } = opened;
  for await (const { plain } of readEverything(database, keyring)) {
    if (plain.length > 0) await putContents(opened, plain);
  }
}

async function countRows(database: Database): Promise<number> {
  const counts = await Promise.all(SEALED_TABLE_NAMES.map((name) => database.table(name).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

const keyIn =
  ({ table }: ReadBatch) =>
  (row: object) =>
    dexieKey(keyOf(table, row));

async function setApart(database: Database, { table, unreadable }: ReadBatch): Promise<void> {
  const at = Date.now();
  if (unreadable.length === 0) return;
  await database.quarantine.bulkAdd(unreadable.map((row) => ({ at, table, row })));
}

/** In one database after the other: a row that is in both is kept twice rather than lost. */
async function moveQuarantine(from: Database, to: Database): Promise<void> {
  const rows = await from.quarantine.toArray();
  await to.quarantine.bulkAdd(rows.map(({ number, ...row }) => row));
  await from.quarantine.clear();
}
