import type { Page } from '@playwright/test';
import { copyFileSync } from 'node:fs';
import { atRest, expect, test, type Plume } from './plume';
import { silentWav } from './silent-wav';
import { copyVaults, countRows, putBack } from './stored-copy';
import { lockScreen, makeVault, unlock } from './vaults';

const SOUND = { name: 'courrier.wav', mimeType: 'audio/wav', buffer: silentWav(2) };
const OLDER = /Ce coffre est plus ancien que la dernière fois/;
const SET_APART = /mis à part\s: il n’est pas affiché, ni jeté/;

/** A vault with one dictation whose report is being written. */
async function vaultWithReport(plume: Plume, page: Page): Promise<string> {
  await page.goto('/#/coffre');
  const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');
  await importSound(plume, page);
  return passphrase;
}

async function importSound(plume: Plume, page: Page): Promise<void> {
  await plume.chooseLightModel();
  await page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  await expect(page.locator('article')).toContainText('0:02');
  await write(plume, page, 'Écrit avant la copie.');
}

async function write(plume: Plume, page: Page, words: string): Promise<void> {
  await plume.report.press('Control+End');
  await page.keyboard.type(words);
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
}

async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Alt+Shift+L');
  await expect(lockScreen(page)).toBeVisible();
  await expect.poll(() => page.workers().length).toBe(0);
  // The line of the audit that says "locked" comes last: put back before it, a vault would take it for its own.
  await atRest(() => countRows(page));
}

/** In a page of its own: nothing is remembered but what the browser keeps. */
async function openAgain(page: Page, passphrase: string): Promise<void> {
  await page.reload();
  await expect(lockScreen(page)).toBeVisible();
  await unlock(page, passphrase);
  await expect(lockScreen(page)).toHaveCount(0);
}

test('a whole vault put back as it was is said to be older, and goes on being used', async ({
  plume,
  page,
}) => {
  const passphrase = await vaultWithReport(plume, page);
  await lock(page);
  const copy = await copyVaults(page);
  await unlock(page, passphrase);
  await write(plume, page, ' Écrit après la copie.');
  await lock(page);

  await test.step('nothing is said of a vault that is as it was left', async () => {
    await unlock(page, passphrase);
    await expect(plume.report).toContainText('Écrit après la copie.');
    await expect(page.getByText(OLDER)).toHaveCount(0);
    await lock(page);
  });

  await putBack(page, copy);
  await openAgain(page, passphrase);
  await expect(page.getByText(OLDER)).toBeVisible();
  await expect(plume.report).toContainText('Écrit avant la copie.');
  await expect(page.getByText('Écrit après la copie.')).toHaveCount(0);

  await test.step('it is said once, kept in the audit, and what is written now stays', async () => {
    await write(plume, page, ' Récrit.');
    await lock(page);
    await openAgain(page, passphrase);
    await expect(plume.report).toContainText('Écrit avant la copie. Récrit.');
    await page.goto('/#/journal');
    await expect(page.getByText('Le journal est complet')).toBeVisible();
    await expect(
      page.getByRole('cell', { name: 'Coffre plus ancien que la dernière fois' }),
    ).toHaveCount(1);
    await expect(page.getByText(OLDER)).toHaveCount(0);
  });
});

test('one table put back as it was is refused and set apart, and the rest stays', async ({
  plume,
  page,
}) => {
  const passphrase = await vaultWithReport(plume, page);
  const name = page.getByRole('textbox', { name: 'Nom de la dictée' });
  await lock(page);
  const copy = await copyVaults(page);
  await unlock(page, passphrase);
  await name.fill('Courrier renommé');
  await name.press('Enter');
  await expect(plume.list).toContainText('Courrier renommé');
  await lock(page);

  await putBack(page, copy, ['dictations']);
  await openAgain(page, passphrase);
  await expect(page.getByText(SET_APART)).toBeVisible();
  await expect(page.getByText(OLDER)).toHaveCount(0);
  await page.goto('/#/');
  await expect(plume.list.getByRole('link')).toHaveCount(0);
  await page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  await expect(plume.list.getByRole('link')).toHaveCount(1);
  await page.goto('/#/journal');
  await expect(page.getByText('Le journal est complet')).toBeVisible();
});

test('a dictation erased from outside is missed, and a backup brings it back with its last words', async ({
  plume,
  page,
}, info) => {
  const path = info.outputPath('sauvegarde.plume');
  const backupPassphrase = 'girafe tabouret lessive moulin parapluie cerise';
  const erased = page.getByText('Une dictée a été effacée hors de Plume');
  await page.goto('/#/coffre');
  const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');
  const empty = await copyVaults(page);
  await importSound(plume, page);
  const address = page.url();
  await page.goto('/#/reglages');
  for (const field of await page.locator('input[type="password"]').all()) {
    await field.fill(backupPassphrase);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Sauvegarder tout' }).click();
  copyFileSync(await (await download).path(), path);
  await expect(page.getByText('Sauvegarde faite')).toBeVisible();
  await page.goto(address);
  await write(plume, page, ' Écrit après la sauvegarde.');
  await lock(page);

  await putBack(page, empty, ['dictations']);
  await openAgain(page, passphrase);
  await expect(erased).toBeVisible();
  await page.getByRole('button', { name: 'Compris' }).click();
  await expect(erased).toHaveCount(0);
  await lock(page);
  await openAgain(page, passphrase);
  await page.goto('/#/reglages');
  await page.locator('input[type="password"]').first().fill(backupPassphrase);
  await page.getByLabel('Rétablir une sauvegarde').setInputFiles(path);
  await page.getByRole('button', { name: 'Voir ce qu’elle contient' }).click();
  await expect(page.getByText('1 dictée nouvelle')).toBeVisible();
  await expect(erased).toHaveCount(0);
  await page.getByRole('button', { name: 'Rétablir', exact: true }).click();
  await expect(page.getByText('C’est rétabli')).toBeVisible();
  await page.goto(address);
  await expect(plume.report).toContainText('Écrit avant la copie. Écrit après la sauvegarde.');
  await expect(page.locator('article')).toContainText('0:02');
});
