import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { TRIAL_PERSON } from '../../../web/dossier/person';
import { openVault, type Vault } from '../../../web/vault/vault';
import type { WitnessStorage } from '../../../web/vault/witness';
import { newKey } from '../../vaults';

/** What a browser keeps beside its databases. */
class Storage implements WitnessStorage {
  readonly kept = new Map<string, string>();
  getItem = (name: string) => this.kept.get(name) ?? null;
  setItem = (name: string, value: string) => void this.kept.set(name, value);
}

type Copy = Readonly<Record<string, readonly object[]>>;

/** All of a database, as whoever copies the browser's folder has it. */
async function copyOf(name: string): Promise<Copy> {
  const database = await new Dexie(name).open();
  const tables = database.tables.map(async (table) => [table.name, await table.toArray()] as const);
  const copy = Object.fromEntries(await Promise.all(tables));
  database.close();
  return copy;
}

async function putBack(name: string, copy: Copy): Promise<void> {
  const database = await new Dexie(name).open();
  for (const table of database.tables) {
    await table.clear();
    await table.bulkAdd([...(copy[table.name] ?? [])]);
  }
  database.close();
}

let made = 0;

async function kept() {
  const [name, key, storage] = [`witness-${made++}`, await newKey(), new Storage()];
  const open = (where: WitnessStorage | undefined = storage): Promise<Vault> =>
    openVault(name, key, TRIAL_PERSON, where);
  const vault = await open();
  await vault.audit.note('unlocked');
  await vault.audit.note('locked');
  await vault.close();
  return { name, storage, open };
}

test('a vault as it was left is not said to be older', async () => {
  const { open } = await kept();
  const vault = await open();
  expect(await vault.audit.isOlderThanSeen()).toBe(false);
  await vault.close();
});

test('a whole database put back is noticed, and once the next line is written not any more', async () => {
  const { name, open } = await kept();
  const before = await copyOf(name);
  const working = await open();
  await working.audit.note('unlocked');
  await working.close();
  await putBack(name, before);
  const vault = await open();
  expect(await vault.audit.isOlderThanSeen()).toBe(true);
  await vault.audit.note('older-vault-seen');
  expect(await vault.audit.isOlderThanSeen()).toBe(false);
  expect(await vault.audit.check()).toMatchObject({ isWhole: true });
  await vault.close();
});

test('a database that was put back and worked on elsewhere is noticed', async () => {
  const { name, open } = await kept();
  const before = await copyOf(name);
  const working = await open();
  await working.audit.note('unlocked');
  await working.close();
  await putBack(name, before);
  const elsewhere = await open(new Storage());
  await elsewhere.audit.note('backup-made');
  await elsewhere.audit.note('locked');
  await elsewhere.close();
  const vault = await open();
  expect(await vault.audit.isOlderThanSeen()).toBe(true);
  await vault.close();
});

test('nothing is claimed where nothing is remembered, or what is remembered does not open', async () => {
  const { storage, open } = await kept();
  const [entry] = storage.kept;
  expect(entry?.[1]).not.toMatch(/line|hash/);
  for (const value of ['', 'bonjour !', btoa('bonjour')]) {
    if (entry) storage.kept.set(entry[0], value);
    const vault = await open();
    expect(await vault.audit.isOlderThanSeen()).toBe(false);
    await vault.close();
  }
  const nowhere = await open({ getItem: () => null, setItem: () => undefined });
  expect(await nowhere.audit.isOlderThanSeen()).toBe(false);
  await nowhere.close();
});
