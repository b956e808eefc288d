import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { copyFileSync, readFileSync } from 'node:fs';
import { expect, Plume, test } from './plume';
import { silentWav } from './silent-wav';
import { makeVault } from './vaults';

const sound = (name: string, seconds: number) => ({
  name,
  mimeType: 'audio/wav',
  buffer: silentWav(seconds),
});
const PASSPHRASE = 'girafe tabouret lessive moulin parapluie cerise';
const WORDS = 'Bilan lipidique dans trois mois.';

/** A vault of its own, with the model that is quick to load. */
async function openVault(plume: Plume, practice: string, person: string): Promise<void> {
  await plume.page.goto('/#/coffre');
  await makeVault(plume.page, practice, person);
  await plume.chooseLightModel();
}

async function give(dialog: Locator, passphrase: string, again = passphrase): Promise<void> {
  await dialog.getByLabel('Phrase de passe de la sauvegarde').fill(passphrase);
  await dialog.getByLabel('La même, une seconde fois').fill(again);
  await dialog.getByRole('button', { name: 'Enregistrer le fichier' }).press('Enter');
}

async function look(page: Page, path: string, passphrase: string): Promise<void> {
  await page.goto('/#/reglages');
  await page.locator('input[type="password"]').first().fill(passphrase);
  await page.getByLabel('Rétablir une sauvegarde').setInputFiles(path);
  await page.getByRole('button', { name: 'Voir ce qu’elle contient' }).click();
}

test('one dictation goes to another vault by a passphrase, with its sound and its report', async ({
  plume,
  page,
  browser,
  baseURL,
}, info) => {
  const path = info.outputPath('dictee.plume');

  await test.step('its doctor gives it, and nothing else', async () => {
    await openVault(plume, 'Cabinet des Tilleuls', 'Odile Marchand');
    await page
      .getByLabel('Importer un enregistrement')
      .setInputFiles([sound('autre.wav', 3), sound('courrier.wav', 2)]);
    await plume.list.getByRole('link', { name: /courrier/ }).click();
    await expect(page.locator('article')).toContainText('0:02');
    const button = page.getByRole('button', { name: 'Transmettre' });
    await expect(button).toBeVisible({ timeout: 60_000 });
    await plume.report.press('Control+End');
    await page.keyboard.type(WORDS);
    await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
    await button.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Avec une phrase de passe')).toBeChecked();
    await give(dialog, 'plume');
    await expect(dialog.getByRole('alert')).toContainText('Trop facile à deviner');
    await give(dialog, PASSPHRASE, `${PASSPHRASE} autre`);
    await expect(dialog.getByRole('alert')).toContainText('pas les mêmes');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const file = page.waitForEvent('download');
    await give(dialog, PASSPHRASE);
    copyFileSync(await (await file).path(), path);
    await expect(dialog.getByText('C’est fait')).toBeVisible();
    await dialog.getByRole('button', { name: 'Fermer' }).press('Enter');
    await expect(dialog).toHaveCount(0);
    expect(readFileSync(path, 'latin1')).not.toMatch(/lipidique|courrier|Tilleuls|Marchand/);
    await page.goto('/#/journal');
    await expect(page.getByRole('cell', { name: 'Compte rendu sorti de Plume' })).toHaveCount(1);
  });

  const theirs = await browser.newContext({ ...(baseURL && { baseURL }) });
  const other = new Plume(await theirs.newPage());
  await test.step('a colleague looks first, then has it in a vault of her own', async () => {
    await openVault(other, 'Cabinet du Port', 'Solène Vidal');
    await look(other.page, path, 'une autre phrase que personne ne connait');
    await expect(other.page.getByText('n’ouvre pas la sauvegarde')).toBeVisible();
    await look(other.page, path, PASSPHRASE);
    await expect(other.page.getByText('1 dictée nouvelle')).toBeVisible();
    await expect(other.list.getByRole('link')).toHaveCount(0);
    await other.page.getByRole('button', { name: 'Rétablir', exact: true }).click();
    await expect(other.page.getByText('C’est rétabli')).toBeVisible();
    await expect(other.list.getByRole('link')).toHaveCount(1);
  });

  await test.step('she reads it, listens to it and goes on writing', async () => {
    await other.list.getByRole('link', { name: /courrier/ }).click();
    await expect(other.report).toContainText(WORDS);
    await expect(other.page.locator('article')).toContainText('0:02');
    await other.page.getByRole('button', { name: 'Écouter' }).first().click();
    await expect
      .poll(async () =>
        Number(await other.page.getByRole('slider', { name: 'Position dans le son' }).inputValue()),
      )
      .toBeGreaterThan(0);
    await other.report.press('Control+End');
    await other.page.keyboard.type(' Relu.');
    await expect(other.page.getByText('Enregistré', { exact: true })).toBeVisible();
  });
  await theirs.close();
});
