import { Dexie, liveQuery } from 'dexie';
import type { Database } from './database';

/** What a practice keeps beside its dictations; each has one payload type, in `dossier/`. */
export type RecordCollection =
  | 'authors'
  | 'auto-texts'
  | 'corrections'
  | 'erasures'
  | 'lexicon-layers'
  | 'own-words'
  | 'patients'
  | 'spoken'
  | 'templates'
  | 'work-time';

export type Records = ReturnType<typeof records>;

/** Things of the practice by collection and identifier, such as templates or words of its own. */
export function records({ records: table }: Database) {
  return <Payload>(collection: RecordCollection) => {
    const all = async (): Promise<Payload[]> => {
      const rows = await table
        .where(':id')
        .between([collection, Dexie.minKey], [collection, Dexie.maxKey])
        .toArray();
      return rows.map(({ payload }) => payload as Payload);
    };

    return {
      all,

      get: async (id: string): Promise<Payload | undefined> =>
        (await table.get([collection, id]))?.payload as Payload | undefined,

      put: async (id: string, payload: Payload): Promise<void> => {
        await table.put({ collection, id, payload });
      },

      remove: (id: string): Promise<void> => table.delete([collection, id]),

      /** In order of their identifiers, again after each change, from any tab. */
      watch: (next: (all: Payload[]) => void): (() => void) => {
        const subscription = liveQuery(all).subscribe({ next });
        return () => subscription.unsubscribe();
      },
    };
  };
}
