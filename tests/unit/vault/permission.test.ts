import 'fake-indexeddb/auto';
import { describe, expect, test, vi } from 'vitest';
import { mayErase, type Person, type Role } from '../../../web/dossier/person';
import { Restore } from '../../../web/vault/backup/restore';
import { ForbiddenError } from '../../../web/vault/permission';
import { openVault, type Vault } from '../../../web/vault/vault';
import { dictation, segment, transcriptWindow } from '../../builders';
import { newKey } from '../../vaults';

const person = (role: Role): Person => ({ id: role, name: role, role });
const bytes = (...values: number[]) => new Uint8Array(values).buffer;
const PIECE = { soundId: 's', index: 0, speech: bytes(1), original: bytes(2), peaks: bytes(3) };

let made = 0;

/** The same database as a secretary left it, and as a reader opens it. */
async function vaults(): Promise<{ readonly secretary: Vault; readonly reader: Vault }> {
  const [name, key] = [`permission-${made++}`, await newKey()];
  const secretary = await openVault(name, key, person('secretary'));
  await secretary.dictations.put(dictation());
  await secretary.sounds.writePiece({ ...PIECE, soundId: 'dictation' });
  await secretary.records<string>('templates').put('a', 'modèle');
  return { secretary, reader: await openVault(name, key, person('reader')) };
}

const STEP = { dictationId: 'dictation', version: 1, steps: [] };

const FORBIDDEN: readonly (readonly [string, (vault: Vault) => Promise<unknown>])[] = [
  ['make a dictation', ({ dictations }) => dictations.put(dictation({ id: 'other' }))],
  ['attach or rename one', ({ dictations }) => dictations.change('dictation', { name: 'x' })],
  ['put one into the bin', ({ dictations }) => dictations.change('dictation', { deletedAt: 1 })],
  ['bring one back', ({ dictations }) => dictations.restore('dictation')],
  ['erase one', ({ dictations }) => dictations.purge('dictation')],
  ['record', ({ sounds }) => sounds.writePiece(PIECE)],
  ['import a sound', ({ sounds }) => sounds.originals.write('s', 0, bytes(1))],
  ['erase a sound', ({ sounds }) => sounds.speech.replace('dictation', [])],
  ['add what is heard', ({ transcripts }) => transcripts.add(transcriptWindow(0, [segment('a')]))],
  ['type', ({ reports }) => reports.append([STEP])],
  ['settle', ({ reports }) => reports.settle({ ...STEP, format: 1, document: {} })],
  ['change a template', (vault) => vault.records<string>('templates').put('a', 'autre')],
  ['remove a template', (vault) => vault.records<string>('templates').remove('a')],
  ['keep a version', (vault) => vault.annexes<string>('versions').put('dictation', 'v', 'x')],
  ['note what another heard', (vault) => vault.annexes('listened').put('dictation', 'other', 1)],
  ['change how long things stay', ({ settings }) => settings.set('binDays', 1)],
  ['choose the model', ({ settings }) => settings.set('modelId', 'other')],
  ['delay the lock', ({ settings }) => settings.set('lockAfterMinutes', 500)],
];

describe('an account that may only read', () => {
  test.each(FORBIDDEN)('may not %s', async (_, act) => {
    const { secretary, reader } = await vaults();
    const onRefusal = vi.fn();
    reader.onRefusal(onRefusal);
    await expect(act(reader)).rejects.toThrow(ForbiddenError);
    expect(onRefusal).toHaveBeenCalled();
    expect(await secretary.dictations.all()).toEqual([dictation()]);
    expect(await secretary.sounds.speech.size('dictation')).toBe(1);
    expect(await secretary.records<string>('templates').all()).toEqual(['modèle']);
    await expect(act(secretary)).resolves.not.toThrow();
  });

  test('may not bring a backup back', async () => {
    const { secretary, reader } = await vaults();
    const restore = new Restore(reader.backup);
    const bring = async () => {
      const signal = new AbortController().signal;
      await secretary.dictations.put(dictation({ id: 'later' }));
      for await (const row of secretary.backup.rows(signal, 'later')) {
        await restore.bring({ ...row, key: ['new'] });
      }
      await restore.finish();
    };
    await expect(bring()).rejects.toThrow(ForbiddenError);
  });

  test('reads, listens, keeps what it heard and how, and is in the audit', async () => {
    const { reader } = await vaults();
    expect(await reader.dictations.all()).toEqual([dictation()]);
    expect(await reader.sounds.speech.read('dictation', 0)).toEqual(bytes(1));
    await reader.annexes<number>('listened').put('dictation', 'reader', 7);
    await reader.settings.set('speed', 1.5);
    await reader.audit.note('unlocked');
    expect(await reader.annexes<number>('listened').all('dictation')).toEqual([7]);
    expect(await reader.settings.get('speed')).toBe(1.5);
    expect((await reader.audit.all()).at(-1)).toMatchObject({ who: 'reader', action: 'unlocked' });
  });
});

test('a doctor and the administrator erase for good, nobody else', () => {
  const roles: readonly Role[] = ['administrator', 'doctor', 'secretary', 'reader'];
  expect(roles.filter((role) => mayErase(person(role)))).toEqual(['administrator', 'doctor']);
});
