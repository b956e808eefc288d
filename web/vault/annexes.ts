import { Dexie, liveQuery, type Collection } from 'dexie';
import type { AnnexRow, Database } from './database';

/** What belongs to one dictation beside its sound, transcript and report; each has one payload type, in `dossier/`. */
export type AnnexKind =
  'ignored-words' | 'moves' | 'queries' | 'summaries' | 'verdicts' | 'versions';

type Row = Collection<AnnexRow, [string, string, string]>;

/** Everything of a dictation, or of one kind of it. */
export const annexesOf = (
  table: Database['annexes'],
  dictationId: string,
  kind?: AnnexKind,
): Row => {
  const key = kind === undefined ? [dictationId] : [dictationId, kind];
  return table.where(':id').between([...key, Dexie.minKey], [...key, Dexie.maxKey]);
};

export type Annexes = ReturnType<typeof annexes>;

/** Things of a dictation by kind and identifier, such as verdicts or versions; purged with it. */
export function annexes({ annexes: table }: Database) {
  return <Payload>(kind: AnnexKind) => {
    const all = async (dictationId: string): Promise<Payload[]> => {
      const rows = await annexesOf(table, dictationId, kind).toArray();
      return rows.map(({ payload }) => payload as Payload);
    };

    return {
      all,

      put: async (dictationId: string, id: string, payload: Payload): Promise<void> => {
        await table.put({ dictationId, kind, id, payload });
      },

      remove: (dictationId: string, id: string): Promise<void> =>
        table.delete([dictationId, kind, id]),

      /** In order of their identifiers, again after each change, from any tab. */
      watch: (dictationId: string, next: (all: Payload[]) => void): (() => void) => {
        const subscription = liveQuery(() => all(dictationId)).subscribe({ next });
        return () => subscription.unsubscribe();
      },
    };
  };
}
