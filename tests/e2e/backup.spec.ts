import AxeBuilder from '@axe-core/playwright';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './plume';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';
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
