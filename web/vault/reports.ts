import type { EditorJson, JournalEntry, ReportSnapshot, StoredReport } from '../dossier/report';
import { rowsOf, type JournalRow, type SnapshotRow } from './database';
import { SealedTable, type Opened } from './sealed-table';

export type Reports = ReturnType<typeof reports>;

type Steps = readonly EditorJson[];

/** A snapshot and the journal of every transaction since: a keystroke costs one small row. */
export function reports(opened: Opened) {
  const { database } = opened;
  const snapshots = new SealedTable<ReportSnapshot, SnapshotRow>(opened, 'snapshots');
  const journal = new SealedTable<Steps, JournalRow>(opened, 'journal');

  const entry = async (row: JournalRow): Promise<JournalEntry | undefined> => {
    const steps = await journal.open(row);
    return steps && { dictationId: row.dictationId, version: row.version, steps };
  };

  return {
    open: async (dictationId: string): Promise<StoredReport> => {
      const { snapshots: kept, journal: entries } = database;
      const { row, rows } = await database.transaction('r', kept, entries, async () => {
        const found = await kept.get(dictationId);
        const from = (found?.revision ?? 0) + 1;
        return { row: found, rows: await rowsOf(entries, dictationId, from).toArray() };
      });
      const opened = await Promise.all(rows.map(entry));
      return {
        snapshot: row && (await snapshots.open(row)),
        journal: opened.filter((step) => step !== undefined),
      };
    },

    /** Fails when the version is taken: another tab has written there first. */
    append: (entries: readonly JournalEntry[]): Promise<void> =>
      journal.addAll(
        entries.map(({ dictationId, version, steps }) => [[dictationId, version], steps]),
      ),

    /** Replaces the snapshot and drops the journal entries it contains. */
    settle: async (snapshot: ReportSnapshot): Promise<void> => {
      const { dictationId, version } = snapshot;
      await snapshots.putRevision([dictationId], version, snapshot, {
        tables: [database.journal],
        run: () =>
          database.journal
            .where(':id')
            .between([dictationId, 0], [dictationId, version], true, true)
            .delete(),
      });
    },
  };
}
