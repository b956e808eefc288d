import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { nastyHtml } from './egress/nasty-html';
import { Recorder } from './egress/recorder';
import { LEAVING_WAYS, PAGE_WAYS, SERVICE_WORKER_WAYS, WORKER_WAYS, type Way } from './egress/ways';

const recorder = new Recorder();
const servers: Server[] = [];
/** After the last way, for what takes its time. */
const LATE_MILLISECONDS = 700;
const sleep = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

test.beforeAll(() => recorder.open());
test.beforeEach(() => {
  recorder.seen.length = 0;
});
test.afterAll(() => {
  recorder.close();
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A page, a worker and a service worker that nobody guards: what the ways do where nothing stops them. */
const openHouse = () =>
  listen(
    createServer(({ url }, response) => {
      const isScript = url?.endsWith('.js');
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? 'self.addEventListener("fetch", () => {});' : '<p>open</p>');
    }),
  );

/** Plume as a browser that knows no `Connection-Allowlist` gets it: policy and guard alone. */
const withoutFirewall = (home: string) =>
  listen(
    createServer((incoming, response) => {
      const outgoing = ask(new URL(incoming.url ?? '/', home), (answer) => {
        const { 'connection-allowlist': _, ...headers } = answer.headers;
        response.writeHead(answer.statusCode ?? 500, headers);
        answer.pipe(response);
      });
      incoming.pipe(outgoing);
    }),
  );

/** A page or a worker. */
interface Holder {
  evaluate(code: string): Promise<unknown>;
}

/** Sets out and does not wait: what counts is what arrives. */
async function take(holder: Holder, way: Way): Promise<void> {
  const code = way.code(recorder.elsewhere);
  await holder
    .evaluate(`void (async () => { ${code} })().catch(() => undefined)`)
    .catch(() => undefined);
}

async function arrives(milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds && recorder.seen.length === 0; waited += 20) {
    await sleep(20);
  }
  return recorder.seen.length > 0;
}

/** Names of the ways after which the recorder saw something, each tried from a fresh holder where `renew` gives one. */
async function waysOut(
  ways: readonly Way[],
  milliseconds: number,
  renew: () => Promise<Holder>,
): Promise<string[]> {
  const out: string[] = [];
  for (const way of ways) {
    const holder = await renew();
    recorder.seen.length = 0;
    await take(holder, way);
    if (await arrives(milliseconds)) out.push(`${way.name}: ${recorder.seen.join(', ')}`);
  }
  recorder.seen.length = 0;
  if (await arrives(LATE_MILLISECONDS)) out.push(`late: ${recorder.seen.join(', ')}`);
  return out;
}

const seenWays = (ways: readonly Way[]) => ways.filter(({ unseen }) => unseen === undefined);

/** In an open house each way must lead out, else its silence in Plume proves nothing. */
async function expectAllLeadOut(ways: readonly Way[], renew: () => Promise<Holder>) {
  const out = await waysOut(seenWays(ways), 3_000, renew);
  const names = out.map((line) => line.slice(0, line.indexOf(':')));
  expect(seenWays(ways).filter(({ name }) => !names.includes(name))).toEqual([]);
}

async function freshPage(context: BrowserContext, address: string): Promise<Page> {
  for (const page of context.pages()) await page.close();
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function freshPlume(context: BrowserContext, address: string): Promise<Page> {
  const page = await freshPage(context, address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}

/** Waits for the worker whose script has this name. */
async function workerOf(page: Page, name: string): Promise<Worker> {
  const found = () => page.workers().find((worker) => worker.url().includes(name));
  await expect.poll(() => found() !== undefined, { timeout: 60_000 }).toBe(true);
  return found()!;
}

async function serviceWorkerOf(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
}

/** A page that the service worker answers for, so that its own headers are those in force. */
async function openPlume(page: Page): Promise<void> {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

test.describe('in an open house the recorder sees', () => {
  let home = '';
  test.beforeAll(async () => {
    home = await openHouse();
  });

  test('every way out of a page', async ({ context }) => {
    await expectAllLeadOut(PAGE_WAYS, () => freshPage(context, home));
  });

  test('every way of leaving it', async ({ context }) => {
    await expectAllLeadOut(LEAVING_WAYS, () => freshPage(context, home));
  });

  test('every way out of a worker', async ({ page }) => {
    await page.goto(home);
    await page.evaluate(() => void new Worker('/worker.js'));
    const worker = await workerOf(page, 'worker.js');
    await expectAllLeadOut(WORKER_WAYS, async () => worker);
  });

  test('every way out of a service worker', async ({ page, context }) => {
    await page.goto(home);
    await page.evaluate(() => navigator.serviceWorker.register('/service.js'));
    await page.evaluate(() => navigator.serviceWorker.ready);
    const worker = await serviceWorkerOf(context);
    await expectAllLeadOut(SERVICE_WORKER_WAYS, async () => {
      await freshPage(context, home);
      return worker;
    });
  });
});

test.describe('nothing leaves', () => {
  test('from the page', async ({ page }) => {
    await openPlume(page);
    expect(await waysOut(PAGE_WAYS, 120, async () => page)).toEqual([]);
  });

  test('by leaving the page', async ({ page, context, baseURL }) => {
    await openPlume(page);
    expect(await waysOut(LEAVING_WAYS, 250, () => freshPlume(context, '/'))).toEqual([]);
    expect(context.pages().map((one) => new URL(one.url()).origin)).toEqual([baseURL]);
  });

  for (const name of ['transcriber', 'checker']) {
    test(`from the ${name}'s worker`, async ({ page }) => {
      await openPlume(page);
      await page.getByRole('button', { name: 'Essayer avec la dictée d’exemple' }).click();
      const worker = await workerOf(page, name);
      expect(await waysOut(WORKER_WAYS, 120, async () => worker)).toEqual([]);
    });
  }

  test('from the service worker', async ({ page, context, baseURL }) => {
    await openPlume(page);
    const worker = await serviceWorkerOf(context);
    expect(await waysOut(SERVICE_WORKER_WAYS, 400, async () => worker)).toEqual([]);
    expect(page.url()).toContain(baseURL);
  });

  test('by pasting, and pasted text comes without its markup', async ({ page }) => {
    await openPlume(page);
    await page.getByRole('button', { name: 'Essayer avec la dictée d’exemple' }).click();
    const report = page.getByRole('textbox', { name: 'Compte rendu' });
    await report.click();
    const corpus = nastyHtml(recorder.elsewhere);
    for (const html of corpus) {
      await report.evaluate((element, markup) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', markup);
        const paste = new ClipboardEvent('paste', {
          clipboardData,
          bubbles: true,
          cancelable: true,
        });
        element.dispatchEvent(paste);
      }, html);
    }
    const text = await report.innerText();
    for (const number of corpus.keys()) expect(text).toContain(`mot${number + 1}`);
    const markup = await report.evaluate((element) => element.innerHTML);
    expect(markup).not.toMatch(
      /<(?!\/?(p|br|ul|ol|li|h2|h3|strong|em|u|s|span|aside|table|tbody|tr|th|td|img class="ProseMirror-sep)\b)/,
    );
    expect(markup).not.toContain(recorder.elsewhere.http);
    expect(await report.locator('[data-origin]').filter({ hasText: 'forgé' }).count()).toBe(0);
    expect(await arrives(LATE_MILLISECONDS), recorder.seen.join()).toBe(false);
  });

  test('by what the browser would send to its maker: it is withdrawn', async ({ page }) => {
    await openPlume(page);
    const names = [...PAGE_WAYS, ...WORKER_WAYS].flatMap(({ gone }) => gone ?? []);
    const left = await page.evaluate(
      (all) => all.filter((name) => (0, eval)(`typeof ${name}`) !== 'undefined'),
      names,
    );
    expect(left).toEqual([]);
  });
});

test.describe('without the firewall of Chromium nothing leaves either', () => {
  test.use({ serviceWorkers: 'block' });

  test('from the page, or by leaving it', async ({ context, baseURL }) => {
    const home = await withoutFirewall(baseURL ?? '');
    const page = await freshPlume(context, home);
    expect(await waysOut(PAGE_WAYS, 120, async () => page)).toEqual([]);
    expect(await waysOut(LEAVING_WAYS, 250, () => freshPlume(context, home))).toEqual([]);
  });
});
