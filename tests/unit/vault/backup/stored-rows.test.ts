import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { Restore } from '../../../../web/vault/backup/restore';
import type { Vault } from '../../../../web/vault/vault';
import { openTestVault } from '../../../vaults';
import { dictation, segment, transcriptWindow } from '../../../builders';

let made = 0;
const newVault = () => openTestVault(`backup-${made++}`);
const bytes = (...values: number[]) => new Uint8Array(values).buffer;
const signal = new AbortController().signal;

async function filled(...ids: string[]): Promise<Vault> {
  const vault = await newVault();
  for (const id of ids) {
    await vault.dictations.put(dictation({ id }));
    for (let index = 0; index < 30; index++) {
      await vault.sounds.originals.write(id, index, bytes(index, 2, 3));
    }
    await vault.transcripts.add(transcriptWindow(0, [segment('mot')], id));
    await vault.reports.settle({ format: 1, dictationId: id, document: { id }, version: 2 });
    await vault.reports.append([{ dictationId: id, version: 3, steps: [{ step: 3 }] }]);
    await vault.annexes<string>('versions').put(id, 'first', 'texte');
  }
  await vault.records<string>('templates').put('a', 'modèle');
  return vault;
}

async function copy(from: Vault, to: Vault, dictationId?: string) {
  const restore = new Restore(to.backup);
  let count = 0;
  for await (const row of from.backup.rows(signal, dictationId)) {
    await restore.bring(row);
    count += 1;
  }
  await restore.finish();
  expect(count).toBe(await from.backup.count(dictationId));
  return restore.plan;
}

async function contents(vault: Vault, id: string) {
  const blob = await vault.sounds.originals.blob(id, 'audio/wav');
  return {
    dictation: await vault.dictations.get(id),
    sound: [...new Uint8Array(await blob.arrayBuffer())],
    windows: await vault.transcripts.windows(id),
    report: await vault.reports.open(id),
    versions: await vault.annexes<string>('versions').all(id),
  };
}

test('everything of a vault comes back in an empty one, and the second time nothing is new', async () => {
  const [from, to] = [await filled('one', 'two'), await newVault()];
  const plan = await copy(from, to);
  expect(plan).toMatchObject({ dictations: 2, kept: 0, unknown: 0 });
  for (const id of ['one', 'two']) {
    expect(await contents(to, id)).toEqual(await contents(from, id));
  }
  expect(await to.records<string>('templates').all()).toEqual(['modèle']);
  expect(await copy(from, to)).toEqual({ ...plan, dictations: 0, fresh: 0, same: plan.fresh });
});

test('one dictation is given on with all that belongs to it, and nothing else', async () => {
  const [from, to] = [await filled('one', 'two'), await newVault()];
  expect(await copy(from, to, 'two')).toMatchObject({ dictations: 1 });
  expect(await contents(to, 'two')).toEqual(await contents(from, 'two'));
  expect((await to.dictations.all()).map(({ id }) => id)).toEqual(['two']);
  expect(await to.records<string>('templates').all()).toEqual([]);
});

test('what was erased here stays erased, and comes back when it is asked for', async () => {
  const from = await filled('one');
  const to = await newVault();
  await copy(from, to);
  await to.dictations.purge('one');
  const plan = await copy(from, to);
  expect(plan).toMatchObject({ dictations: 0, fresh: 0, same: 1 });
  expect(await to.dictations.all()).toEqual([]);
  expect(await to.sounds.originals.size('one')).toBe(0);

  const asked = new Restore(to.backup, { bringsErased: true });
  for await (const row of from.backup.rows(signal)) await asked.bring(row);
  await asked.finish();
  expect(await contents(to, 'one')).toEqual(await contents(from, 'one'));
});

test('a report older than the one that was here is read again, and can be written on', async () => {
  const from = await filled('one');
  const to = await newVault();
  await copy(from, to);
  await to.reports.settle({ format: 1, dictationId: 'one', document: { later: 1 }, version: 90 });
  await to.dictations.purge('one');
  const asked = new Restore(to.backup, { bringsErased: true });
  for await (const row of from.backup.rows(signal)) await asked.bring(row);
  await asked.finish();
  const { snapshot, journal } = await to.reports.open('one');
  expect(snapshot).toMatchObject({ document: { id: 'one' }, version: 90 });
  expect(journal).toEqual([{ dictationId: 'one', version: 91, steps: [{ step: 3 }] }]);
  await to.reports.settle({ format: 1, dictationId: 'one', document: { new: 1 }, version: 91 });
  expect((await to.reports.open('one')).snapshot).toMatchObject({ document: { new: 1 } });
  expect(await to.quarantine.all()).toEqual([]);
});

test('a restore that broke off leaves nothing that is not whole', async () => {
  const [from, to] = [await filled('one', 'two'), await newVault()];
  const restore = new Restore(to.backup);
  for await (const row of from.backup.rows(signal)) {
    if (row.table === 'originals' && row.key[0] === 'two' && row.key[1] === 20) break;
    await restore.bring(row);
  }
  expect(await to.sounds.originals.size('two')).toBeGreaterThan(0);
  await to.backup.tidy();
  expect((await to.dictations.all()).map(({ id }) => id)).toEqual(['one']);
  expect(await contents(to, 'one')).toEqual(await contents(from, 'one'));
  expect(await to.sounds.originals.size('two')).toBe(0);
  await copy(from, to);
  expect(await contents(to, 'two')).toEqual(await contents(from, 'two'));
});
