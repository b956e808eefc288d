import type { Locator, Page } from '@playwright/test';
import { expect, test } from './plume';
import { silentWav } from './silent-wav';

const SOUND = { name: 'courrier.wav', mimeType: 'audio/wav', buffer: silentWav(2) };

/** What a colour of the system is here. */
const systemColour = (page: Page, name: string): Promise<string> =>
  page.evaluate((name) => {
    const probe = document.createElement('i');
    document.body.append(probe);
    probe.style.color = name;
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }, name);

const background = (locator: Locator): Promise<string> =>
  locator.evaluate((element) => getComputedStyle(element).backgroundColor);

test('in the colours of the person, what is chosen is still told from the rest', async ({
  plume,
  page,
}) => {
  await plume.open();
  await plume.chooseLightModel();
  await page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  await expect(plume.state).toContainText('aucune parole');
  await page.emulateMedia({ forcedColors: 'active' });
  const chosen = await systemColour(page, 'Highlight');

  await expect(plume.list.getByRole('link')).toHaveCount(1);
  expect(await background(plume.list.getByRole('link'))).toBe(chosen);
  const compare = page.getByRole('button', { name: 'Modifications' });
  expect(await background(compare)).not.toBe(chosen);
  await compare.click();
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  expect(await background(compare)).toBe(chosen);
  await compare.click();
  await page.keyboard.press('Control+k');
  const options = page.getByRole('option');
  expect(await background(options.nth(1))).not.toBe(chosen);
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  expect(await background(options.nth(1))).toBe(chosen);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+t');
  const row = page.getByRole('grid').getByRole('row').first();
  await expect(row).toBeVisible();
  expect(await background(row)).toBe(chosen);
  expect(await background(page.getByRole('tab', { selected: true }))).toBe(chosen);
});

test('a switch that is on looks it', async ({ plume, page }) => {
  await plume.open();
  await plume.chooseLightModel();
  await page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  const compare = page.getByRole('button', { name: 'Modifications' });
  const off = await background(compare);
  await compare.click();
  await expect(compare).toHaveAttribute('aria-pressed', 'true');
  await page.mouse.move(0, 0);
  expect(await background(compare)).not.toBe(off);
});

test('a button that does nothing yet does not look as if it did', async ({ page }) => {
  await page.goto('/#/coffre');
  const make = page.getByRole('button', { name: 'Créer le coffre' });
  await expect(make).toBeDisabled();
  const before = await background(make);
  const field = page.getByRole('textbox', { name: 'Phrase de passe', exact: true });
  await expect(field).not.toHaveValue('');
  await page.getByLabel('Nom du cabinet').fill('Cabinet des Tilleuls');
  await page.getByLabel('Votre nom').fill('Odile Marchand');
  await page.getByLabel('La même, une seconde fois').fill(await field.inputValue());
  await expect(make).toBeEnabled();
  expect(await background(make)).not.toBe(before);
});
