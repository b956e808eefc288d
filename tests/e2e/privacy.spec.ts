import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

// Not the fixture that fails on a stranger's request: here one is tried, to see it refused.
test.beforeEach(async ({ page }) => {
  await page.goto('/');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  await page.getByRole('link', { name: 'Confidentialité' }).click();
  await expect(page.getByRole('heading', { name: 'Confidentialité' })).toBeVisible();
});

test('the page counts what the browser asked, and says where', async ({ page, baseURL }) => {
  const home = page.getByRole('row').filter({ hasText: baseURL ?? '' });
  const counts = home.getByRole('cell');
  await expect(counts.first()).toHaveText(/[1-9]/);
  const before = Number(await counts.nth(1).innerText());
  await page.evaluate(() => fetch('/plume.svg'));
  await expect(counts.nth(1)).toHaveText(String(before + 1));
  await expect(page.getByRole('status').first()).toContainText('aucune ailleurs');
  await expect(page.getByText('Aucune tentative')).toBeVisible();
});

test('a trial to leave is refused, shown, and counted as nothing that left', async ({ page }) => {
  await page.getByRole('button', { name: 'Essayer de sortir' }).click();
  await expect(page.getByText('Le navigateur a refusé')).toBeVisible();
  await expect(page.getByText('https://plume.invalid : arrêtée par le navigateur')).toBeVisible();
  await expect(page.getByRole('status').first()).toContainText('aucune ailleurs');
});

test('what a worker tries is shown too', async ({ page }) => {
  await page.evaluate(() => {
    const channel = new BroadcastChannel('plume-refusals');
    channel.postMessage({ origin: 'https://ailleurs.invalid', by: 'service-worker' });
    channel.postMessage({ origin: 'https://ailleurs.invalid', by: 'service-worker' });
  });
  await expect(page.getByText('2 fois, arrêtée par le service hors ligne')).toBeVisible();
});

test('the rules in force are read from the answer of the page, in plain French', async ({
  page,
}) => {
  await expect(
    page.getByText('Aucune donnée ne peut être envoyée à une autre adresse'),
  ).toBeVisible();
  await expect(page.getByText("connect-src 'self'")).toBeVisible();
  await expect(page.getByText('Règle ajoutée par votre serveur')).toHaveCount(0);
  await expect(page.getByText('refuse en plus toute connexion')).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`is clean for assistive technology and narrow screens, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: 'Essayer de sortir' }).click();
    await expect(page.getByText('Le navigateur a refusé')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual(
      [],
    );
    await page.setViewportSize({ width: 320, height: 640 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
}
