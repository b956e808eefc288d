import { Dexie } from 'dexie';
import { soundIds, type Dictation } from '../../dossier/dictation';
import { readContent, writeContent } from '../content';
import {
  rowsOf,
  SEALED_TABLES,
  type Database,
  type Sealed,
  type SealedTableName,
} from '../database';
import { UnreadableError } from '../keyring';
import { dexieKey, keyOf } from '../quarantine';
import type { Opened } from '../sealed-table';
import { putContents } from '../stored-contents';
import type { BackupSource, BackupTarget, StoredRow } from './restore';

/**
 * Tables of a backup in the order in which they are written: a dictation comes after all that belongs to it, so that it
 * is whole when it appears. The audit stays where it was written.
 */
const TABLE_NAMES = [
  'speech',
  'originals',
  'peaks',
  'windows',
  'snapshots',
  'journal',
  'annexes',
  'dictations',
  'records',
  'settings',
] as const satisfies readonly SealedTableName[];

type TableName = (typeof TABLE_NAMES)[number];
const SOUNDS: readonly TableName[] = ['speech', 'originals', 'peaks'];
const OF_NO_DICTATION: readonly TableName[] = ['records', 'settings'];

/** Few enough that pieces of sound of four megabytes fit into memory together. */
const BATCH_ROWS = 12;

const isTable = (name: string): name is TableName =>
  (TABLE_NAMES as readonly string[]).includes(name);

/** Nothing where a row does not open: it was in quarantine already, or will be when it is read. */
async function toStored(
  { keyring }: Opened,
  table: TableName,
  row: Sealed,
): Promise<StoredRow | undefined> {
  const key = keyOf(table, row);
  const { revision } = row;
  try {
    const content = await keyring.open({ table, key, revision }, row.sealed);
    return { table, key, revision, ...writeContent(content) };
  } catch (error) {
    if (error instanceof UnreadableError) return undefined;
    throw error;
  }
}

/** What of each table belongs to one dictation, as the first part of its keys; nothing where all is asked. */
async function owners(
  opened: Opened,
  dictationId: string | undefined,
): Promise<(table: TableName) => readonly (string | undefined)[]> {
  if (dictationId === undefined) return () => [undefined];
  const row = await opened.database.dictations.get(dictationId);
  const stored = row && (await toStored(opened, 'dictations', row));
  const dictation = stored && (readContent(stored.kind, stored.bytes) as Dictation);
  const sounds = dictation ? soundIds(dictation) : [];
  return (table) => {
    if (OF_NO_DICTATION.includes(table)) return [];
    return SOUNDS.includes(table) ? sounds : [dictationId];
  };
}

/** Rows of a table from a key on; all of them, or those that begin with one identifier. */
function rowsAfter(database: Database, table: TableName, after: unknown, owner?: string) {
  const rows = database.table<Sealed>(table).where(':id');
  if (owner === undefined) return rows.above(after ?? Dexie.minKey);
  if (SEALED_TABLES[table].length === 1)
    return rows.between(owner, owner, after === undefined, true);
  return rows.between(after ?? [owner], [owner, Dexie.maxKey], after === undefined, true);
}

async function* rowsOfTable(opened: Opened, table: TableName, owner?: string) {
  let after: unknown;
  for (;;) {
    const batch = await rowsAfter(opened.database, table, after, owner).limit(BATCH_ROWS).toArray();
    const stored = await Promise.all(batch.map((row) => toStored(opened, table, row)));
    yield* stored.filter((row) => row !== undefined);
    const last = batch.at(-1);
    if (!last || batch.length < BATCH_ROWS) return;
    after = dexieKey(keyOf(table, last));
  }
}

export type StoredRows = BackupSource & BackupTarget;

/** The rows of this vault, opened, for a backup and from one. */
export function storedRows(opened: Opened): StoredRows {
  const { database, ledger } = opened;
  return {
    async *rows(signal, dictationId) {
      const ownersOf = await owners(opened, dictationId);
      for (const table of TABLE_NAMES) {
        for (const owner of ownersOf(table)) {
          for await (const row of rowsOfTable(opened, table, owner)) {
            signal.throwIfAborted();
            yield row;
          }
        }
      }
    },

    count: async (dictationId) => {
      const ownersOf = await owners(opened, dictationId);
      const counts = TABLE_NAMES.flatMap((table) =>
        ownersOf(table).map((owner) => rowsAfter(database, table, undefined, owner).count()),
      );
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },

    find: async (table, key) => {
      if (!isTable(table)) return undefined;
      const row = await database.table<Sealed>(table).get(dexieKey(key));
      return row && toStored(opened, table, row);
    },

    hasReport: async (dictationId) =>
      (await database.snapshots.get(dictationId)) !== undefined ||
      (await rowsOf(database.journal, dictationId).count()) > 0,

    put: async ({ table, key, revision, kind, bytes }) => {
      if (!isTable(table)) return;
      const least = ledger.least({ table, key });
      const content = readContent(kind, bytes);
      const row = { table, key, revision: Math.max(revision, least), content };
      await putContents(opened, table, [row]);
    },
  };
}
