import type { Page } from '@playwright/test';
import { expect, test } from './plume';

/** What the kept copy of the light encoder holds, after it was changed for so many zeros where a number is given. */
const keptHash = (page: Page, zeros?: number): Promise<string> =>
  page.evaluate(async (length) => {
    const cache = await caches.open('plume-models');
    const [key] = (await cache.keys()).filter(({ url }) => url.includes('whisper-base/encoder'));
    if (!key) throw new Error('No encoder is kept.');
    if (length !== undefined) await cache.put(key, new Response(new Uint8Array(length)));
    const kept = await cache.match(key);
    const bytes = await kept!.arrayBuffer();
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    return `${bytes.byteLength} ${new Uint8Array(digest).join(' ')}`;
  }, zeros);

test('a kept model that is damaged is fetched again, whole', async ({ plume }) => {
  test.slow();
  const { page } = plume;
  await plume.draftSample();
  const whole = await keptHash(page);
  for (const zeros of [1000, parseInt(whole, 10)]) {
    expect(await keptHash(page, zeros)).not.toBe(whole);
    await plume.reload();
    await page.getByRole('link', { name: 'Plume' }).click();
    await plume.trySample();
    await plume.draftIsReady();
    expect(await keptHash(page)).toBe(whole);
  }
});
