import '../../../web/offline/guard';
import { Dexie } from 'dexie';
import { deriveKey } from '../../../web/engine/locksmith';
import { Accounts } from '../../../web/vault/accounts';
import { openDatabase } from '../../../web/vault/database';
import { openRegistry } from '../../../web/vault/registry';
import { openPracticeVault, openVault, type Vault } from '../../../web/vault/vault';
import { dictation } from '../../builders';
import { openAutosave, type KeptKey } from './autosave';
import { chooseDurability } from './durability';
import { addPlain, writePlainPiece } from './plain-rows';

const PIECE = { speech: 16_000, original: 48_000, peaks: 25 } as const;
const STEPS = [
  { stepType: 'replace', from: 812, to: 812, slice: { content: [{ type: 'text', text: 'e' }] } },
];

/** Between two keys: what the page does after one is no part of the next. */
const BREATH_MILLISECONDS = 20;

const newKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

async function milliseconds(job: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await job();
  return performance.now() - start;
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Times of two jobs in turn, so that what the machine does meanwhile slows both. */
async function inTurn(
  rounds: number,
  one: (round: number) => Promise<unknown>,
  other: (round: number) => Promise<unknown>,
): Promise<readonly [number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    times[0].push(await milliseconds(() => one(round)));
    times[1].push(await milliseconds(() => other(round)));
  }
  return [median(times[0]), median(times[1])];
}

/** Medians, in milliseconds: sealed and plain; `flushed` waits for the disk, and does not. */
type Writing = Readonly<
  Record<'piece' | 'keystroke' | 'flushed', readonly [one: number, other: number]>
>;

let autosaved: Vault | undefined;
let autosave: ReturnType<typeof openAutosave> | undefined;

const vaultBench = {
  /** Seconds from the passphrase to an open vault, worker and list included. */
  async unlock(): Promise<number> {
    const accounts = new Accounts(openRegistry('bench-registry'), deriveKey);
    const passphrase = 'sept mots tires au sort pour mesurer';
    const names = { practiceName: 'Bench', personName: 'Bench' };
    const { person } = await accounts.makePractice({ ...names, passphrase, isTakingOver: false });
    const time = await milliseconds(async () => {
      const proof = { kind: 'passphrase', text: passphrase } as const;
      const answer = await accounts.unlock({ accountId: person.id, proof });
      if (!answer.ok) throw new Error(answer.kind);
      const { practice, key } = answer.value;
      const vault = await openPracticeVault(practice.id, key, person);
      await vault.dictations.all();
      await vault.close();
    });
    return time / 1000;
  },

  /** Milliseconds until so many dictations stand in the list of a vault just opened; the ledger included. */
  async openRows(count: number): Promise<{ readonly ledger: number; readonly rows: number }> {
    const [name, key] = [`bench-rows-${crypto.randomUUID()}`, await newKey()];
    const filling = await openVault(name, key);
    const rows = Array.from({ length: count }, (_, at) =>
      dictation({ id: crypto.randomUUID(), name: `Courrier du ${at}`, createdAt: at }),
    );
    await filling.contents.put(
      'dictations',
      rows.map((content) => ({ key: [content.id], revision: 1, content })),
    );
    await filling.close();
    let vault = filling;
    const ledger = await milliseconds(async () => {
      vault = await openVault(name, key);
    });
    const list = await milliseconds(() => vault.dictations.all());
    await vault.close();
    await Dexie.delete(name);
    return { ledger, rows: list };
  },

  /** Milliseconds of a piece of a recording and of a keystroke, sealed and not, and of a piece that waits for the disk and not. */
  async writing(rounds: number): Promise<Writing> {
    const name = `bench-writing-${crypto.randomUUID()}`;
    const vault = await openVault(name, await newKey());
    const plain = openDatabase(`${name}-plain`);
    const bytes = Object.fromEntries(
      Object.entries(PIECE).map(([part, length]) => [part, new ArrayBuffer(length)]),
    ) as Record<keyof typeof PIECE, ArrayBuffer>;
    const writePiece = (soundId: string, index: number) =>
      vault.sounds.writePiece({ soundId, index, ...bytes });
    chooseDurability('relaxed');
    const piece = await inTurn(
      rounds,
      (index) => writePiece('a', index),
      (index) => writePlainPiece(plain, index, bytes),
    );
    const keystroke = await inTurn(
      rounds,
      (version) => vault.reports.append([{ dictationId: 'a', version, steps: STEPS }]),
      (version) => addPlain(plain, { dictationId: 'a', version, steps: STEPS }),
    );
    const flushed = await inTurn(
      rounds,
      async (index) => {
        chooseDurability('strict');
        await writePiece('b', index);
      },
      async (index) => {
        chooseDurability('relaxed');
        await writePiece('c', index);
      },
    );
    chooseDurability('default');
    await vault.close();
    plain.close();
    return { piece, keystroke, flushed };
  },

  /** A report under the caret, for keys that come from outside. */
  async openAutosave(): Promise<void> {
    const name = `bench-autosave-${crypto.randomUUID()}`;
    autosaved = await openVault(name, await newKey());
    autosave = openAutosave(autosaved, name);
  },

  /** Until so many keys are kept, and the page has come to rest. */
  async keysKept(count: number): Promise<void> {
    while ((autosave?.kept.length ?? count) < count) await pause(1);
    await pause(BREATH_MILLISECONDS);
  },

  /** What each of those keys took. */
  async closeAutosave(): Promise<readonly KeptKey[]> {
    await autosave?.close();
    await autosaved?.close();
    return autosave?.kept ?? [];
  },
};

export type VaultBench = typeof vaultBench;

Object.assign(window, { vaultBench });
