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

/** The same with so many rows of each, written quickly: what is tried comes after. */
export async function fillAtOnce(vault: Vault, id: string, rows: number): Promise<void> {
  const indexes = Array.from({ length: rows }, (_, index) => index);
  const things = indexes.map((content) => ({
    key: [id, 'work-time', `m${content}`],
    revision: 1,
    content,
  }));
  const pieces = indexes.map((index) => ({
    key: [id, index],
    revision: 0,
    content: new Uint8Array([index]).buffer,
  }));
  await vault.dictations.put(dictation({ id }));
  await vault.contents.put('originals', pieces);
  await vault.contents.put('annexes', things);
}

/** How much of what these make is there, of twice the rows. */
export async function filledRows(vault: Vault, id: string): Promise<number> {
  const things = await vault.annexes<number>('work-time').all(id);
  return (await vault.sounds.originals.size(id)) + things.length;
}

export const unreadableIn = async (vault: Vault): Promise<number> =>
  (await vault.quarantine.all()).length + (await vault.dictations.lost()).length;
