import type { JournalEntry, ReportSnapshot, StoredReport } from '../dossier/report';
import { rowsOf, type Database } from './database';

export type Reports = ReturnType<typeof reports>;

/** A snapshot and the journal of every transaction since: a keystroke costs one small row. */
export function reports(database: Database) {
  const { snapshots, journal } = database;
  return {
    open: (dictationId: string): Promise<StoredReport> =>
      database.transaction('r', snapshots, journal, async () => {
        const snapshot = (await snapshots.get(dictationId))?.payload;
        const rows = await rowsOf(journal, dictationId, (snapshot?.version ?? 0) + 1).toArray();
        return {
          snapshot,
          journal: rows.map(({ payload, ...row }) => ({ ...row, steps: payload })),
        };
      }),

    /** Fails when the version is taken: another tab has written there first. */
    append: async ({ dictationId, version, steps }: JournalEntry): Promise<void> => {
      await journal.add({ dictationId, version, payload: steps });
    },

    /** Replaces the snapshot and drops the journal entries it contains. */
    settle: (snapshot: ReportSnapshot): Promise<void> =>
      database.transaction('rw', snapshots, journal, async () => {
        const { dictationId, version } = snapshot;
        await snapshots.put({ dictationId, payload: snapshot });
        await journal
          .where(':id')
          .between([dictationId, 0], [dictationId, version], true, true)
          .delete();
      }),
  };
}
