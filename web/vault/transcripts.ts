import { liveQuery } from 'dexie';
import { isHeard } from '../dossier/dictation';
import type { HeardTranscript, TranscriptWindow } from '../dossier/transcript';
import { rowsOf, type Database } from './database';

export type Transcripts = ReturnType<typeof transcripts>;

export function transcripts({ windows: table, dictations }: Database) {
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

    /** Again after each new window, and when the last one is in. */
    watch: (dictationId: string, next: (transcript: HeardTranscript) => void): (() => void) => {
      const read = async (): Promise<HeardTranscript> => {
        const state = (await dictations.get(dictationId))?.payload.state;
        const isComplete = state !== undefined && isHeard(state);
        return { windows: await windows(dictationId), isComplete };
      };
      const subscription = liveQuery(read).subscribe({ next });
      return () => subscription.unsubscribe();
    },
  };
}
