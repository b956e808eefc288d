import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Vault } from '../../../web/vault/vault';
import { dictation, segment, transcriptWindow } from '../../builders';
import { openTestVault } from '../../vaults';

let vault: Vault;
let count = 0;

beforeEach(async () => {
  vault = await openTestVault(`vault-${++count}`);
});
afterEach(() => vault.close());

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

describe('dictations', () => {
  test('are listed newest first and watched', async () => {
    const seen: string[][] = [];
    const stop = vault.dictations.watch((all) => seen.push(all.map(({ id }) => id)));
    await vault.dictations.put(dictation({ id: 'old', createdAt: 1 }));
    await vault.dictations.put(dictation({ id: 'new', createdAt: 2 }));
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['new', 'old']));
    stop();
  });

  test('change without losing what another change wrote', async () => {
    await vault.dictations.put(dictation());
    await Promise.all([
      vault.dictations.change('dictation', { name: 'Scanner' }),
      vault.dictations.change('dictation', { state: { phase: 'drafted' } }),
    ]);
    expect(await vault.dictations.get('dictation')).toMatchObject({
      name: 'Scanner',
      state: { phase: 'drafted' },
    });
  });

  test('come back from the bin as they were', async () => {
    await vault.dictations.put(dictation());
    await vault.dictations.change('dictation', { deletedAt: 5 });
    await vault.dictations.restore('dictation');
    expect(await vault.dictations.get('dictation')).toEqual(dictation());
  });

  test('are erased with all that belongs to them, and nothing else', async () => {
    for (const id of ['gone', 'kept']) {
      await vault.dictations.put(dictation({ id }));
      await vault.sounds.originals.write(id, 0, bytes(1));
      await vault.transcripts.add(transcriptWindow(0, [segment('mot')], id));
      await vault.reports.append([{ dictationId: id, version: 1, steps: [] }]);
      await vault.annexes<string>('versions').put(id, 'first', 'text');
    }
    await vault.dictations.purge('gone');
    expect(await vault.dictations.get('gone')).toBeUndefined();
    expect(await vault.sounds.originals.size('gone')).toBe(0);
    expect(await vault.transcripts.windows('gone')).toEqual([]);
    expect((await vault.reports.open('gone')).journal).toEqual([]);
    expect(await vault.annexes<string>('versions').all('gone')).toEqual([]);
    expect(await vault.annexes<string>('versions').all('kept')).toEqual(['text']);
    expect(await vault.sounds.originals.size('kept')).toBe(1);
    expect(await vault.transcripts.windows('kept')).toHaveLength(1);
  });
});

describe('sounds', () => {
  test('come back in one piece and in order', async () => {
    await vault.sounds.originals.write('d', 1, bytes(3, 4));
    await vault.sounds.originals.write('d', 0, bytes(1, 2));
    const blob = await vault.sounds.originals.blob('d', 'audio/wav');
    expect(blob.type).toBe('audio/wav');
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([1, 2, 3, 4]);
  });
});

describe('transcripts', () => {
  test('refuse a second version of a window: what was heard is never edited', async () => {
    await vault.transcripts.add(transcriptWindow(0, [segment('mot')]));
    await expect(vault.transcripts.add(transcriptWindow(0, [segment('autre')]))).rejects.toThrow();
    expect(await vault.transcripts.windows('dictation')).toEqual([
      transcriptWindow(0, [segment('mot')]),
    ]);
  });
});

describe('reports', () => {
  test('open with the journal after the snapshot only', async () => {
    for (const version of [1, 2, 3]) {
      await vault.reports.append([{ dictationId: 'd', version, steps: [{ version }] }]);
    }
    await vault.reports.settle({ format: 1, dictationId: 'd', document: {}, version: 2 });
    const { snapshot, journal } = await vault.reports.open('d');
    expect(snapshot?.version).toBe(2);
    expect(journal).toEqual([{ dictationId: 'd', version: 3, steps: [{ version: 3 }] }]);
  });

  test('refuse a version that another tab has written', async () => {
    await vault.reports.append([{ dictationId: 'd', version: 1, steps: [] }]);
    await expect(
      vault.reports.append([{ dictationId: 'd', version: 1, steps: [] }]),
    ).rejects.toThrow();
  });
});

describe('settings', () => {
  test('fall back to their default when missing or of another shape', async () => {
    expect(await vault.settings.get('rewindSeconds')).toBe(1.5);
    await vault.settings.set('rewindSeconds', 3);
    expect(await vault.settings.get('rewindSeconds')).toBe(3);
    await vault.settings.set('speed', 'vite' as unknown as number);
    expect(await vault.settings.get('speed')).toBe(1);
  });
});

describe('records of the practice', () => {
  test('are kept, watched and removed in their own collection', async () => {
    const templates = vault.records<string>('templates');
    const seen: string[][] = [];
    const stop = templates.watch((all) => seen.push(all));
    await vault.records<string>('patients').put('a', 'a patient');
    await templates.put('b', 'second');
    await templates.put('a', 'first');
    await templates.remove('b');
    await vi.waitFor(() => expect(seen.at(-1)).toEqual(['first']));
    expect(await templates.get('b')).toBeUndefined();
    stop();
  });
});

describe('annexes of a dictation', () => {
  test('are kept apart by kind', async () => {
    const verdicts = vault.annexes<number>('listened');
    await verdicts.put('one', 'a', 1);
    await verdicts.put('two', 'a', 2);
    await vault.annexes<number>('work-time').put('one', 'a', 3);
    expect(await verdicts.all('one')).toEqual([1]);
    await verdicts.remove('one', 'a');
    expect(await verdicts.all('one')).toEqual([]);
    expect(await verdicts.all('two')).toEqual([2]);
  });
});
