import { Dexie, type Collection } from 'dexie';
import type { AnnexRow, Database } from './database';
import { SealedTable, watchRows, type Opened } from './sealed-table';

/** What belongs to one dictation beside its sound, transcript and report; each has one payload type, in `dossier/`. */
export type AnnexKind =
  'answers' | 'ignored-words' | 'listened' | 'summaries' | 'versions' | 'work-time';

type Rows = Collection<AnnexRow, [string, string, string]>;

/** Everything of a dictation, or of one kind of it. */
export const annexesOf = (
  table: Database['annexes'],
  dictationId: string,
  kind?: AnnexKind,
): Rows => {
  const key = kind === undefined ? [dictationId] : [dictationId, kind];
  return table.where(':id').between([...key, Dexie.minKey], [...key, Dexie.maxKey]);
};

export type Annexes = ReturnType<typeof annexes>;

/** Things of a dictation by kind and identifier, such as verdicts or versions; purged with it. */
export function annexes(opened: Opened) {
  const sealed = new SealedTable<unknown, AnnexRow>(opened, 'annexes');
  return <Payload>(kind: AnnexKind) => {
    const rows = (dictationId: string) =>
      annexesOf(opened.database.annexes, dictationId, kind).toArray();
    const open = async (found: AnnexRow[]) => (await sealed.openAll(found)) as Payload[];

    return {
      all: async (dictationId: string): Promise<Payload[]> => open(await rows(dictationId)),

      put: (dictationId: string, id: string, payload: Payload): Promise<void> =>
        sealed.put([dictationId, kind, id], payload),

      remove: (dictationId: string, id: string): Promise<void> =>
        sealed.remove([dictationId, kind, id]),

      /** Without opening them: what no longer opens goes as well. @param prefix of their identifiers */
      removeAll: async (dictationId: string, prefix = ''): Promise<void> => {
        const keys = await annexesOf(opened.database.annexes, dictationId, kind).primaryKeys();
        for (const key of keys) if (key[2].startsWith(prefix)) await sealed.remove(key);
      },

      /** In order of their identifiers, again after each change, from any tab. */
      watch: (dictationId: string, next: (all: Payload[]) => void): (() => void) =>
        watchRows(() => rows(dictationId), open, next),
    };
  };
}
