import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { Accounts, type Claim, type OpenedPractice } from '../../../web/vault/accounts';
import { deviceKey, openRegistry, type Registry } from '../../../web/vault/registry';
import { openPracticeVault } from '../../../web/vault/vault';
import { newRecoveryCode, type DerivationCost } from '../../../web/vault/wrapping';
import { dictation } from '../../builders';

let registry: Registry;
let accounts: Accounts;
let opened: OpenedPractice;
let now = 0;
let count = 0;

/** Quick in place of dear: the real one has its published vectors. */
const derive = async (text: string, salt: Uint8Array, cost: DerivationCost) => {
  const bytes = new TextEncoder().encode(`${text}|${String(salt)}|${cost.iterations}`);
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
};

const SECRET = 'sept mots que personne ne devine jamais ici';

const claim = (accountId: string, text = SECRET, kind: 'passphrase' | 'recovery' = 'passphrase') =>
  ({ accountId, proof: { kind, text } }) satisfies Claim;

beforeEach(async () => {
  registry = openRegistry(`registry-${++count}`);
  now = 1_000_000;
  accounts = new Accounts(registry, derive, () => now);
  opened = await accounts.makePractice({
    practiceName: 'Cabinet des Tilleuls',
    personName: 'Odile Marchand',
    passphrase: SECRET,
    isTakingOver: false,
  });
});

describe('unlocking', () => {
  test('gives the same key to the right passphrase, however it is spaced', async () => {
    const vault = await openPracticeVault(opened.practice.id, opened.key, opened.person);
    await vault.dictations.put(dictation());
    await vault.close();
    const answer = await accounts.unlock(
      claim(opened.person.id, `  ${SECRET.replace(/ /g, '  ')}`),
    );
    if (!answer.ok) throw new Error(answer.kind);
    expect(answer.value.person).toEqual(opened.person);
    expect(answer.value.key.extractable).toBe(false);
    const again = await openPracticeVault(opened.practice.id, answer.value.key, opened.person);
    expect(await again.dictations.get('dictation')).toEqual(dictation());
    await again.close();
  });

  test('is refused to any other passphrase, slower and slower, across reloads', async () => {
    for (const wait of [0, 0, 5, 10]) {
      expect(await accounts.unlock(claim(opened.person.id, 'autre'))).toEqual({
        ok: false,
        kind: 'wrong',
        seconds: wait,
      });
      now += wait * 1000;
    }
    await accounts.unlock(claim(opened.person.id, 'autre'));
    const reloaded = new Accounts(registry, derive, () => now);
    expect(await reloaded.unlock(claim(opened.person.id))).toEqual({
      ok: false,
      kind: 'early',
      seconds: 20,
    });
    now += 20_000;
    const answer = await reloaded.unlock(claim(opened.person.id));
    if (!answer.ok) throw new Error(answer.kind);
    expect(answer.value.failedTries).toHaveLength(5);
    expect((await registry.accounts.get(opened.person.id))?.tries.failed).toBe(0);
  });

  test('counts a try whose page is closed while it is made', async () => {
    const dying = new Accounts(
      registry,
      () => Promise.reject(new Error('closed')),
      () => now,
    );
    await expect(dying.unlock(claim(opened.person.id, 'autre'))).rejects.toThrow('closed');
    expect((await registry.accounts.get(opened.person.id))?.tries.failed).toBe(1);
  });

  test('is refused to an account whose role or name was changed in the registry', async () => {
    for (const change of [
      { role: 'doctor' },
      { name: 'Quelqu’un' },
      { practiceId: 'x' },
    ] as const) {
      const account = await registry.accounts.get(opened.person.id);
      await registry.accounts.update(opened.person.id, change);
      expect((await accounts.unlock(claim(opened.person.id))).ok).toBe(false);
      await registry.accounts.put({ ...account! });
    }
    expect((await accounts.unlock(claim(opened.person.id))).ok).toBe(true);
  });

  test('makes a wrapping of cheaper times anew', async () => {
    const cheap = { memoryKib: 19_456, iterations: 2, parallelism: 1 };
    const careless = new Accounts(
      registry,
      (text, salt) => derive(text, salt, cheap),
      () => now,
    );
    const { person } = await careless.makePractice({
      practiceName: 'Cabinet du Port',
      personName: 'Zoé Petit',
      passphrase: SECRET,
      isTakingOver: false,
    });
    const made = (await registry.accounts.get(person.id))!;
    const wrappings = made.wrappings.map((one) => ({ ...one, cost: cheap }));
    await registry.accounts.update(person.id, { wrappings });
    expect((await careless.unlock(claim(person.id))).ok).toBe(true);
    const upgraded = (await registry.accounts.get(person.id))!.wrappings;
    expect(upgraded).toMatchObject([{ cost: { memoryKib: 65_536, iterations: 3 } }]);
    expect((await careless.unlock(claim(person.id))).ok).toBe(true);
  });
});

describe('accounts', () => {
  const secretary = {
    name: 'Basile Roy',
    role: 'secretary',
    passphrase: 'sa phrase à lui',
  } as const;

  test('are added by an administrator and open the same vault', async () => {
    const vault = await openPracticeVault(opened.practice.id, opened.key, opened.person);
    await vault.dictations.put(dictation());
    const added = await accounts.add(claim(opened.person.id), secretary);
    if (!added.ok) throw new Error(added.kind);
    const answer = await accounts.unlock(claim(added.value.id, secretary.passphrase));
    if (!answer.ok) throw new Error(answer.kind);
    expect(answer.value.person).toEqual({
      id: added.value.id,
      name: 'Basile Roy',
      role: 'secretary',
    });
    const his = await openPracticeVault(opened.practice.id, answer.value.key, answer.value.person);
    expect(await his.dictations.all()).toEqual([dictation()]);
    await expect(
      accounts.add(claim(added.value.id, secretary.passphrase), secretary),
    ).rejects.toThrow('administrator');
    await vault.close();
    await his.close();
  });

  test('are removed by an administrator, but for the last one', async () => {
    const added = await accounts.add(claim(opened.person.id), secretary);
    if (!added.ok) throw new Error(added.kind);
    const person = { id: added.value.id, name: 'Basile Roy', role: 'secretary' } as const;
    expect(await accounts.remove(person, opened.person.id)).toBe(false);
    expect(await accounts.remove(opened.person, opened.person.id)).toBe(false);
    expect(await accounts.remove(opened.person, person.id)).toBe(true);
    expect(await accounts.unlock(claim(person.id, secretary.passphrase))).toMatchObject({
      kind: 'unknown',
    });
  });

  test('change their passphrase without sealing anything anew', async () => {
    const vault = await openPracticeVault(opened.practice.id, opened.key, opened.person);
    await vault.dictations.put(dictation());
    expect(await accounts.changePassphrase(claim(opened.person.id), 'une autre')).toMatchObject({
      ok: true,
    });
    expect((await accounts.unlock(claim(opened.person.id))).ok).toBe(false);
    const answer = await accounts.unlock(claim(opened.person.id, 'une autre'));
    if (!answer.ok) throw new Error(answer.kind);
    const again = await openPracticeVault(opened.practice.id, answer.value.key, opened.person);
    expect(await again.dictations.all()).toEqual([dictation()]);
    await vault.close();
    await again.close();
  });

  test('open with their printed code, as it is typed', async () => {
    const code = newRecoveryCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
    await accounts.setRecoveryCode(claim(opened.person.id), code);
    const typed = code.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o');
    expect((await accounts.unlock(claim(opened.person.id, typed, 'recovery'))).ok).toBe(true);
    expect((await accounts.unlock(claim(opened.person.id, code))).ok).toBe(false);
  });

  test('open with a passkey that gives a secret, and no other', async () => {
    const credentialId = new Uint8Array([1, 2, 3]);
    const passkey = (byte: number) => ({
      kind: 'passkey' as const,
      credentialId,
      secret: new Uint8Array(32).fill(byte),
    });
    await accounts.addPasskey(claim(opened.person.id), passkey(7));
    const unlock = (byte: number) =>
      accounts.unlock({ accountId: opened.person.id, proof: passkey(byte) });
    expect((await unlock(7)).ok).toBe(true);
    expect((await unlock(8)).ok).toBe(false);
  });
});

describe('two practices', () => {
  test('read nothing of each other', async () => {
    const other = await accounts.makePractice({
      practiceName: 'Cabinet du Port',
      personName: 'Odile Marchand',
      passphrase: SECRET,
      isTakingOver: false,
    });
    const mine = await openPracticeVault(opened.practice.id, opened.key, opened.person);
    await mine.dictations.put(dictation());
    await mine.records<string>('patients').put('p', 'Ursule Besnard');
    const theirs = await openPracticeVault(other.practice.id, other.key, other.person);
    expect(await theirs.dictations.all()).toEqual([]);
    expect(await theirs.records<string>('patients').all()).toEqual([]);
    await mine.close();
    await expect(openPracticeVault(opened.practice.id, other.key, other.person)).rejects.toThrow();
    await theirs.close();
    const kept = await openPracticeVault(opened.practice.id, opened.key, opened.person);
    expect(await kept.dictations.all()).toEqual([dictation()]);
    await kept.close();
  });
});

test('the key of the trial is made once, by whichever tab comes first', async () => {
  const [one, two] = await Promise.all([deviceKey(registry), deviceKey(registry)]);
  expect(await registry.devices.count()).toBe(1);
  expect(one.key).toBeDefined();
  expect(two.key).toBeDefined();
  expect(one.key.extractable).toBe(false);
});
