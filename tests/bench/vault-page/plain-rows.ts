import type { JournalEntry } from '../../../web/dossier/report';
import type { Database, JournalRow, PieceRow } from '../../../web/vault/database';

/** The same rows in the same tables as the vault writes, but for the seal. */
export const addPlain = (
  plain: Database,
  { dictationId, version, steps }: JournalEntry,
): Promise<unknown> =>
  plain.journal.add({ dictationId, version, revision: 0, steps } as unknown as JournalRow);

const plainPiece = (index: number, bytes: ArrayBuffer): PieceRow =>
  ({ soundId: 'a', index, revision: 0, bytes }) as unknown as PieceRow;

export const writePlainPiece = (
  plain: Database,
  index: number,
  bytes: Readonly<Record<'speech' | 'original' | 'peaks', ArrayBuffer>>,
): Promise<unknown> =>
  plain.transaction('rw', [plain.speech, plain.originals, plain.peaks], async () => {
    await plain.speech.put(plainPiece(index, bytes.speech));
    await plain.originals.put(plainPiece(index, bytes.original));
    await plain.peaks.put(plainPiece(index, bytes.peaks));
  });
