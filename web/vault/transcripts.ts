import { liveQuery } from 'dexie';
import type { TranscriptWindow } from '../dossier/transcript';
import { rowsOf, type Database } from './database';

export type Transcripts = ReturnType<typeof transcripts>;

export function transcripts({ windows: table }: Database) {
  const windows = async (dictationId: string): Promise<TranscriptWindow[]> => {
    const rows = await rowsOf(table, dictationId).toArray();
    return rows.map(({ payload }) => payload);
  };

  return {
    windows,

    /** Fails on a window that is already there: what was heard is never edited. */
    add: async (window: TranscriptWindow): Promise<void> => {
      await table.add({ dictationId: window.dictationId, index: window.index, payload: window });
    },

    /** In order, again after each new window. */
    watch: (dictationId: string, next: (windows: TranscriptWindow[]) => void): (() => void) => {
      const subscription = liveQuery(() => windows(dictationId)).subscribe({ next });
      return () => subscription.unsubscribe();
    },
  };
}
