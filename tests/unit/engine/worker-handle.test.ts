import { expect, test } from 'vitest';
import { WorkerHandle } from '../../../web/engine/worker-handle';

// Browsers have it; Node has it from 22 on.
Promise.withResolvers ??= <T>() => {
  let settle!: Pick<PromiseWithResolvers<T>, 'resolve' | 'reject'>;
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }));
  return { promise, ...settle };
};

interface Api {
  readonly hear: () => Promise<string>;
}

/** A worker that never answers. */
class SilentWorker extends EventTarget {
  isEnded = false;
  postMessage = () => undefined;
  terminate = () => void (this.isEnded = true);
}

test('a call that is under way, and one that comes after the end, fail with the reason of the end', async () => {
  const worker = new SilentWorker();
  const handle = new WorkerHandle<Api>(worker as unknown as Worker);
  const { signal } = new AbortController();
  const locked = new DOMException('the workplace is closed', 'AbortError');
  const underWay = handle.call(signal, (api) => api.hear());
  handle.stop(locked);
  handle.stop(new Error('later reasons change nothing'));
  await expect(underWay).rejects.toBe(locked);
  await expect(handle.call(signal, (api) => api.hear())).rejects.toBe(locked);
  expect(worker.isEnded).toBe(true);
});
