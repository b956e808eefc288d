import { test as base, expect, type Locator, type Page } from '@playwright/test';

/** Waits until what is read is the same twice, more than half a second apart. */
export async function atRest(read: () => Promise<unknown>): Promise<void> {
  let before: unknown;
  await expect(async () => {
    const now = await read();
    const isAtRest = now === before;
    before = now;
    expect(isAtRest).toBe(true);
  }).toPass({ intervals: [600] });
}

/** The application as a person meets it; a request to another origin fails the test that made it. */
export class Plume {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get report(): Locator {
    return this.page.getByRole('textbox', { name: 'Compte rendu' });
  }

  get state(): Locator {
    return this.page.locator('article').getByRole('status').first();
  }

  get list(): Locator {
    return this.page.getByRole('navigation', { name: 'Dictées' });
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** As by a person, who is asked whether to leave while something is being written. */
  async reload(): Promise<void> {
    const mayLeave = () => dispatchEvent(new Event('beforeunload', { cancelable: true }));
    await expect.poll(() => this.page.evaluate(mayLeave)).toBe(true);
    await this.page.reload();
  }

  /** The light model: what is tested is the way of a word, not its spelling. */
  async chooseLightModel(): Promise<void> {
    await this.page.goto('/#/reglages');
    await this.page.getByRole('radio', { name: /base/i }).check();
    await this.page.goto('/#/');
  }

  async trySample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Essayer avec la dictée d’exemple' }).click();
  }

  /** From a fresh start to the draft of the sample. */
  async draftSample(): Promise<void> {
    await this.open();
    await this.chooseLightModel();
    await this.trySample();
    await this.draftIsReady();
  }

  async import(...paths: string[]): Promise<void> {
    await this.page.getByLabel('Importer un enregistrement').setInputFiles(paths);
  }

  /** The last words are written a moment after they were heard: the text must have come to rest. */
  async draftIsReady(): Promise<void> {
    await expect(this.state).toHaveText('Brouillon prêt', { timeout: 150_000 });
    await atRest(() => this.report.innerText());
  }
}

export const test = base.extend<{ plume: Plume; strangers: string[] }>({
  strangers: [
    async ({ context, baseURL }, use) => {
      const strangers: string[] = [];
      const home = new URL(baseURL ?? '').origin;
      context.on('request', (request) => {
        const url = new URL(request.url());
        const isLocal = ['blob:', 'data:'].includes(url.protocol) || url.origin === home;
        if (!isLocal) strangers.push(request.url());
      });
      await use(strangers);
      expect(strangers, 'requests to another origin').toEqual([]);
    },
    { auto: true },
  ],
  plume: async ({ page }, use) => use(new Plume(page)),
});

export { expect };
