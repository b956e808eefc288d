import { rowsOf, type PieceRow } from './database';
import { SEAL_BYTES } from './keyring';
import { SealedTable, type Opened } from './sealed-table';

/** One piece in each of the three stores, written together. */
export interface SoundPiece {
  readonly soundId: string;
  readonly index: number;
  readonly speech: ArrayBuffer;
  readonly original: ArrayBuffer;
  readonly peaks: ArrayBuffer;
}

type PieceTable = 'speech' | 'originals' | 'peaks';

/** Bytes in order, kept piece by piece so that nothing needs them all at once. */
function pieceStore(opened: Opened, name: PieceTable) {
  const table = opened.database[name];
  const pieces = new SealedTable<ArrayBuffer, PieceRow>(opened, name);
  const length = (row: PieceRow | undefined) => (row ? row.sealed.length - SEAL_BYTES : 0);

  return {
    seal: (soundId: string, index: number, bytes: ArrayBuffer) =>
      pieces.seal([soundId, index], 0, bytes),

    write: async (soundId: string, index: number, bytes: ArrayBuffer): Promise<void> => {
      await table.put(await pieces.seal([soundId, index], 0, bytes));
    },

    read: (soundId: string, index: number): Promise<ArrayBuffer | undefined> =>
      pieces.get([soundId, index]),

    /** All pieces, in order; one at a time, since a long sound is larger than a page should be. */
    blob: async (soundId: string, mimeType: string): Promise<Blob> => {
      const parts: Blob[] = [];
      for (const key of await rowsOf(table, soundId).primaryKeys()) {
        const bytes = await pieces.get(key);
        if (bytes) parts.push(new Blob([bytes]));
      }
      return new Blob(parts, { type: mimeType });
    },

    /** Bytes of the whole, where all pieces but the last have one length. */
    size: async (soundId: string): Promise<number> => {
      const count = await rowsOf(table, soundId).count();
      if (count === 0) return 0;
      const first = await table.get([soundId, 0]);
      const last = await table.get([soundId, count - 1]);
      return (count - 1) * length(first) + length(last);
    },

    /** Takes other pieces in place of those that are there, at once or not at all. */
    replace: async (soundId: string, bytes: readonly ArrayBuffer[]): Promise<void> => {
      pieces.demand([soundId]);
      const rows = await Promise.all(
        bytes.map((piece, index) => pieces.seal([soundId, index], 0, piece)),
      );
      await table.db.transaction('rw', table, async () => {
        await rowsOf(table, soundId).delete();
        await table.bulkPut(rows);
      });
    },
  };
}

export function sounds(opened: Opened) {
  const { database } = opened;
  /** 16-bit samples at 16 kHz, mono. */
  const speech = pieceStore(opened, 'speech');
  /** The file or the recording as it came, for playing. */
  const originals = pieceStore(opened, 'originals');
  const peaks = pieceStore(opened, 'peaks');

  return {
    speech,
    originals,
    peaks,

    writePiece: async ({ soundId, index, ...piece }: SoundPiece): Promise<void> => {
      const [speechRow, originalRow, peaksRow] = await Promise.all([
        speech.seal(soundId, index, piece.speech),
        originals.seal(soundId, index, piece.original),
        peaks.seal(soundId, index, piece.peaks),
      ]);
      const tables = [database.speech, database.originals, database.peaks];
      await database.transaction('rw', tables, async () => {
        await database.speech.put(speechRow);
        await database.originals.put(originalRow);
        await database.peaks.put(peaksRow);
      });
    },
  };
}
