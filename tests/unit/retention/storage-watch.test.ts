import { afterEach, expect, test, vi } from 'vitest';
import { StorageWatch } from '../../../web/screens/storage-watch';
import { Messages } from '../../../web/ui/messages.svelte';

afterEach(() => vi.unstubAllGlobals());

test('a disk that fills up is told of once for each level, and refuses what is new when full', async () => {
  let usage = 1e9;
  vi.stubGlobal('navigator', {
    storage: { estimate: () => Promise.resolve({ usage, quota: 10e9 }) },
  });
  const messages = new Messages();
  const watch = new StorageWatch(messages, () => undefined);
  const told = () => messages.all.map(({ text }) => text.replaceAll(/\s/g, ' '));

  expect(await watch.isFull()).toBe(false);
  expect(told()).toEqual([]);

  usage = 8.5e9;
  await watch.look();
  expect(await watch.isFull()).toBe(false);
  expect(told()).toEqual([expect.stringContaining('presque plein (85 %)')]);

  usage = 9.95e9;
  expect(await watch.isFull()).toBe(true);
  expect(told()).toEqual([
    expect.stringContaining('presque plein (85 %)'),
    expect.stringContaining('Il reste à peine 50 Mo'),
  ]);
});
