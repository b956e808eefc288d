import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './plume';

test('the guided pass leads from danger to danger with its sound', async ({ plume }) => {
  const { page } = plume;
  await plume.draftSample();
  await expect(page.getByRole('heading', { name: /À vérifier : \d+/ })).toBeVisible();
  const progress = page.getByText(/\d+ vus? sur \d+/);
  await expect(progress).toContainText('0 vu sur');

  // A key that can do nothing here says why.
  await page.keyboard.press('Alt+s');
  await expect(page.getByText('Le curseur n’est sur aucune alerte')).toBeVisible();

  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('button', { name: /Vu, garder le texte/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Écouter', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+v');
  await expect(progress).toContainText('1 vu sur');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await plume.report.focus();
  await page.keyboard.press('Control+z');
  await expect(progress).toContainText('0 vu sur');
  await page.keyboard.press('Control+Shift+z');
  await expect(progress).toContainText('1 vu sur');
  await plume.reload();
  await expect(progress).toContainText('1 vu sur');
});
