import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { build, createServer, preview, type Plugin } from 'vite';
import { isolation } from '../../../scripts/isolation';
import { mendedMediabunny } from '../../../scripts/mended-mediabunny';
import type { PageApi } from './page/page';

declare global {
  interface Window {
    readonly sound: PageApi;
  }
}

const ROOT = join(import.meta.dirname, 'page');

interface Servers {
  /** The test page as it would be shipped: built, and behind the strict policy. */
  readonly shipped: string;
  readonly dev: string;
}

const shared = {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  plugins: [isolation(), mendedMediabunny()] as Plugin[],
  worker: { format: 'es' },
} as const;

export const test = base.extend<{ sound: Page }, Servers>({
  shipped: [
    async ({}, use, { workerIndex }) => {
      const outDir = join(ROOT, '..', '..', '..', '..', '.cache', `sound-${workerIndex}`);
      await build({
        ...shared,
        build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
      });
      const server = await preview({
        ...shared,
        build: { outDir },
        preview: { port: 0, host: '127.0.0.1' },
      });
      await use(server.resolvedUrls!.local[0]!);
      await server.close();
    },
    { scope: 'worker' },
  ],
  dev: [
    async ({}, use) => {
      const server = await createServer({ ...shared, server: { port: 0, host: '127.0.0.1' } });
      await server.listen();
      await use(server.resolvedUrls!.local[0]!);
      await server.close();
    },
    { scope: 'worker' },
  ],
  sound: async ({ page, shipped }, use) => {
    await openPage(page, shipped);
    await use(page);
  },
});

/** Opens the test page; whatever it asks of another origin fails the test, and so does what the policy blocks. */
export async function openPage(page: Page, address: string): Promise<void> {
  const { origin } = new URL(address);
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) throw new Error(message.text());
  });
  await page.route(
    (url) => url.origin !== origin && url.protocol.startsWith('http'),
    (route) => {
      throw new Error(`Asked another origin: ${route.request().url()}`);
    },
  );
  await page.goto(address);
  await page.locator('body[data-ready]').waitFor();
}

export { expect } from '@playwright/test';
