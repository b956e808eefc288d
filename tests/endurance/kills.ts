import { chromium as browserType, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';
import { isolation } from '../../scripts/isolation';
import { chromium, FAKE_MICROPHONE } from '../chromium';
import type { Endurance } from './page/page';
import { LONGEST_MILLISECONDS, type State, type Verdict } from './states';

declare global {
  interface Window {
    readonly endurance: Endurance;
  }
}

const ROOT = join(import.meta.dirname, 'page');
const POLL_MILLISECONDS = 5;
const LONGEST_CHECK_MILLISECONDS = 60_000;
const NO_ANSWER: Verdict = {
  soundSeconds: 0,
  keystrokes: 0,
  others: 0,
  unreadable: 0,
  wrong: 'no answer',
};

/** From its opening on; a machine that does much else takes long to begin. */
const LONGEST_CRASH_MILLISECONDS = 120_000;
/** A page that has nothing to show by then never will. */
const LONGEST_START_MILLISECONDS = 60_000;

export interface Kill extends Verdict {
  readonly state: State;
  /** How far the page had come when it died. */
  readonly acknowledged: number;
}

export interface KillBrowser {
  /** Kills a page at a moment between 0 and 1 of the time it is given, and looks at what it left. */
  kill(state: State, moment: number): Promise<Kill>;
  close(): Promise<void>;
}

/** A page with the real vault and recorder, in a browser whose storage outlives it. */
export async function openKillBrowser(): Promise<KillBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'plume-kills-'));
  const config: InlineConfig = {
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [isolation()],
    worker: { format: 'es' },
    build: {
      outDir: join(folder, 'page'),
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0,
    },
    preview: { port: 0, host: '127.0.0.1' },
  };
  await build(config);
  const server = await preview(config);
  const address = server.resolvedUrls?.local[0] ?? '';
  const context = await browserType.launchPersistentContext(join(folder, 'profile'), {
    ...chromium(...FAKE_MICROPHONE),
    permissions: ['microphone'],
  });
  return {
    kill: (state, moment) => killOnce(context, address, { state, moment }),
    close: async () => {
      await context.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => 'endurance' in window);
  return page;
}

async function killOnce(
  context: BrowserContext,
  address: string,
  { state, moment }: { readonly state: State; readonly moment: number },
): Promise<Kill> {
  const page = await context.newPage();
  let acknowledged = 0;
  await page.exposeFunction('reached', (progress: number) => {
    acknowledged = Math.max(acknowledged, progress);
  });
  await page.goto(address);
  await page.waitForFunction(() => 'endurance' in window);
  const crashed = page.waitForEvent('crash', { timeout: LONGEST_CRASH_MILLISECONDS });
  let failure: unknown;
  page
    .evaluate((what) => window.endurance.work(what), state)
    .catch((error: unknown) => (failure = error));
  const begun = Date.now();
  while (acknowledged === 0) {
    if (failure !== undefined) throw failure;
    await page.waitForTimeout(POLL_MILLISECONDS);
    if (Date.now() - begun > LONGEST_START_MILLISECONDS) throw new Error(`no start: ${state}`);
  }
  await page.waitForTimeout(moment * LONGEST_MILLISECONDS[state]);
  const devtools = await context.newCDPSession(page);
  devtools.send('Page.crash').catch(() => undefined);
  await crashed;
  await page.close();

  const after = await openPage(context, address);
  const checking = after.evaluate(([what, progress]) => window.endurance.check(what, progress), [
    state,
    acknowledged,
  ] as const);
  const late = after.waitForTimeout(LONGEST_CHECK_MILLISECONDS).then(() => NO_ANSWER);
  const verdict = await Promise.race([checking, late]);
  await after.evaluate(() => window.endurance.forget());
  await after.close();
  return { state, acknowledged, ...verdict };
}
