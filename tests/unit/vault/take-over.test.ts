import 'fake-indexeddb/auto';
import { TRIAL_PERSON } from '../../../web/dossier/person';
import { Dexie } from 'dexie';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../../web/vault/database';
import { Keyring } from '../../../web/vault/keyring';
import { Ledger } from '../../../web/vault/ledger';
import { Permission } from '../../../web/vault/permission';
import { Quarantine } from '../../../web/vault/quarantine';
import type { Opened } from '../../../web/vault/sealed-table';
import { sealPlainRows, takeOver } from '../../../web/vault/take-over';
import { openVault, type Vault } from '../../../web/vault/vault';
import { dictation, segment, transcriptWindow } from '../../builders';
import { newKey } from '../../vaults';

let count = 0;
const newName = () => `take-over-${++count}`;

/** As version 2 kept things: nothing sealed. */
async function plainDatabase(name: string): Promise<void> {
  const old = new Dexie(name);
  old.version(2).stores({
    dictations: 'id',
    speech: '[soundId+index]',
    originals: '[soundId+index]',
    peaks: '[soundId+index]',
    windows: '[dictationId+index]',
    snapshots: 'dictationId',
    journal: '[dictationId+version]',
    settings: 'key',
    records: '[collection+id]',
    annexes: '[dictationId+kind+id]',
  });
  for (const id of ['one', 'two', 'three']) {
    await old.table('dictations').put({ id, payload: dictation({ id, createdAt: id.length }) });
    for (let index = 0; index < 7; index++) {
      const payload = new Uint8Array([index, 1, 2]).buffer;
      for (const table of ['speech', 'originals', 'peaks']) {
        await old.table(table).put({ soundId: id, index, payload });
      }
    }
    const window = transcriptWindow(0, [segment('mot')], id);
    await old.table('windows').put({ dictationId: id, index: 0, payload: window });
    const snapshot = { format: 1, dictationId: id, document: { text: id }, version: 4 };
    await old.table('snapshots').put({ dictationId: id, payload: snapshot });
    for (const version of [5, 6]) {
      await old.table('journal').put({ dictationId: id, version, payload: [{ step: version }] });
    }
    await old.table('annexes').put({ dictationId: id, kind: 'verdicts', id: 'a', payload: 'kept' });
  }
  await old.table('settings').put({ key: 'rewindSeconds', payload: 3 });
  await old.table('records').put({ collection: 'own-words', id: 'w', payload: 'stent' });
  old.close();
}

/** Everything a person would find again. */
async function contentsOf(vault: Vault): Promise<unknown> {
  const all = await vault.dictations.all();
  const each = all.map(async ({ id, ...rest }) => ({
    id,
    ...rest,
    sound: [...new Uint8Array(await (await vault.sounds.originals.blob(id, '')).arrayBuffer())],
    speech: await vault.sounds.speech.size(id),
    windows: await vault.transcripts.windows(id),
    report: await vault.reports.open(id),
    verdicts: await vault.annexes<string>('listened').all(id),
  }));
  return {
    dictations: await Promise.all(each),
    rewindSeconds: await vault.settings.get('rewindSeconds'),
    words: await vault.records<string>('own-words').all(),
    setApart: (await vault.quarantine.all()).length,
    lost: await vault.dictations.lost(),
  };
}

class Killed extends Error {}

/** Lets so many writes through, then none: a tab that was killed. */
function killAfter(writes: number, ...databases: Database[]): void {
  let left = writes;
  for (const database of databases) {
    database.use({
      stack: 'dbcore',
      name: 'kill',
      create: (core) => ({
        ...core,
        table: (name) => {
          const table = core.table(name);
          return {
            ...table,
            mutate: (request) =>
              left-- > 0 ? table.mutate(request) : Promise.reject(new Killed()),
          };
        },
      }),
    });
  }
}

async function open(name: string, key: CryptoKey, database = openDatabase(name)): Promise<Opened> {
  const keyring = new Keyring(key);
  const ledger = new Ledger(database, keyring);
  await ledger.load();
  const quarantine = new Quarantine(database);
  const permission = new Permission(TRIAL_PERSON);
  return { database, keyring, ledger, quarantine, permission, writing: new Set() };
}

async function expectedContents(): Promise<unknown> {
  const name = newName();
  await plainDatabase(name);
  const key = await newKey();
  const opened = await open(name, key);
  await sealPlainRows(opened);
  opened.database.close();
  const vault = await openVault(name, key);
  const contents = await contentsOf(vault);
  await vault.close();
  return contents;
}

describe('what was kept before anything was sealed', () => {
  test('is sealed in place, all of it', async () => {
    const name = newName();
    await plainDatabase(name);
    const opened = await open(name, await newKey());
    await sealPlainRows(opened);
    const rows = await Promise.all(opened.database.tables.map((table) => table.toArray()));
    expect(rows.flat(2).filter((row: object) => 'payload' in row)).toEqual([]);
    opened.database.close();
    expect(await expectedContents()).toMatchObject({
      dictations: [{ id: 'three' }, { id: 'one' }, { id: 'two' }],
      rewindSeconds: 3,
      words: ['stent'],
      setApart: 0,
      lost: [],
    });
  });

  test('survives being killed at any write, and is whole after the next start', async () => {
    const expected = await expectedContents();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
        async (kills) => {
          const name = newName();
          const key = await newKey();
          await plainDatabase(name);
          for (const writes of [...kills, Infinity]) {
            const database = openDatabase(name);
            killAfter(writes, database);
            const opened = await open(name, key, database);
            await sealPlainRows(opened).catch(isKill);
            database.close();
          }
          const vault = await openVault(name, key);
          expect(await contentsOf(vault)).toEqual(expected);
          await vault.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);
});

const isKill = (error: unknown): void => {
  if (!String(error).includes('Killed') && !(error instanceof Killed)) throw error;
};

describe('the conversion into a vault', () => {
  test('survives being killed at any write, as often as one likes: nothing is lost or twice there', async () => {
    const expected = await expectedContents();
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 5 }),
        async (isSealedBefore, kills) => {
          const [from, to] = [newName(), newName()];
          const [deviceKey, key] = await Promise.all([newKey(), newKey()]);
          await plainDatabase(from);
          if (isSealedBefore) {
            const trial = await open(from, deviceKey);
            await sealPlainRows(trial);
            trial.database.close();
          }
          for (const writes of [...kills, Infinity]) {
            const [source, target] = [openDatabase(from), openDatabase(to)];
            killAfter(writes, source, target);
            const trial = await open(from, deviceKey, source);
            const vault = await open(to, key, target);
            await takeOver(trial, vault).catch(isKill);
            source.close();
            target.close();
          }
          const vault = await openVault(to, key);
          expect(await contentsOf(vault)).toEqual(expected);
          await vault.close();
          const emptied = openDatabase(from);
          expect(await emptied.dictations.count()).toBe(0);
          expect(await emptied.originals.count()).toBe(0);
          emptied.close();
        },
      ),
      { numRuns: 25 },
    );
  }, 60_000);

  test('takes rows that do not open into the quarantine of the vault', async () => {
    const [from, to] = [newName(), newName()];
    const [deviceKey, key] = await Promise.all([newKey(), newKey()]);
    const trial = await openVault(from, deviceKey);
    await trial.dictations.put(dictation({ id: 'whole' }));
    await trial.dictations.put(dictation({ id: 'damaged' }));
    await trial.close();
    const source = await open(from, deviceKey);
    await source.database.dictations.update('damaged', { sealed: new Uint8Array(60) });
    const target = await open(to, key);
    await takeOver(source, target);
    source.database.close();
    target.database.close();
    const vault = await openVault(to, key);
    expect((await vault.dictations.all()).map(({ id }) => id)).toEqual(['whole']);
    expect(await vault.quarantine.all()).toMatchObject([
      { table: 'dictations', row: { id: 'damaged' } },
    ]);
    await vault.close();
  });
});
