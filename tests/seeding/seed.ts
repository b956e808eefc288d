import type { Page } from '@playwright/test';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { Seeding } from './page/page';

declare global {
  interface Window {
    readonly seeding: Seeding;
  }
}

/** Same origin as the application, and nothing of it runs there. */
const QUIET_PLACE = '/plume.svg';

let built: Promise<string> | undefined;

/** The code that fills a vault, as one script. */
async function buildScript(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plume-seeding-'));
  try {
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'page'),
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: true,
        target: 'es2023',
        lib: {
          entry: 'page.ts',
          formats: ['iife'],
          name: 'plumeSeeding',
          fileName: () => 'page.js',
        },
      },
    });
    return readFileSync(join(folder, 'page.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Brings a page to where {@link Seeding} fills the vault that the application will open; before its first visit. */
export async function openSeeding(page: Page, home: string): Promise<void> {
  built ??= buildScript();
  const script = await built;
  await page.goto(new URL(QUIET_PLACE, home).href);
  // As the browser's own developer tools would: a policy against foreign scripts does not stand in the way.
  await page.evaluate(script);
  await page.waitForFunction(() => 'seeding' in window);
}
