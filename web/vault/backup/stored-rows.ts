import { Dexie } from 'dexie';
import { soundIds, type Dictation } from '../../dossier/dictation';
import type { ReportSnapshot } from '../../dossier/report';
import { readContent, writeContent } from '../content';
import {
  rowsOf,
  SEALED_TABLES,
  type Database,
  type DictationRow,
  type Sealed,
  type SealedTableName,
} from '../database';
import { UnreadableError } from '../keyring';
import { dexieKey, keyOf } from '../quarantine';
import type { Ledger } from '../ledger';
import { records } from '../records';
import type { Opened } from '../sealed-table';
import { putContents, type StoredContent } from '../stored-contents';
import type { BackupSource, BackupTarget, StoredRow } from './restore';

/**
 * Tables of a backup in the order in which they are written for each dictation: its text before its sound, so that a
 * file whose end is missing lacks the sound of one dictation and those after it. The audit stays where it was written.
 */
const OF_A_DICTATION = [
  'dictations',
  'windows',
  'snapshots',
  'journal',
  'annexes',
  'speech',
  'originals',
  'peaks',
] as const satisfies readonly SealedTableName[];

const OF_NO_DICTATION = ['records', 'settings'] as const satisfies readonly SealedTableName[];

const TABLE_NAMES = [...OF_A_DICTATION, ...OF_NO_DICTATION] as const;

type TableName = (typeof TABLE_NAMES)[number];
const SOUNDS: readonly TableName[] = ['speech', 'originals', 'peaks'];

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

/** A dictation, and the identifiers under which things of it are kept; its sounds are unknown where it does not open. */
interface Whole {
  readonly id: string;
  readonly sounds: readonly string[];
}

async function wholeOf(opened: Opened, row: DictationRow): Promise<Whole> {
  const stored = await toStored(opened, 'dictations', row);
  const dictation = stored && (readContent(stored.kind, stored.bytes) as Dictation);
  return { id: row.id, sounds: dictation ? soundIds(dictation) : [row.id] };
}

async function* wholes(opened: Opened, dictationId?: string): AsyncGenerator<Whole> {
  const { dictations } = opened.database;
  const ids =
    dictationId === undefined ? await dictations.toCollection().primaryKeys() : [dictationId];
  for (const id of ids) {
    const row = await dictations.get(id);
    if (row) yield wholeOf(opened, row);
  }
}

const ownersIn = ({ id, sounds }: Whole, table: TableName): readonly string[] =>
  SOUNDS.includes(table) ? sounds : [id];

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

async function countRows(opened: Opened, dictationId?: string): Promise<number> {
  const { database } = opened;
  if (dictationId === undefined) {
    const counts = await Promise.all(TABLE_NAMES.map((name) => database.table(name).count()));
    return counts.reduce((sum, count) => sum + count, 0);
  }
  let sum = 0;
  for await (const whole of wholes(opened, dictationId)) {
    for (const table of OF_A_DICTATION) {
      for (const owner of ownersIn(whole, table)) {
        sum += await rowsAfter(database, table, undefined, owner).count();
      }
    }
  }
  return sum;
}

/**
 * Where an earlier state of a report was here, the ledger refuses what is older than that: the report that comes in its
 * place counts on from there.
 */
function renumbered(ledger: Ledger, rows: readonly StoredContent[]): readonly StoredContent[] {
  const snapshot = rows.find(({ table }) => table === 'snapshots');
  const journal = rows.filter(({ table }) => table === 'journal');
  const id = (snapshot ?? journal[0])?.key[0];
  if (id === undefined) return rows;
  const before = snapshot?.revision ?? Number(journal[0]?.key[1]) - 1;
  const shift = Math.max(0, ledger.least({ table: 'snapshots', key: [id] }) - before);
  if (shift === 0) return rows;
  return rows.map((row) => {
    if (row.table === 'journal') return { ...row, key: [id, Number(row.key[1]) + shift] };
    if (row.table !== 'snapshots') return row;
    const content = row.content as ReportSnapshot;
    const version = content.version + shift;
    return { ...row, revision: version, content: { ...content, version } };
  });
}

/** Sounds whose dictation is not here yet, so that they go at the next unlocking if it never comes. */
type BegunSound = { readonly format: 1; readonly id: string };

async function tidy(opened: Opened): Promise<void> {
  const begun = records(opened)<BegunSound>('begun-sounds');
  const all = await begun.all();
  if (all.length === 0) return;
  const owned = new Set<string>();
  for await (const { sounds } of wholes(opened)) for (const id of sounds) owned.add(id);
  for (const { id } of all) {
    if (!owned.has(id)) {
      const { speech, originals, peaks } = opened.database;
      for (const pieces of [speech, originals, peaks]) await rowsOf(pieces, id).delete();
    }
    await begun.remove(id);
  }
}

export type StoredRows = BackupSource & BackupTarget;

/** The rows of this vault, opened, for a backup and from one. */
export function storedRows(opened: Opened): StoredRows {
  const { database, ledger } = opened;
  return {
    async *rows(signal, dictationId) {
      for await (const whole of wholes(opened, dictationId)) {
        for (const table of OF_A_DICTATION) {
          for (const owner of ownersIn(whole, table)) {
            yield* until(signal, rowsOfTable(opened, table, owner));
          }
        }
      }
      if (dictationId !== undefined) return;
      for (const table of OF_NO_DICTATION) yield* until(signal, rowsOfTable(opened, table));
    },

    count: (dictationId) => countRows(opened, dictationId),

    find: async (table, key) => {
      if (!isTable(table)) return undefined;
      const row = await database.table<Sealed>(table).get(dexieKey(key));
      return row && toStored(opened, table, row);
    },

    hasReport: async (dictationId) =>
      (await database.snapshots.get(dictationId)) !== undefined ||
      (await rowsOf(database.journal, dictationId).count()) > 0,

    isErased: (table, key) => ledger.isRemoved({ table, key }),

    put: async (rows) => {
      const contents = rows.flatMap(({ table, key, revision, kind, bytes }) => {
        if (!isTable(table)) return [];
        const content = readContent(kind, bytes);
        const isReport = table === 'snapshots';
        const least = isReport ? 0 : ledger.least({ table, key });
        return [{ table, key, revision: Math.max(revision, least), content }];
      });
      await putContents(opened, renumbered(ledger, contents));
    },

    beginSound: (id) => records(opened)<BegunSound>('begun-sounds').put(id, { format: 1, id }),

    tidy: () => tidy(opened),
  };
}

async function* until(
  signal: AbortSignal,
  rows: AsyncIterable<StoredRow>,
): AsyncGenerator<StoredRow> {
  for await (const row of rows) {
    signal.throwIfAborted();
    yield row;
  }
}
