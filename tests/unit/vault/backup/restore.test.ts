import { describe, expect, test } from 'vitest';
import { Restore, type BackupTarget, type StoredRow } from '../../../../web/vault/backup/restore';

const row = (table: string, key: StoredRow['key'], text: string, revision = 0): StoredRow => ({
  table,
  key,
  revision,
  kind: 0,
  bytes: new TextEncoder().encode(text),
});

class Kept implements BackupTarget {
  readonly rows = new Map<string, StoredRow>();
  /** Tables of what was written at once. */
  readonly puts: (readonly string[])[] = [];
  readonly erased = new Set<string>();

  constructor(...rows: StoredRow[]) {
    for (const one of rows) this.rows.set(this.#name(one.table, one.key), one);
  }

  find = async (table: string, key: StoredRow['key']) => this.rows.get(this.#name(table, key));

  hasReport = async (id: string) =>
    [...this.rows.values()].some(
      ({ table, key }) => ['snapshots', 'journal'].includes(table) && key[0] === id,
    );

  put = async (rows: readonly StoredRow[]) => {
    this.puts.push(rows.map(({ table }) => table));
    for (const one of rows) this.rows.set(this.#name(one.table, one.key), one);
  };

  isErased = (table: string, key: StoredRow['key']) => this.erased.has(this.#name(table, key));

  beginSound = async () => undefined;

  tidy = async () => undefined;

  text = (table: string, ...key: StoredRow['key']) =>
    new TextDecoder().decode(this.rows.get(this.#name(table, key))?.bytes);

  #name = (table: string, key: StoredRow['key']) => `${table} ${key.join()}`;
}

async function bring(kept: Kept, ...rows: StoredRow[]) {
  const restore = new Restore(kept);
  for (const one of rows) await restore.bring(one);
  await restore.finish();
  return restore.plan;
}

const PLAN = { dictations: 0, fresh: 0, same: 0, kept: 0, later: 0, erased: 0, unknown: 0 };

const KEPT = JSON.stringify({ id: 'd', original: { kind: 'takes', edits: [{ takeId: 't' }] } });

const DICTATION = [
  row('dictations', ['d'], KEPT, 2),
  row('speech', ['t', 0], 'son'),
  row('windows', ['d', 0], 'mots'),
  row('snapshots', ['d'], 'texte', 4),
  row('journal', ['d', 5], 'frappe'),
  row('journal', ['d', 6], 'frappe'),
];

describe('a restore', () => {
  test('brings a dictation that is not here whole, and once', async () => {
    const kept = new Kept();
    expect(await bring(kept, ...DICTATION)).toEqual({ ...PLAN, dictations: 1, fresh: 6 });
    expect(await bring(kept, ...DICTATION)).toEqual({ ...PLAN, same: 6 });
  });

  test('gives back what is missing of one that is here', async () => {
    const kept = new Kept(DICTATION[0]!, DICTATION[3]!);
    expect(await bring(kept, DICTATION[1]!)).toEqual({ ...PLAN, fresh: 1 });
  });

  test('never mixes a report that is here with another', async () => {
    const kept = new Kept(row('snapshots', ['d'], 'texte relu', 9));
    const plan = await bring(kept, ...DICTATION.slice(3));
    expect(plan).toEqual({ ...PLAN, kept: 3 });
    expect(kept.text('snapshots', 'd')).toBe('texte relu');
    expect(kept.rows.size).toBe(1);
  });

  test('writes a dictation with its words and its report at once, after its sound', async () => {
    const kept = new Kept();
    await bring(kept, ...DICTATION, row('records', ['templates', 'a'], 'modèle'));
    const text = ['dictations', 'windows', 'snapshots', 'journal', 'journal'];
    expect(kept.puts).toEqual([['speech'], ['records'], text]);
  });

  test('writes a dictation as soon as the next one comes', async () => {
    const kept = new Kept();
    const restore = new Restore(kept);
    for (const one of DICTATION) await restore.bring(one);
    expect(kept.puts).toEqual([['speech']]);
    await restore.bring(row('dictations', ['e'], KEPT));
    expect(kept.puts).toHaveLength(2);
  });

  test('leaves erased what was erased here since, sound included, unless it is asked for', async () => {
    const kept = new Kept();
    kept.erased.add('dictations d').add('records patients,p');
    const patient = row('records', ['patients', 'p'], 'patient');
    expect(await bring(kept, ...DICTATION, patient)).toEqual({ ...PLAN, erased: 7 });
    expect(kept.rows.size).toBe(0);
    const asked = new Restore(kept, { bringsErased: true });
    for (const one of [...DICTATION, patient]) await asked.bring(one);
    await asked.finish();
    expect(kept.rows.size).toBe(7);
  });

  test('keeps newer work, and takes the later state', async () => {
    const kept = new Kept(
      row('records', ['templates', 'a'], 'ici', 5),
      row('records', ['templates', 'b'], 'ici', 5),
      row('settings', ['speed'], '1', 1),
    );
    const plan = await bring(
      kept,
      row('records', ['templates', 'a'], 'sauvegarde', 4),
      row('records', ['templates', 'b'], 'sauvegarde', 6),
      row('settings', ['speed'], '2', 9),
    );
    expect(plan).toEqual({ ...PLAN, kept: 2, later: 1 });
    expect(kept.text('records', 'templates', 'a')).toBe('ici');
    expect(kept.text('records', 'templates', 'b')).toBe('sauvegarde');
  });

  test('leaves alone what it does not know, and writes nothing when it only looks', async () => {
    const kept = new Kept();
    expect(await bring(kept, row('audit', [1], 'ligne'))).toEqual({ ...PLAN, unknown: 1 });
    const dry = new Restore(kept);
    for (const one of DICTATION) await dry.weigh(one);
    expect(dry.plan).toEqual({ ...PLAN, dictations: 1, fresh: 6 });
    expect(kept.rows.size).toBe(0);
  });
});
