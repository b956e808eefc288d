import { Dexie } from 'dexie';
import { soundIds } from '../../dossier/dictation';
import { readContent, writeContent } from '../content';
import { rowsOf, type Database } from '../database';
import type { BackupSource, BackupTarget, StoredRow } from './restore';

/**
 * Tables of a backup and the fields of their keys, in the order in which they are written: a dictation comes after all that
 * belongs to it, so that it is whole when it appears.
 */
const TABLES = {
  speech: ['soundId', 'index'],
  originals: ['soundId', 'index'],
  peaks: ['soundId', 'index'],
  windows: ['dictationId', 'index'],
  snapshots: ['dictationId'],
  journal: ['dictationId', 'version'],
  annexes: ['dictationId', 'kind', 'id'],
  dictations: ['id'],
  records: ['collection', 'id'],
  settings: ['key'],
} as const;

type TableName = keyof typeof TABLES;
const TABLE_NAMES = Object.keys(TABLES) as TableName[];
const SOUNDS: readonly TableName[] = ['speech', 'originals', 'peaks'];
const OF_NO_DICTATION: readonly TableName[] = ['records', 'settings'];

/** Few enough that pieces of sound of four megabytes fit into memory together. */
const BATCH_ROWS = 12;

type Fields = Readonly<Record<string, string | number>>;
interface PlainRow {
  readonly payload: unknown;
}

const isTable = (name: string): name is TableName => name in TABLES;
const dexieKey = ([first = '', ...others]: StoredRow['key']) =>
  others.length === 0 ? first : [first, ...others];

function toStored(table: TableName, row: PlainRow): StoredRow {
  const key = TABLES[table].map((field) => (row as PlainRow & Fields)[field] ?? '');
  return { table, key, revision: 0, ...writeContent(row.payload) };
}

/** What of each table belongs to one dictation, as the first part of its keys; nothing where all is asked. */
async function owners(
  database: Database,
  dictationId: string | undefined,
): Promise<(table: TableName) => readonly (string | undefined)[]> {
  if (dictationId === undefined) return () => [undefined];
  const dictation = (await database.dictations.get(dictationId))?.payload;
  const sounds = dictation ? soundIds(dictation) : [];
  return (table) => {
    if (OF_NO_DICTATION.includes(table)) return [];
    return SOUNDS.includes(table) ? sounds : [dictationId];
  };
}

/** Rows of a table from a key on; all of them, or those that begin with one identifier. */
function rowsAfter(database: Database, table: TableName, after: unknown, owner?: string) {
  const rows = database.table<PlainRow>(table).where(':id');
  if (owner === undefined) return rows.above(after ?? Dexie.minKey);
  if (TABLES[table].length === 1) return rows.between(owner, owner, after === undefined, true);
  return rows.between(after ?? [owner], [owner, Dexie.maxKey], after === undefined, true);
}

async function* rowsOfTable(database: Database, table: TableName, owner?: string) {
  let after: unknown;
  for (;;) {
    const batch = await rowsAfter(database, table, after, owner).limit(BATCH_ROWS).toArray();
    const stored = batch.map((row) => toStored(table, row));
    yield* stored;
    const last = stored.at(-1);
    if (!last || batch.length < BATCH_ROWS) return;
    after = dexieKey(last.key);
  }
}

export type StoredRows = BackupSource & BackupTarget;

/** The rows of this vault, opened, for a backup and from one. */
export function storedRows(database: Database): StoredRows {
  return {
    async *rows(signal, dictationId) {
      const ownersOf = await owners(database, dictationId);
      for (const table of TABLE_NAMES) {
        for (const owner of ownersOf(table)) {
          for await (const row of rowsOfTable(database, table, owner)) {
            signal.throwIfAborted();
            yield row;
          }
        }
      }
    },

    count: async (dictationId) => {
      const ownersOf = await owners(database, dictationId);
      const counts = TABLE_NAMES.flatMap((table) =>
        ownersOf(table).map((owner) => rowsAfter(database, table, undefined, owner).count()),
      );
      return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
    },

    find: async (table, key) => {
      if (!isTable(table)) return undefined;
      const row = await database.table<PlainRow>(table).get(dexieKey(key));
      return row && toStored(table, row);
    },

    hasReport: async (dictationId) =>
      (await database.snapshots.get(dictationId)) !== undefined ||
      (await rowsOf(database.journal, dictationId).count()) > 0,

    put: async ({ table, key, kind, bytes }) => {
      if (!isTable(table)) return;
      const fields = Object.fromEntries(TABLES[table].map((field, at) => [field, key[at]]));
      await database.table(table).put({ ...fields, payload: readContent(kind, bytes) });
    },
  };
}
