import type { DerivationCost } from '../../workers/keys/argon2';
import type { LocksmithApi } from '../../workers/locksmith';
import { WorkerHandle } from './worker-handle';

const ended = new DOMException('the answer is there', 'AbortError');

/** One worker a question, stopped with its answer: nothing of a passphrase stays in its memory. */
async function ask<T>(job: Parameters<WorkerHandle<LocksmithApi>['call']>[1]): Promise<T> {
  const handle = new WorkerHandle<LocksmithApi>(
    new Worker(new URL('../../workers/locksmith.ts', import.meta.url), { type: 'module' }),
  );
  try {
    return (await handle.call(new AbortController().signal, job)) as T;
  } finally {
    handle.stop(ended);
  }
}

/** Turns a passphrase into a key of 32 bytes, away from the page. */
export const deriveKey = (
  passphrase: string,
  salt: Uint8Array,
  cost: DerivationCost,
): Promise<Uint8Array<ArrayBuffer>> => ask((api) => api.deriveKey(passphrase, salt, cost));

/** Seven random French words. */
export const proposePassphrase = (): Promise<string> => ask((api) => api.proposePassphrase());
