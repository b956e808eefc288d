import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../../web/dossier/person';
import { openVault, type Vault } from '../../../web/vault/vault';
import { dictation } from '../../builders';
import { newKey } from '../../vaults';

const PERSON: Person = { id: 'odile', name: 'Odile Marchand', role: 'secretary' };
const DAY = 24 * 3600 * 1000;

let name = '';
let key: CryptoKey;
let vault: Vault;
let count = 0;

beforeEach(async () => {
  name = `audit-${++count}`;
  key = await newKey();
  vault = await openVault(name, key, PERSON);
});
afterEach(async () => {
  vi.useRealTimers();
  await vault.close();
});

async function rawAudit(job: (table: Dexie.Table) => Promise<unknown>): Promise<void> {
  const raw = await new Dexie(name).open();
  await job(raw.table('audit'));
  raw.close();
}

describe('the audit', () => {
  test('says who did what when to which identifier, and nothing else', async () => {
    await vault.dictations.put(dictation({ id: 'one', name: 'Mme Ursule Besnard' }));
    await vault.dictations.change('one', { state: { phase: 'drafted' } });
    await vault.dictations.change('one', { name: 'Ursule' });
    await vault.dictations.purge('one');
    await vault.audit.note('locked');
    const entries = await vault.audit.all();
    expect(
      entries.map(({ who, role, action, subject, state }) => [who, role, action, subject, state]),
    ).toEqual([
      ['odile', 'secretary', 'state-changed', 'one', 'drafted'],
      ['odile', 'secretary', 'dictation-purged', 'one', undefined],
      ['odile', 'secretary', 'locked', undefined, undefined],
    ]);
    expect(await vault.audit.jsonLines()).not.toContain('Ursule');
    expect(await vault.audit.check()).toEqual({ isWhole: true, broken: [] });
  });

  test('keeps its order when two tabs write at once', async () => {
    const other = await openVault(name, key, { ...PERSON, id: 'basile' });
    await Promise.all(
      Array.from({ length: 30 }, (_, at) => (at % 2 ? vault : other).audit.note('unlocked')),
    );
    expect((await vault.audit.all()).map(({ line }) => line)).toEqual(
      Array.from({ length: 30 }, (_, at) => at + 1),
    );
    expect((await vault.audit.check()).isWhole).toBe(true);
    await other.close();
  });

  test.each<[string, readonly number[], (table: Dexie.Table) => Promise<unknown>]>([
    ['in the middle was removed', [4], (table) => table.delete(3)],
    ['at the beginning was removed', [2], (table) => table.delete(1)],
    ['at the end was removed', [5], (table) => table.delete(5)],
  ])('shows that a line %s', async (_, broken, job) => {
    for (let at = 0; at < 5; at++) await vault.audit.note('unlocked', `d${at}`);
    await rawAudit(job);
    expect(await vault.audit.check()).toEqual({ isWhole: false, broken });
  });

  test('shows that all its lines were removed, and that one was changed', async () => {
    for (let at = 0; at < 3; at++) await vault.audit.note('unlocked', `d${at}`);
    await rawAudit((table) => table.update(2, { sealed: new Uint8Array(80) }));
    expect((await vault.audit.check()).isWhole).toBe(false);
    await rawAudit((table) => table.clear());
    expect(await vault.audit.check()).toEqual({ isWhole: false, broken: [1] });
  });

  test('forgets what is older than twelve months, and proves that it was only that', async () => {
    vi.useFakeTimers({ now: 0, toFake: ['Date'] });
    for (let day = 0; day < 400; day += 100) {
      vi.setSystemTime(day * DAY);
      await vault.audit.note('unlocked', `day ${day}`);
    }
    vi.setSystemTime(480 * DAY);
    await vault.audit.prune();
    const entries = await vault.audit.all();
    expect(entries.map(({ subject, action }) => subject ?? action)).toEqual([
      'day 200',
      'day 300',
      'audit-pruned',
    ]);
    expect(await vault.audit.check()).toEqual({ isWhole: true, broken: [] });
    await rawAudit((table) => table.delete(3));
    expect((await vault.audit.check()).isWhole).toBe(false);
  });

  test('keeps the times of tries that failed while it was locked', async () => {
    await vault.audit.noteFailedTries([5, 9]);
    expect(await vault.audit.all()).toMatchObject([
      { action: 'try-failed', happenedAt: 5 },
      { action: 'try-failed', happenedAt: 9 },
    ]);
  });
});
