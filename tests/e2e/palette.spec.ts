import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './plume';

test('every command is found in the palette and can be given another key', async ({ plume }) => {
  const { page } = plume;
  await plume.open();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Commandes' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('liste');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+t');
  await expect(palette.getByRole('status')).toContainText('sert déjà au navigateur');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+a');
  await expect(palette.getByRole('status')).toContainText('sert déjà à « Accueil »');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+z');
  await expect(palette.getByRole('status')).toContainText('Alt+Z lance maintenant');
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();

  await plume.reload();
  const worklist = page.getByRole('heading', { name: 'Liste de travail' });
  // The chosen keys are read from the vault, a moment after the first picture.
  await expect(async () => {
    await page.keyboard.press('Alt+z');
    await expect(worklist).toBeVisible({ timeout: 500 });
  }).toPass();

  const take = page.getByRole('button', { name: 'Prendre la plus urgente' });
  await expect(take).toContainText('Alt+U');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('prendre la plus urgente');
  await page.keyboard.press('F2');
  await page.keyboard.press('Alt+Shift+U');
  await page.keyboard.press('Escape');
  await expect(take, 'the hint names the key that works').toContainText('Alt+Maj+U');

  await page.keyboard.press('Alt+a');
  await expect(worklist).toBeHidden();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('reglages');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Remettre toutes les touches d’origine' }).click();
  await page.keyboard.press('Alt+t');
  await expect(worklist).toBeVisible();
});
