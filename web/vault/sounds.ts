import type { Table } from 'dexie';
import { rowsOf, type Database, type PieceRow } from './database';

/** One piece in each of the three stores, written together. */
export interface SoundPiece {
  readonly soundId: string;
  readonly index: number;
  readonly speech: ArrayBuffer;
  readonly original: ArrayBuffer;
  readonly peaks: ArrayBuffer;
}

/** Bytes in order, kept piece by piece so that nothing needs them all at once. */
function pieceStore(table: Table<PieceRow, [string, number]>) {
  return {
    write: async (soundId: string, index: number, bytes: ArrayBuffer): Promise<void> => {
      await table.put({ soundId, index, payload: bytes });
    },

    read: async (soundId: string, index: number): Promise<ArrayBuffer | undefined> =>
      (await table.get([soundId, index]))?.payload,

    /** All pieces, in order; the browser keeps the parts of a Blob on disk. */
    blob: async (soundId: string, mimeType: string): Promise<Blob> => {
      const parts: Blob[] = [];
      await rowsOf(table, soundId).each(({ payload }) => {
        parts.push(new Blob([payload]));
      });
      return new Blob(parts, { type: mimeType });
    },

    /** Bytes of the whole, where all pieces but the last have one length. */
    size: async (soundId: string): Promise<number> => {
      const count = await rowsOf(table, soundId).count();
      if (count === 0) return 0;
      const first = await table.get([soundId, 0]);
      const last = await table.get([soundId, count - 1]);
      return (count - 1) * (first?.payload.byteLength ?? 0) + (last?.payload.byteLength ?? 0);
    },

    /** Takes other pieces in place of those that are there, at once or not at all. */
    replace: (soundId: string, pieces: readonly ArrayBuffer[]): Promise<void> =>
      table.db.transaction('rw', table, async () => {
        await rowsOf(table, soundId).delete();
        await table.bulkPut(pieces.map((payload, index) => ({ soundId, index, payload })));
      }),
  };
}

export function sounds(database: Database) {
  const { speech, originals, peaks } = database;
  return {
    /** 16-bit samples at 16 kHz, mono. */
    speech: pieceStore(speech),
    /** The file or the recording as it came, for playing. */
    originals: pieceStore(originals),
    peaks: pieceStore(peaks),

    writePiece: (piece: SoundPiece): Promise<void> =>
      database.transaction('rw', speech, originals, peaks, async () => {
        const { soundId, index } = piece;
        await speech.put({ soundId, index, payload: piece.speech });
        await originals.put({ soundId, index, payload: piece.original });
        await peaks.put({ soundId, index, payload: piece.peaks });
      }),
  };
}
