import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './plume';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is clean for assistive technology, ${colorScheme}`, async ({
    plume,
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await plume.open();
    await expectClean(page);
    await plume.chooseLightModel();
    await page.goto('/#/reglages');
    await expect(page.getByRole('radio').first()).toBeVisible();
    await expectClean(page);
    await page.goto('/#/commandes');
    await expect(page.getByRole('table')).toBeVisible();
    await expectClean(page);
    await page.goto('/#/');
    await plume.import(SAMPLE);
    await expect(plume.report).toBeVisible();
    await expectClean(page);
    await page.getByRole('button', { name: 'Supprimer' }).click();
    await expect(page.getByRole('button', { name: 'Annuler' })).toBeVisible();
    await expectClean(page);
    await page.getByRole('button', { name: 'Dicter' }).click();
    await expect(page.getByRole('button', { name: 'Terminer' })).toBeVisible();
    await expectClean(page);
    await page.getByRole('button', { name: 'Terminer' }).click();
  });
}

test('the narrowest screen needs no sideways scrolling', async ({ plume, page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const place of ['/', '/#/reglages', '/#/dicter']) {
    await page.goto(place);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, place).toBe(0);
  }
  await page.goto('/#/');
  await plume.import(SAMPLE);
  await expect(plume.report).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
