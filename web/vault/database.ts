import { Dexie, type Collection, type EntityTable, type Table } from 'dexie';
import type { AnnexKind } from './annexes';
import type { RecordCollection } from './records';

/** A row says nothing but random identifiers, kinds and counts; its content is sealed: see `keyring.ts`. */
export interface Sealed {
  readonly revision: number;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface DictationRow extends Sealed {
  readonly id: string;
}

export interface PieceRow extends Sealed {
  /** The dictation of an imported sound, the take of a recorded one. */
  readonly soundId: string;
  /** Position of the piece, from 0; pieces of a sound have no gap. */
  readonly index: number;
}

export interface WindowRow extends Sealed {
  readonly dictationId: string;
  readonly index: number;
}

/** Its revision is the number of journal entries it contains. */
export interface SnapshotRow extends Sealed {
  readonly dictationId: string;
}

export interface JournalRow extends Sealed {
  readonly dictationId: string;
  readonly version: number;
}

export interface SettingRow extends Sealed {
  readonly key: string;
}

/** One thing of the practice, such as a template or a word of its own. */
export interface RecordRow extends Sealed {
  readonly collection: RecordCollection;
  readonly id: string;
}

/** One thing that belongs to a dictation and goes with it, such as a verdict or a version. */
export interface AnnexRow extends Sealed {
  readonly dictationId: string;
  readonly kind: AnnexKind;
  readonly id: string;
}

/** One line of the audit, from 1, without a gap. */
export interface AuditRow extends Sealed {
  readonly line: number;
}

/** The least revision that each row of one part of the vault must have: see `ledger.ts`. */
export interface LedgerRow extends Sealed {
  readonly part: string;
}

/** A row that would not open, as it was found. */
export interface QuarantinedRow {
  readonly number?: number;
  readonly at: number;
  readonly table: SealedTableName | 'ledger';
  readonly row: unknown;
}

/** The keys of each table whose rows are sealed. */
export const SEALED_TABLES = {
  dictations: ['id'],
  speech: ['soundId', 'index'],
  originals: ['soundId', 'index'],
  peaks: ['soundId', 'index'],
  windows: ['dictationId', 'index'],
  snapshots: ['dictationId'],
  journal: ['dictationId', 'version'],
  settings: ['key'],
  records: ['collection', 'id'],
  annexes: ['dictationId', 'kind', 'id'],
  audit: ['line'],
} as const;

export type SealedTableName = keyof typeof SEALED_TABLES;

export const SEALED_TABLE_NAMES = Object.keys(SEALED_TABLES) as SealedTableName[];

type Piecewise = Table<PieceRow, [string, number]>;

export interface Database extends Dexie {
  readonly dictations: EntityTable<DictationRow, 'id'>;
  readonly speech: Piecewise;
  readonly originals: Piecewise;
  readonly peaks: Piecewise;
  readonly windows: Table<WindowRow, [string, number]>;
  readonly snapshots: EntityTable<SnapshotRow, 'dictationId'>;
  readonly journal: Table<JournalRow, [string, number]>;
  readonly settings: EntityTable<SettingRow, 'key'>;
  readonly records: Table<RecordRow, [string, string]>;
  readonly annexes: Table<AnnexRow, [string, string, string]>;
  readonly audit: EntityTable<AuditRow, 'line'>;
  readonly ledger: EntityTable<LedgerRow, 'part'>;
  readonly quarantine: EntityTable<QuarantinedRow, 'number'>;
}

/**
 * What is said to be kept is on the disk, not only in the memory of the system, which a power cut empties: see the README of this
 * folder for what that costs. The option is the standard one, whatever its name.
 */
export const DATABASE_OPTIONS = {
  cache: 'disabled',
  chromeTransactionDurability: 'strict',
} as const;

export function openDatabase(name: string): Database {
  const database = new Dexie(name, DATABASE_OPTIONS) as Database;
  database.version(1).stores({
    dictations: 'id',
    speech: '[soundId+index]',
    originals: '[soundId+index]',
    peaks: '[soundId+index]',
    windows: '[dictationId+index]',
    snapshots: 'dictationId',
    journal: '[dictationId+version]',
    settings: 'key',
  });
  database.version(2).stores({
    records: '[collection+id]',
    annexes: '[dictationId+kind+id]',
  });
  database.version(3).stores({
    audit: 'line',
    ledger: 'part',
    quarantine: '++number',
  });
  return database;
}

/** Every row of a table whose key starts with this identifier, in order. */
export const rowsOf = <Row>(
  table: Table<Row, [string, number]>,
  id: string,
  from = 0,
): Collection<Row, [string, number]> =>
  table.where(':id').between([id, from], [id, Number.MAX_SAFE_INTEGER], true, true);
