import type { JSHandle, Page } from '@playwright/test';

interface StoredRow {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

/** The rows of the databases of a page, by database and store; it lives as long as the page is not loaded again. */
export type StoredCopy = JSHandle<
  Readonly<Record<string, Readonly<Record<string, readonly StoredRow[]>>>>
>;

const REGISTRY = 'plume-coffres';

/** What whoever copies the browser's folder has of the vaults: read from outside of the application, by IndexedDB itself. */
export function copyVaults(page: Page): Promise<StoredCopy> {
  return page.evaluateHandle(async (registry) => {
    const promised = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('no answer'));
      });
    const copy: Record<string, Record<string, StoredRow[]>> = {};
    for (const { name = '' } of await indexedDB.databases()) {
      if (name === registry) continue;
      const database = await promised(indexedDB.open(name));
      const stores: Record<string, StoredRow[]> = {};
      for (const store of database.objectStoreNames) {
        const rows = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([
          promised(rows.getAllKeys()),
          promised<unknown[]>(rows.getAll()),
        ]);
        stores[store] = keys.map((key, at) => ({ key, value: values[at] }));
      }
      database.close();
      copy[name] = stores;
    }
    return copy;
  }, REGISTRY);
}

/** Rows of all stores of the vaults. */
export async function countRows(page: Page): Promise<number> {
  const copy = await copyVaults(page);
  const count = await copy.evaluate((databases) =>
    Object.values(databases)
      .flatMap((stores) => Object.values(stores))
      .reduce((sum, rows) => sum + rows.length, 0),
  );
  await copy.dispose();
  return count;
}

/** Puts stores back as they were copied, in place of what stands in them now; all of them unless some are named. */
export async function putBack(
  page: Page,
  copy: StoredCopy,
  only?: readonly string[],
): Promise<void> {
  await page.evaluate(
    async ([copied, wanted]) => {
      for (const [name, stores] of Object.entries(copied)) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error ?? new Error('no answer'));
        });
        const names = Object.keys(stores).filter((store) => wanted?.includes(store) ?? true);
        const change = database.transaction(names, 'readwrite');
        const done = new Promise<void>((resolve, reject) => {
          change.oncomplete = () => resolve();
          change.onabort = () => reject(change.error ?? new Error('aborted'));
        });
        for (const store of names) {
          const rows = change.objectStore(store);
          rows.clear();
          for (const { key, value } of stores[store] ?? []) {
            if (rows.keyPath === null) rows.put(value, key);
            else rows.put(value);
          }
        }
        await done;
        database.close();
      }
    },
    [copy, only] as const,
  );
}
