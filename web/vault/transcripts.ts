import { isHeard, type Dictation } from '../dossier/dictation';
import type { HeardTranscript, TranscriptWindow } from '../dossier/transcript';
import { rowsOf, type DictationRow, type WindowRow } from './database';
import { SealedTable, watchRows, type Opened } from './sealed-table';

export type Transcripts = ReturnType<typeof transcripts>;

export function transcripts(opened: Opened, dictations: SealedTable<Dictation, DictationRow>) {
  const { database } = opened;
  const sealed = new SealedTable<TranscriptWindow, WindowRow>(opened, 'windows');
  const rows = (dictationId: string) => rowsOf(database.windows, dictationId).toArray();

  return {
    windows: async (dictationId: string): Promise<TranscriptWindow[]> =>
      sealed.openAll(await rows(dictationId)),

    /** Fails on a window that is already there: what was heard is never edited. */
    add: (window: TranscriptWindow): Promise<void> =>
      sealed.add([window.dictationId, window.index], window),

    /** Again after each new window, and when the last one is in. */
    watch: (dictationId: string, next: (transcript: HeardTranscript) => void): (() => void) =>
      watchRows(
        async () => ({
          dictation: await dictations.rows.get(dictationId),
          windows: await rows(dictationId),
        }),
        async ({ dictation, windows }): Promise<HeardTranscript> => {
          const state = dictation && (await dictations.open(dictation))?.state;
          const isComplete = state !== undefined && isHeard(state);
          return { windows: await sealed.openAll(windows), isComplete };
        },
        next,
      ),
  };
}
