import { liveQuery } from 'dexie';
import { soundIds, type Dictation } from '../dossier/dictation';
import { annexesOf } from './annexes';
import { rowsOf, type Database } from './database';

type Change = Partial<Omit<Dictation, 'id' | 'format'>>;

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
    change: (id: string, change: Change | ((now: Dictation) => Change)): Promise<void> =>
      database.transaction('rw', table, async () => {
        const now = (await table.get(id))?.payload;
        if (!now) return;
        const changed = typeof change === 'function' ? change(now) : change;
        await table.put({ id, payload: { ...now, ...changed } });
      }),

    /** Brings a deleted dictation back. */
    restore: (id: string): Promise<void> =>
      database.transaction('rw', table, async () => {
        const row = await table.get(id);
        if (!row) return;
        const { deletedAt, ...payload } = row.payload;
        await table.put({ id, payload });
      }),

    /** Erases a dictation with its sound, transcript and report. */
    purge: async (id: string): Promise<void> => {
      const { speech, originals, peaks, windows, snapshots, journal, annexes } = database;
      const tables = [table, speech, originals, peaks, windows, snapshots, journal, annexes];
      await database.transaction('rw', tables, async () => {
        const dictation = (await table.get(id))?.payload;
        for (const soundId of dictation ? soundIds(dictation) : []) {
          for (const pieces of [speech, originals, peaks]) await rowsOf(pieces, soundId).delete();
        }
        await rowsOf(windows, id).delete();
        await rowsOf(journal, id).delete();
        await snapshots.delete(id);
        await annexesOf(annexes, id).delete();
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
