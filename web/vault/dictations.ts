import { soundIds, type Dictation } from '../dossier/dictation';
import { annexesOf } from './annexes';
import type { Audit } from './audit';
import { rowsOf, type DictationRow } from './database';
import { eraseApart } from './quarantine';
import { watchRows, type Opened, type SealedTable } from './sealed-table';

type Change = Partial<Omit<Dictation, 'id' | 'format'>>;

/** What a change says to the audit. */
function tell(audit: Audit, before: Dictation | undefined, after: Dictation | undefined): void {
  if (!before || !after) return;
  const { id, state, deletedAt } = after;
  if (state.phase !== before.state.phase) audit.mention('state-changed', id, state.phase);
  if (deletedAt !== before.deletedAt) audit.mention('dictation-removed', id);
}

/** Known to the ledger, and neither here nor in quarantine: erased from outside. */
async function lostDictations({
  database,
  ledger,
  quarantine,
}: Opened): Promise<readonly string[]> {
  const present = await database.dictations.toCollection().primaryKeys();
  const apart = (await quarantine.all()).map(({ row }) => (row as Partial<DictationRow>).id);
  return ledger.missing('dictations', new Set([...present, ...apart]));
}

export type Dictations = ReturnType<typeof dictations>;

export function dictations(
  opened: Opened,
  sealed: SealedTable<Dictation, DictationRow>,
  audit: Audit,
) {
  const { database } = opened;
  const { dictations: table } = database;

  const open = async (rows: DictationRow[]): Promise<Dictation[]> => {
    const contents = await sealed.openAll(rows);
    return contents.sort((a, b) => b.createdAt - a.createdAt);
  };

  return {
    lost: () => lostDictations(opened),

    all: async (): Promise<Dictation[]> => open(await table.toArray()),

    get: (id: string): Promise<Dictation | undefined> => sealed.get([id]),

    put: (dictation: Dictation): Promise<void> => sealed.put([dictation.id], dictation),

    /** Changes what is stored now, not what the caller read some time ago; a purged dictation stays away. */
    change: async (id: string, change: Change | ((now: Dictation) => Change)): Promise<void> => {
      let before: Dictation | undefined;
      let after: Dictation | undefined;
      await sealed.change([id], (now) => {
        before = now;
        after = now && { ...now, ...(typeof change === 'function' ? change(now) : change) };
        return after;
      });
      tell(audit, before, after);
    },

    /** Brings a deleted dictation back. */
    restore: async (id: string): Promise<void> => {
      await sealed.change([id], (now) => {
        if (!now) return undefined;
        const { deletedAt, ...rest } = now;
        return rest;
      });
      audit.mention('dictation-restored', id);
    },

    /** Erases a dictation with its sound, transcript and report, and what was set apart of them. */
    purge: async (id: string): Promise<void> => {
      const { speech, originals, peaks, windows, snapshots, journal, annexes, quarantine } =
        database;
      const dictation = await sealed.get([id]);
      const sounds = dictation ? soundIds(dictation) : [];
      await sealed.remove([id], {
        tables: [speech, originals, peaks, windows, snapshots, journal, annexes, quarantine],
        run: async () => {
          for (const soundId of sounds) {
            for (const pieces of [speech, originals, peaks]) {
              await rowsOf(pieces, soundId).delete();
            }
          }
          await rowsOf(windows, id).delete();
          await rowsOf(journal, id).delete();
          await snapshots.delete(id);
          await annexesOf(annexes, id).delete();
          await eraseApart(quarantine, new Set([id, ...sounds]));
        },
      });
      if (dictation) audit.mention('dictation-purged', id);
    },

    /** Newest first, again after each change, from any tab. */
    watch: (next: (dictations: Dictation[]) => void): (() => void) =>
      watchRows(() => table.toArray(), open, next),
  };
}
