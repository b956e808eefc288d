import AxeBuilder from '@axe-core/playwright';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './plume';
import { silentWav } from './silent-wav';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';
const SOUND = { name: 'courrier.wav', mimeType: 'audio/wav', buffer: silentWav(2) };
const PASSPHRASE = 'girafe tabouret lessive moulin parapluie cerise';

async function fill(page: Page, ...passphrases: string[]): Promise<void> {
  await page.goto('/#/reglages');
  const fields = page.locator('input[type="password"]');
  for (const [at, text] of passphrases.entries()) await fields.nth(at).fill(text);
}

async function backUp(page: Page, path: string): Promise<void> {
  await fill(page, PASSPHRASE, PASSPHRASE);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Sauvegarder tout' }).click();
  copyFileSync(await (await download).path(), path);
  await expect(page.getByText('Sauvegarde faite')).toBeVisible();
}

async function look(page: Page, path: string, passphrase = PASSPHRASE): Promise<void> {
  await fill(page, passphrase);
  await page.getByLabel('Rétablir une sauvegarde').setInputFiles(path);
  await page.getByRole('button', { name: 'Voir ce qu’elle contient' }).click();
}

test('a dictation comes back on another machine, with its sound and its text', async ({
  plume,
  page,
  browser,
  baseURL,
}, info) => {
  const path = info.outputPath('sauvegarde.plume');
  await page.goto('/');
  await plume.import(SAMPLE);
  await expect(plume.state).toHaveText(/Transcription|Brouillon/, { timeout: 60_000 });
  await plume.report.click();
  await page.keyboard.type('Bilan lipidique dans trois mois. ');
  await expect(plume.report).toContainText('Bilan lipidique');
  await backUp(page, path);
  expect(readFileSync(path, 'latin1')).not.toContain('Bilan lipidique');

  const other = await browser.newContext({ ...(baseURL && { baseURL }) });
  const machine = await other.newPage();
  await look(machine, path, 'une autre phrase que personne ne connait');
  await expect(machine.getByText('n’ouvre pas la sauvegarde')).toBeVisible();
  await look(machine, path);
  await expect(machine.getByText('1 dictée nouvelle')).toBeVisible();
  await expect(machine.getByRole('navigation', { name: 'Dictées' }).getByRole('link')).toHaveCount(
    0,
  );
  const { violations } = await new AxeBuilder({ page: machine }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await machine.getByRole('button', { name: 'Rétablir', exact: true }).click();
  await expect(machine.getByText('C’est rétabli')).toBeVisible();

  const list = machine.getByRole('navigation', { name: 'Dictées' });
  await list.getByRole('link', { name: /courrier-endocrinologie/ }).click();
  await expect(machine.getByRole('textbox', { name: 'Compte rendu' })).toContainText(
    'Bilan lipidique dans trois mois.',
  );
  await expect(machine.locator('article')).toContainText('0:46');
  await other.close();
});

test('a damaged backup says so, and something else is refused', async ({ page, plume }, info) => {
  const path = info.outputPath('sauvegarde.plume');
  await page.goto('/');
  await plume.import(SAMPLE);
  await expect(plume.state).toHaveText(/Transcription|Brouillon/, { timeout: 60_000 });
  await backUp(page, path);
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, whole.length - 100_000));
  await look(page, path);
  await expect(page.getByText('La fin de cette sauvegarde manque')).toBeVisible();
  const text = info.outputPath('notes.plume');
  writeFileSync(text, 'Ceci est un texte.');
  await look(page, text);
  await expect(page.getByText('n’est pas une sauvegarde de Plume')).toBeVisible();
});

test('a passphrase that is easy to guess, or typed differently, is not taken', async ({ page }) => {
  await fill(page, 'plume', 'plume');
  await page.getByRole('button', { name: 'Sauvegarder tout' }).click();
  await expect(page.getByText('Trop facile à deviner')).toBeVisible();
  await fill(page, PASSPHRASE, `${PASSPHRASE} autre`);
  await page.getByRole('button', { name: 'Sauvegarder tout' }).click();
  await expect(page.getByText('pas les mêmes')).toBeVisible();
});

test('one dictation goes to another practice by its public key, and to no other', async ({
  plume,
  page,
  browser,
  baseURL,
}, info) => {
  const options = { ...(baseURL && { baseURL }) };
  const [theirs, strangers] = [
    await browser.newContext(options),
    await browser.newContext(options),
  ];
  const [colleague, stranger] = [await theirs.newPage(), await strangers.newPage()];
  const [keyPath, path] = [info.outputPath('cle.txt'), info.outputPath('dictee.plume')];
  await colleague.goto('/#/reglages');
  const key = colleague.waitForEvent('download');
  await colleague.getByRole('button', { name: 'Enregistrer ma clé publique' }).click();
  copyFileSync(await (await key).path(), keyPath);
  const told = await colleague.getByText(/Empreinte de votre clé/).innerText();
  const fingerprint = /([0-9A-F]{4} ){3}[0-9A-F]{4}/.exec(told)?.[0] ?? '';

  await plume.open();
  await plume.chooseLightModel();
  await page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  await page.getByRole('button', { name: 'Transmettre' }).click({ timeout: 60_000 });
  await page.getByLabel('Avec la clé publique').check();
  await page.getByLabel('Choisir sa clé publique').setInputFiles({
    name: 'autre.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Ceci est un texte.'),
  });
  await expect(page.getByText('n’est pas une clé publique')).toBeVisible();
  await page.getByLabel('Choisir sa clé publique').setInputFiles(keyPath);
  await expect(page.getByText(`Empreinte : ${fingerprint}`)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Enregistrer le fichier' }).click();
  copyFileSync(await (await file).path(), path);
  await expect(page.getByText('C’est fait')).toBeVisible();

  await look(stranger, path, '');
  await expect(stranger.getByText('la clé d’un autre cabinet')).toBeVisible();
  await look(colleague, path, '');
  await colleague.getByRole('button', { name: 'Rétablir', exact: true }).click();
  await expect(colleague.getByText('C’est rétabli')).toBeVisible();
  const list = colleague.getByRole('navigation', { name: 'Dictées' });
  await list.getByRole('link', { name: /courrier/ }).click();
  await expect(colleague.locator('article')).toContainText('0:02');
  await theirs.close();
  await strangers.close();
});

test('a week without a backup is said quietly, and what was erased stays so unless asked', async ({
  plume,
  page,
}, info) => {
  const path = info.outputPath('sauvegarde.plume');
  const day = 24 * 3600 * 1000;
  const today = Date.now();
  const reminder = page.getByText(/Pas de sauvegarde depuis/);
  await page.clock.install();
  await plume.open();
  await page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  await expect(page.locator('article')).toContainText('0:02');
  await expect(reminder).toHaveCount(0);
  await page.clock.setSystemTime(today + 8 * day);
  await plume.reload();
  await expect(reminder).toBeVisible();
  await page.getByRole('button', { name: 'Demain' }).click();
  await expect(reminder).toHaveCount(0);
  await plume.reload();
  await expect(plume.list.getByRole('link')).toHaveCount(1);
  await expect(reminder).toHaveCount(0);
  await page.clock.setSystemTime(today + 10 * day);
  await plume.reload();
  await expect(reminder).toBeVisible();
  await backUp(page, path);
  await expect(reminder).toHaveCount(0);

  await plume.list.getByRole('link').click();
  await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
  await page.getByText(/^Corbeille/).click();
  await page.getByRole('button', { name: /^Effacer « / }).click();
  await page.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(page.getByText(/^Corbeille/)).toHaveCount(0);
  await look(page, path);
  await expect(page.getByText('0 dictée nouvelle')).toBeVisible();
  await page.getByLabel('Rétablir aussi ce qui a été effacé ici').check();
  await page.getByRole('button', { name: 'Rétablir', exact: true }).click();
  await expect(page.getByText('C’est rétabli')).toBeVisible();
  await expect(plume.list.getByRole('link')).toHaveCount(1);
});
