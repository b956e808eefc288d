import { liveQuery } from 'dexie';
import type { Dictation } from '../dossier/dictation';
import { ofDictation, type Database } from './database';

export type Dictations = ReturnType<typeof dictations>;

export function dictations(database: Database) {
  const { dictations: table } = database;

  const all = async (): Promise<Dictation[]> => {
    const rows = await table.toArray();
    return rows.map(({ payload }) => payload).sort((a, b) => b.createdAt - a.createdAt);
  };

  return {
    all,

    get: async (id: string): Promise<Dictation | undefined> => (await table.get(id))?.payload,

    put: async (dictation: Dictation): Promise<void> => {
      await table.put({ id: dictation.id, payload: dictation });
    },

    /** Changes what is stored now, not what the caller read some time ago; a purged dictation stays away. */
    change: (id: string, change: Partial<Omit<Dictation, 'id' | 'format'>>): Promise<void> =>
      database.transaction('rw', table, async () => {
        const row = await table.get(id);
        if (row) await table.put({ id, payload: { ...row.payload, ...change } });
      }),

    /** Brings a deleted dictation back. */
    restore: (id: string): Promise<void> =>
      database.transaction('rw', table, async () => {
        const row = await table.get(id);
        if (!row) return;
        const { deletedAt: _, ...payload } = row.payload;
        await table.put({ id, payload });
      }),

    /** Erases a dictation with its sound, transcript and report. */
    purge: async (id: string): Promise<void> => {
      const { speech, originals, peaks, windows, snapshots, journal } = database;
      const pieces = [speech, originals, peaks, windows, journal];
      await database.transaction('rw', [table, snapshots, ...pieces], async () => {
        const [from, to] = ofDictation(id);
        for (const rows of pieces) await rows.where(':id').between(from, to, true, true).delete();
        await snapshots.delete(id);
        await table.delete(id);
      });
    },

    /** Newest first, again after each change, from any tab. */
    watch: (next: (dictations: Dictation[]) => void): (() => void) => {
      const subscription = liveQuery(all).subscribe({ next });
      return () => subscription.unsubscribe();
    },
  };
}
