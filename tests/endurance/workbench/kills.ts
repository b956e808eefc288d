import { chromium as browserType, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';
import { isolation } from '../../../scripts/isolation';
import { chromium } from '../../chromium';
import type { State, WorkbenchEndurance } from './page/page';

declare global {
  interface Window {
    readonly workbenchEndurance: WorkbenchEndurance;
  }
}

const POLL_MILLISECONDS = 5;
/** The longest that a page lives once there is something to lose. */
const LONGEST_MILLISECONDS = 800;
/** On a machine that does much else. */
const LONGEST_CRASH_MILLISECONDS = 120_000;

export interface WorkbenchKill {
  readonly state: State;
  /** How far the page had come when it died: changes of the report, or moves. */
  readonly acknowledged: number;
  /** Of these, not there any more. */
  readonly lost: number;
  readonly unreadable: number;
  /** Why it is not as it should be; undefined when it is. */
  readonly wrong: string | undefined;
}

/** A page with the real editor, vault and moves, in a browser whose storage outlives it. */
export async function openWorkbenchKills() {
  const folder = mkdtempSync(join(tmpdir(), 'plume-workbench-kills-'));
  const config: InlineConfig = {
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    logLevel: 'error',
    plugins: [isolation()],
    build: { outDir: join(folder, 'page'), emptyOutDir: true, target: 'es2023' },
    preview: { port: 0, host: '127.0.0.1' },
  };
  await build(config);
  const server = await preview(config);
  const address = server.resolvedUrls?.local[0] ?? '';
  const context = await browserType.launchPersistentContext(join(folder, 'profile'), chromium());
  return {
    /** Kills a page at a moment between 0 and 1 of the time it is given, and looks at what it left. */
    kill: (state: State, moment: number) => killOnce(context, address, { state, moment }),
    close: async (): Promise<void> => {
      await context.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => 'workbenchEndurance' in window);
  return page;
}

async function killOnce(
  context: BrowserContext,
  address: string,
  { state, moment }: { readonly state: State; readonly moment: number },
): Promise<WorkbenchKill> {
  const page = await openPage(context, address);
  let acknowledged = 0;
  await page.exposeFunction('reached', (progress: number) => {
    acknowledged = Math.max(acknowledged, progress);
  });
  let failure: unknown;
  page
    .evaluate((what) => window.workbenchEndurance.work(what), state)
    .catch((error: unknown) => (failure = error));
  while (acknowledged === 0) {
    if (failure !== undefined) throw failure;
    await page.waitForTimeout(POLL_MILLISECONDS);
  }
  await page.waitForTimeout(moment * LONGEST_MILLISECONDS);
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash', { timeout: LONGEST_CRASH_MILLISECONDS });
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();

  const after = await openPage(context, address);
  const verdict = await after.evaluate(
    ([what, progress]) => window.workbenchEndurance.check(what, progress),
    [state, acknowledged] as const,
  );
  await after.evaluate(() => window.workbenchEndurance.forget());
  await after.close();
  return { state, acknowledged, ...verdict };
}
