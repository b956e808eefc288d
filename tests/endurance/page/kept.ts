import { deviceKey, openRegistry } from '../../../web/vault/registry';
import { openVault, type Vault } from '../../../web/vault/vault';
import { dictation } from '../../builders';
import type { Loss } from '../states';

declare global {
  interface Window {
    /** Set by the driver. */
    readonly reached: (progress: number) => Promise<void>;
  }
}

/** Tells the test how far the page has come. */
export const reached = (progress: number): Promise<void> => window.reached(progress);

export type Check = Partial<Loss> & { readonly wrong?: string };

/** What a page does until it is killed, and how to look at what it left. */
export interface Trial {
  readonly work: (vault: Vault) => Promise<void>;
  readonly check: (vault: Vault, acknowledged: number) => Promise<Check>;
}

export const DICTATION = 'd';
export const ROWS = 60;

/** The trial's key stands for any: it is where each life of the page finds it again. */
export const keptKey = async (): Promise<CryptoKey> => (await deviceKey(openRegistry())).key;

export const openKept = async (): Promise<Vault> => openVault('endurance', await keptKey());

/** Quick, so that kills fall into the writing; the real derivation has tests of its own. */
export const derive = async (text: string, salt: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text + String(salt))),
  );

export const forEver = async (step: (turn: number) => Promise<unknown>): Promise<void> => {
  for (let turn = 1; ; turn++) await step(turn);
};

/** A dictation with so many pieces of sound and as many things beside it. */
export async function fill(vault: Vault, id: string): Promise<void> {
  await vault.dictations.put(dictation({ id }));
  for (let index = 0; index < ROWS; index++) {
    await vault.sounds.originals.write(id, index, new Uint8Array([index]).buffer);
    await vault.annexes<number>('work-time').put(id, `m${index}`, index);
  }
}

/** How much of what {@link fill} makes is there, of twice {@link ROWS}. */
export async function filledRows(vault: Vault, id: string): Promise<number> {
  const things = await vault.annexes<number>('work-time').all(id);
  return (await vault.sounds.originals.size(id)) + things.length;
}

export const unreadableIn = async (vault: Vault): Promise<number> =>
  (await vault.quarantine.all()).length + (await vault.dictations.lost()).length;
