import { Dexie } from 'dexie';
import type { RecordRow } from './database';
import { SealedTable, watchRows, type Opened } from './sealed-table';

/** What a practice keeps beside its dictations; each has one payload type, in `dossier/`. */
export type RecordCollection =
  | 'authors'
  | 'auto-texts'
  | 'begun-sounds'
  | 'corrections'
  | 'erasures'
  | 'exchange-keys'
  | 'lexicon-layers'
  | 'own-words'
  | 'patients'
  | 'report-words'
  | 'spoken'
  | 'templates';

export type Records = ReturnType<typeof records>;

/** Things of the practice by collection and identifier, such as templates or words of its own. */
export function records(opened: Opened) {
  const sealed = new SealedTable<unknown, RecordRow>(opened, 'records', { remembers: true });
  return <Payload>(collection: RecordCollection) => {
    const rows = () =>
      opened.database.records
        .where(':id')
        .between([collection, Dexie.minKey], [collection, Dexie.maxKey])
        .toArray();
    const open = async (found: RecordRow[]) => (await sealed.openAll(found)) as Payload[];

    return {
      all: async (): Promise<Payload[]> => open(await rows()),

      get: async (id: string): Promise<Payload | undefined> =>
        (await sealed.get([collection, id])) as Payload | undefined,

      put: (id: string, payload: Payload): Promise<void> => sealed.put([collection, id], payload),

      remove: (id: string): Promise<void> => sealed.remove([collection, id]),

      /** In order of their identifiers, again after each change, from any tab. */
      watch: (next: (all: Payload[]) => void): (() => void) => watchRows(rows, open, next),
    };
  };
}
