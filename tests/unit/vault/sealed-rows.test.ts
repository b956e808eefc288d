import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openVault, type Vault } from '../../../web/vault/vault';
import { dictation, segment, transcriptWindow } from '../../builders';
import { newKey } from '../../vaults';

let name = '';
let key: CryptoKey;
let vault: Vault;
let raw: Dexie;
let count = 0;

/** The database as someone with the disk sees it. */
async function openRaw(): Promise<Dexie> {
  const database = new Dexie(name);
  await database.open();
  return database;
}

/** The practice comes back after someone had the disk. */
async function openAgain(): Promise<void> {
  await vault.close();
  vault = await openVault(name, key);
}

beforeEach(async () => {
  name = `sealed-${++count}`;
  key = await newKey();
  vault = await openVault(name, key);
  await vault.dictations.put(dictation({ id: 'one', name: 'Lettre' }));
  await vault.dictations.put(dictation({ id: 'two', name: 'Scanner' }));
  raw = await openRaw();
});
afterEach(async () => {
  raw.close();
  await vault.close();
});

const names = async () => (await vault.dictations.all()).map((each) => each.name).sort();
const setApart = async () => (await vault.quarantine.all()).map(({ table }) => table);

describe('what is kept', () => {
  test('is not readable in the database', async () => {
    await vault.transcripts.add(transcriptWindow(0, [segment('gonarthrose')], 'one'));
    await vault.reports.append([
      { dictationId: 'one', version: 1, steps: [{ text: 'Mme Ursule' }] },
    ]);
    await vault.records<string>('patients').put('p', 'Ursule Besnard');
    const rows = await Promise.all(raw.tables.map((table) => table.toArray()));
    const everything = rows
      .flat(2)
      .map((row: Record<string, unknown>) =>
        Object.values(row).map((value) =>
          value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value),
        ),
      );
    expect(everything.flat().join('\n')).not.toMatch(/gonarthrose|Ursule|Lettre|recorded/);
  });

  test('opens with its own key only', async () => {
    await vault.close();
    await expect(openVault(name, await newKey())).rejects.toThrow();
  });
});

describe('a row changed from outside', () => {
  test('is set apart, kept, and the rest stays usable', async () => {
    const row = (await raw.table('dictations').get('one')) as { sealed: Uint8Array };
    const changed = row.sealed.slice();
    changed[20]! ^= 1;
    await raw.table('dictations').put({ ...row, sealed: changed });
    await openAgain();
    const told = vi.fn();
    const stop = vault.quarantine.watch(told);
    expect(await names()).toEqual(['Scanner']);
    await vi.waitFor(() => expect(told).toHaveBeenLastCalledWith(1));
    stop();
    expect((await vault.quarantine.all())[0]?.row).toEqual({ ...row, sealed: changed });
    await vault.dictations.change('two', { name: 'IRM' });
    expect(await names()).toEqual(['IRM']);
  });

  test('leaves with the dictation it belongs to, and with no other', async () => {
    for (const id of ['one', 'two']) {
      await vault.transcripts.add(transcriptWindow(0, [segment('gonarthrose')], id));
      const row = (await raw.table('windows').get([id, 0])) as { sealed: Uint8Array };
      await raw.table('windows').put({ ...row, sealed: row.sealed.slice(1) });
    }
    await openAgain();
    await Promise.all(['one', 'two'].map((id) => vault.transcripts.windows(id)));
    expect(await setApart()).toEqual(['windows', 'windows']);
    await vault.dictations.purge('one');
    expect((await vault.quarantine.all()).map(({ row }) => row)).toMatchObject([
      { dictationId: 'two' },
    ]);
  });

  test('in place of another one is refused', async () => {
    const [one, two] = (await raw.table('dictations').bulkGet(['one', 'two'])) as object[];
    await raw.table('dictations').bulkPut([
      { ...one, id: 'two' },
      { ...two, id: 'one' },
    ]);
    await openAgain();
    expect(await names()).toEqual([]);
    expect(await setApart()).toEqual(['dictations', 'dictations']);
  });

  test('moved to another table is refused', async () => {
    await vault.sounds.speech.write('take', 0, new ArrayBuffer(8));
    await raw.table('originals').put(await raw.table('speech').get(['take', 0]));
    expect(await vault.sounds.originals.read('take', 0)).toBeUndefined();
    expect(await vault.sounds.speech.read('take', 0)).toEqual(new ArrayBuffer(8));
    expect(await setApart()).toEqual(['originals']);
  });

  test('put back as it was before is refused', async () => {
    const before: unknown = await raw.table('dictations').get('one');
    await vault.dictations.change('one', { name: 'Lettre relue' });
    await raw.table('dictations').put(before);
    await openAgain();
    expect(await names()).toEqual(['Scanner']);
    expect(await setApart()).toEqual(['dictations']);
  });

  test('put back after it was erased is refused', async () => {
    const before: unknown = await raw.table('dictations').get('one');
    await vault.dictations.purge('one');
    await raw.table('dictations').put(before);
    await openAgain();
    expect(await names()).toEqual(['Scanner']);
  });

  test('that was never sealed is refused', async () => {
    await raw.table('dictations').put({ id: 'evil', payload: dictation({ id: 'evil' }) });
    expect(await names()).toEqual(['Lettre', 'Scanner']);
    expect(await setApart()).toEqual(['dictations']);
  });

  test('an old report put back with its journal is refused', async () => {
    const settle = (version: number) =>
      vault.reports.settle({ format: 1, dictationId: 'one', document: { version }, version });
    await settle(1);
    const before: unknown = await raw.table('snapshots').get('one');
    await settle(2);
    await raw.table('snapshots').put(before);
    await openAgain();
    expect((await vault.reports.open('one')).snapshot).toBeUndefined();
    expect(await setApart()).toEqual(['snapshots']);
  });

  test('missing altogether is missed', async () => {
    await raw.table('dictations').delete('one');
    await openAgain();
    expect(await vault.dictations.lost()).toEqual(['one']);
    await vault.dictations.purge('two');
    expect(await vault.dictations.lost()).toEqual(['one']);
  });
});

test('an identifier that was removed may be used again', async () => {
  const words = vault.records<string>('own-words');
  await words.put('stent', 'first');
  await words.remove('stent');
  await words.put('stent', 'second');
  await openAgain();
  expect(await vault.records<string>('own-words').all()).toEqual(['second']);
});

test('two tabs that write at once lose nothing', async () => {
  const other = await openVault(name, key);
  await Promise.all(
    Array.from({ length: 20 }, (_, at) =>
      (at % 2 ? vault : other).dictations.change('one', ({ name: now }) => ({ name: `${now}.` })),
    ),
  );
  expect((await vault.dictations.get('one'))?.name).toBe(`Lettre${'.'.repeat(20)}`);
  expect(await vault.quarantine.all()).toEqual([]);
  await other.close();
});
