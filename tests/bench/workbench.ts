import { chromium, type Browser, type Page } from '@playwright/test';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { chromium as options } from '../chromium';
import { openSeeding } from '../seeding/seed';
import { recordFigures } from './figures';
import { typeKeys, watchKeys, type Typed } from './workbench/key-times';

/**
 * How quickly the built application answers, in Chromium: `tsx tests/bench/workbench.ts`. Three clocks for a key, all from the moment
 * the browser took it: until its change is on the screen, the same in a bare text field (what a frame costs anybody), and the
 * time the page itself works for it (its events, then its frame).
 */
const ROOT = join(import.meta.dirname, '..', '..');
const KEYS = 200;
const WORKLIST_ROWS = 5_000;
const OPENINGS = 5;
const ALERTS_HEARD = 20;

const LONG = { words: 5_000, doubts: 1_500, soundSeconds: 60 };
const LONGEST = { words: 20_000, doubts: 1_500, soundSeconds: 60 };

const figures: Record<string, number> = {};
const note = (name: string, value: number): void => {
  figures[name] = Number(value.toFixed(1));
  console.log(`${name}: ${value.toFixed(1)}`);
};

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? Number.NaN;

function noteKeys(label: string, { keys, processor, scripts }: Typed): void {
  for (const [name, share] of [
    ['median', 0.5],
    ['95th percentile', 0.95],
  ] as const) {
    const of = (time: 'toPaint' | 'work') =>
      quantile(
        keys.map((key) => key[time]),
        share,
      );
    note(`${label}: key to paint, ${name} ms`, of('toPaint'));
    note(`${label}: work a key, ${name} ms`, of('work'));
  }
  note(`${label}: processor a key, ms`, processor);
  note(`${label}: of it scripts, ms`, scripts);
}

async function withPage(
  browser: Browser,
  home: string,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    locale: 'fr-FR',
    viewport: { width: 1280, height: 800 },
  });
  // The runner names functions by a helper of its own, which the page does not know.
  await context.addInitScript('globalThis.__name ??= (named) => named');
  const page = await context.newPage();
  await openSeeding(page, home);
  await work(page);
  await context.close();
}

async function openReport(page: Page, home: string, id: string): Promise<void> {
  await page.goto(`${home}#/dictee/${id}`);
  await page.getByRole('textbox', { name: 'Compte rendu' }).waitFor();
}

async function typing(
  browser: Browser,
  home: string,
  { wanted, label }: { readonly wanted: typeof LONG; readonly label: string },
): Promise<void> {
  await withPage(browser, home, async (page) => {
    const seeded = await page.evaluate((what) => window.seeding.report(what), wanted);
    await openReport(page, home, seeded.id);
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll('.ProseMirror .critical, .ProseMirror .notable').length >= count,
      seeded.doubts,
    );
    await page.getByText('Enregistré', { exact: true }).waitFor();
    const highlights = await page
      .locator('.ProseMirror :is(.critical, .notable, .doubtful, .rewritten, .term)')
      .count();
    console.log(`${label}: ${seeded.words} words, ${highlights} highlighted spans`);
    // In the middle of a paragraph in the middle of the report: all that follows it moves.
    await page.locator('.ProseMirror p').nth(30).click();
    await watchKeys(page);
    noteKeys(label, await typeKeys(page, KEYS));
  });
}

async function bareField(browser: Browser, home: string): Promise<void> {
  await withPage(browser, home, async (page) => {
    await page.goto(home);
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.body.replaceChildren(field);
      field.focus();
    });
    await watchKeys(page);
    noteKeys('a bare text field', await typeKeys(page, KEYS));
  });
}

async function worklist(browser: Browser, home: string): Promise<void> {
  await withPage(browser, home, async (page) => {
    await page.evaluate((count) => window.seeding.worklist(count), WORKLIST_ROWS);
    await page.goto(home);
    await page.getByText('Dictée 1', { exact: true }).first().waitFor();
    const times: number[] = [];
    for (let turn = 0; turn < OPENINGS; turn++) {
      times.push(
        await page.evaluate(async () => {
          const start = performance.now();
          location.hash = '#/travail';
          const isThere = () => document.querySelectorAll('[role=grid] [role=row]').length > 10;
          while (!isThere()) await new Promise((resolve) => requestAnimationFrame(resolve));
          await new Promise((resolve) => setTimeout(resolve));
          return performance.now() - start;
        }),
      );
      await page.evaluate(() => (location.hash = '#/'));
      await page.getByRole('grid').waitFor({ state: 'detached' });
    }
    note(`worklist of ${WORKLIST_ROWS} opened, median ms`, quantile(times, 0.5));
    note(`worklist of ${WORKLIST_ROWS} opened, slowest ms`, Math.max(...times));
  });
}

interface Heard {
  element?: HTMLMediaElement;
  keyAt: number;
  playingAt: number;
}

/** Notes when a key went down and when the sound of the page was next heard playing. */
function watchSound(): void {
  const heard: Heard = { keyAt: 0, playingAt: 0 };
  Object.assign(globalThis, { heard });
  const play = Reflect.get(HTMLMediaElement.prototype, 'play') as () => Promise<void>;
  HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
    if (heard.element !== this)
      this.addEventListener('playing', () => (heard.playingAt = performance.now()));
    heard.element = this;
    return play.call(this);
  };
  addEventListener('keydown', ({ timeStamp }) => (heard.keyAt = timeStamp), { capture: true });
}

/** The sample, really recognised, since its alerts have really been said. */
async function sound(browser: Browser, home: string): Promise<void> {
  await withPage(browser, home, async (page) => {
    await page.addInitScript(watchSound);
    await page.goto(`${home}#/reglages`);
    await page.getByRole('radio', { name: /base/i }).check();
    await page.goto(`${home}#/`);
    await page.reload();
    await page.getByRole('button', { name: 'Essayer avec la dictée d’exemple' }).click();
    await page.getByText('Brouillon prêt').first().waitFor({ timeout: 120_000 });
    await page.getByRole('textbox', { name: 'Compte rendu' }).click();
    // The rules answer a moment after the draft is written.
    await page.locator('.ProseMirror :is(.critical, .notable)').first().waitFor();
    const delays: number[] = [];
    for (let turn = 0; turn < ALERTS_HEARD; turn++) {
      await page.keyboard.press('Alt+n');
      await page.waitForFunction(() => {
        const { playingAt, keyAt } = Reflect.get(globalThis, 'heard') as Heard;
        return playingAt > keyAt;
      });
      delays.push(
        await page.evaluate(() => {
          const { playingAt, keyAt } = Reflect.get(globalThis, 'heard') as Heard;
          return playingAt - keyAt;
        }),
      );
      await page.keyboard.press('F4');
      await page.waitForFunction(
        () => (Reflect.get(globalThis, 'heard') as Heard).element?.paused === true,
      );
    }
    note('sound of an alert after its key, median ms', quantile(delays, 0.5));
    note('sound of an alert after its key, slowest ms', Math.max(...delays));
  });
}

const app = { root: join(ROOT, 'web'), configFile: join(ROOT, 'vite.config.ts') };
if (!process.argv.includes('--built')) await build({ ...app, logLevel: 'error' });
const server = await preview({
  ...app,
  logLevel: 'error',
  preview: { port: 0, strictPort: false },
});
const home = server.resolvedUrls?.local[0] ?? '';
const browser = await chromium.launch(options());
const PARTS: Readonly<Record<string, () => Promise<void>>> = {
  bare: () => bareField(browser, home),
  typing: () => typing(browser, home, { wanted: LONG, label: '5,000 words, 1,500 alerts' }),
  longest: () => typing(browser, home, { wanted: LONGEST, label: '20,000 words, 1,500 alerts' }),
  worklist: () => worklist(browser, home),
  sound: () => sound(browser, home),
};
const asked = process.argv.slice(2).filter((argument) => argument in PARTS);
try {
  for (const [name, measure] of Object.entries(PARTS)) {
    if (asked.length === 0 || asked.includes(name)) await measure();
  }
  recordFigures('workbench', figures);
} finally {
  await browser.close();
  await server.close();
}
