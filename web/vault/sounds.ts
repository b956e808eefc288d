import { ofDictation, type Database, type PieceRow } from './database';
import type { Table } from 'dexie';

export type PieceStore = ReturnType<typeof pieceStore>;
export type Sounds = ReturnType<typeof sounds>;

/** Bytes in order, kept piece by piece so that nothing needs them all at once. */
function pieceStore(table: Table<PieceRow, [string, number]>) {
  return {
    write: async (dictationId: string, index: number, bytes: ArrayBuffer): Promise<void> => {
      await table.put({ dictationId, index, payload: bytes });
    },

    read: async (dictationId: string, index: number): Promise<ArrayBuffer | undefined> =>
      (await table.get([dictationId, index]))?.payload,

    /** All pieces, in order; the browser keeps the parts of a Blob on disk. */
    blob: async (dictationId: string, mimeType: string): Promise<Blob> => {
      const [from, to] = ofDictation(dictationId);
      const parts: Blob[] = [];
      await table
        .where(':id')
        .between(from, to, true, true)
        .each(({ payload }) => {
          parts.push(new Blob([payload]));
        });
      return new Blob(parts, { type: mimeType });
    },

    count: (dictationId: string): Promise<number> => {
      const [from, to] = ofDictation(dictationId);
      return table.where(':id').between(from, to, true, true).count();
    },

    clear: async (dictationId: string): Promise<void> => {
      const [from, to] = ofDictation(dictationId);
      await table.where(':id').between(from, to, true, true).delete();
    },
  };
}

export function sounds(database: Database) {
  return {
    /** 16-bit samples at 16 kHz, mono. */
    speech: pieceStore(database.speech),
    /** The file or the recording as it came, for playing. */
    originals: pieceStore(database.originals),
    peaks: pieceStore(database.peaks),
  };
}
