import { Dexie, type Collection, type EntityTable, type Table } from 'dexie';
import type { AnnexKind } from './annexes';
import type { RecordCollection } from './records';
import type { Dictation } from '../dossier/dictation';
import type { EditorJson, ReportSnapshot } from '../dossier/report';
import type { TranscriptWindow } from '../dossier/transcript';

/** Rows hold a payload and, beside it, only random identifiers and numbers: what an index may say. */
export interface DictationRow {
  readonly id: string;
  readonly payload: Dictation;
}

export interface PieceRow {
  /** The dictation of an imported sound, the take of a recorded one. */
  readonly soundId: string;
  /** Position of the piece, from 0; pieces of a sound have no gap. */
  readonly index: number;
  readonly payload: ArrayBuffer;
}

export interface WindowRow {
  readonly dictationId: string;
  readonly index: number;
  readonly payload: TranscriptWindow;
}

export interface SnapshotRow {
  readonly dictationId: string;
  readonly payload: ReportSnapshot;
}

export interface JournalRow {
  readonly dictationId: string;
  readonly version: number;
  readonly payload: readonly EditorJson[];
}

export interface SettingRow {
  readonly key: string;
  readonly payload: unknown;
}

/** One thing of the practice, such as a template or a word of its own. */
export interface RecordRow {
  readonly collection: RecordCollection;
  readonly id: string;
  readonly payload: unknown;
}

/** One thing that belongs to a dictation and goes with it, such as a verdict or a version. */
export interface AnnexRow {
  readonly dictationId: string;
  readonly kind: AnnexKind;
  readonly id: string;
  readonly payload: unknown;
}

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
}

export function openDatabase(name: string): Database {
  const database = new Dexie(name, { cache: 'disabled' }) as Database;
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
  return database;
}

/** Every row of a table whose key starts with this identifier, in order. */
export const rowsOf = <Row>(
  table: Table<Row, [string, number]>,
  id: string,
  from = 0,
): Collection<Row, [string, number]> =>
  table.where(':id').between([id, from], [id, Number.MAX_SAFE_INTEGER], true, true);
