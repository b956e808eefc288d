import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { expect, test } from './plume';
import { silentWav } from './silent-wav';

const LIST = [
  'Nom de naissance;Nom utilisé;Prénom;Né le;Sexe',
  'Fictif;Modèle;Hélène;1er août 1970;F',
  'Essay;;Jeanne;12/03/1968;F',
  'Refus;;Luc;31/02/1968;M',
].join('\r\n');

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}

/** In both themes and on a telephone; pictures stay beside the results. */
async function expectGood(page: Page, picture: (name: string) => string, name: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectClean(page);
    await page.screenshot({ path: picture(`${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, name).toBe(0);
  await page.screenshot({ path: picture(`${name}-narrow.png`) });
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** With the keyboard alone, from the list of patients. */
async function addPatient(page: Page, name: string, firstName = 'Jeanne'): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un patient' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type(firstName);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('12 mars 1968');
  await page.keyboard.press('Tab');
  await page.keyboard.press('F');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

const SEARCH = 'Date de naissance, puis trois lettres du nom';
const search = (page: Page) => page.getByRole('combobox', { name: SEARCH });
const options = (page: Page) => page.getByRole('option');

test('patients are added, searched and warned about by keyboard', async ({ plume, page }, info) => {
  const picture = (name: string) => info.outputPath(name);
  await plume.open();
  await page.getByRole('link', { name: 'Patients' }).click();
  await expect(page.getByText('Aucun patient pour l’instant')).toBeVisible();
  await expectGood(page, picture, 'empty');

  await page.getByRole('button', { name: 'Ajouter un patient' }).click();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Nom de naissance')).toBeFocused();
  await expect(page.getByLabel('Nom de naissance')).toHaveAccessibleDescription(
    'Nom de naissance : à compléter.',
  );
  await expectGood(page, picture, 'problems');
  await page.keyboard.press('Escape');

  await addPatient(page, 'Essai');
  await expect(page.getByText('Fiche enregistrée : ESSAI Jeanne.')).toBeVisible();
  await search(page).fill('essai');
  await expect(page.getByText('Commencez par la date de naissance')).toBeVisible();
  await search(page).fill('12031968 ess');
  await expect(options(page)).toHaveCount(1);
  await expect(options(page)).toContainText('ESSAI Jeanne');
  await search(page).fill('13 mars 1968');
  await expect(page.getByText('Personne n’est né ce jour-là')).toBeVisible();

  await addPatient(page, 'Essay');
  await expect(page.getByRole('alert').filter({ hasText: 'ressemble' })).toContainText(
    'noms presque pareils',
  );
  await expectGood(page, picture, 'look-alike');
  await page.getByRole('button', { name: 'Ce n’est pas lui : enregistrer' }).press('Enter');
  await expect(options(page)).toHaveCount(2);
  await expectGood(page, picture, 'list');
});

test('a form left half typed is there again, and one given up can be taken back', async ({
  plume,
  page,
}) => {
  await plume.open();
  await page.getByRole('link', { name: 'Patients' }).click();
  await page.getByRole('button', { name: 'Ajouter un patient' }).click();
  const name = page.getByLabel('Nom de naissance');
  await name.fill('Essai');
  await page.keyboard.press('Alt+t');
  await expect(name).toBeHidden();
  await page.getByRole('link', { name: 'Patients' }).click();
  await expect(name).toHaveValue('Essai');
  await expect(page.getByText('Saisie commencée plus tôt, pas encore enregistrée.')).toBeVisible();

  await name.press('Escape');
  await page.getByRole('button', { name: 'Reprendre la saisie' }).click();
  await expect(name).toHaveValue('Essai');

  await name.press('Escape');
  await page.getByRole('button', { name: 'Ajouter un patient' }).click();
  await expect(name).toHaveValue('');
});

test('a day’s list is looked through, corrected, taken and taken back', async ({
  plume,
  page,
}, info) => {
  await plume.open();
  await page.goto('/#/patients');
  await addPatient(page, 'Essai');
  await expect(options(page)).toHaveCount(1);
  const [list, sound] = [info.outputPath('liste.csv'), info.outputPath('liste.json')];
  writeFileSync(list, LIST, 'latin1');
  writeFileSync(sound, '{"resourceType":"Bundle","entry":[{"resource"');
  const field = page.getByLabel('Importer une liste');
  await field.setInputFiles(sound);
  await expect(page.getByRole('alert').filter({ hasText: 'liste.json' })).toContainText(
    'abîmé ou coupé avant la fin',
  );
  await field.setInputFiles(list);
  const row = (text: string) => page.getByRole('row').filter({ hasText: text });
  await expect(row('Hélène')).toContainText('Nouveau');
  await expect(row('Essay')).toContainText('Ressemble à ESSAI Jeanne');
  await expect(row('Refus')).toContainText('cette date n’existe pas');
  await expectGood(page, (name) => info.outputPath(name), 'preview');

  await page.getByRole('combobox', { name: 'Né le' }).selectOption('Ne pas lire');
  await expect(row('Fictif')).toContainText('Date de naissance : à compléter');
  await page.getByRole('combobox', { name: 'Né le' }).selectOption('Date de naissance');
  await row('Essay').getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Importer 2 patients' }).click();
  await expect(options(page)).toHaveCount(3);
  await page.getByRole('status').getByRole('button', { name: 'Annuler' }).click();
  await expect(options(page)).toHaveCount(1);
});

test('a dropped list opens the patients', async ({ plume, page }) => {
  await plume.open();
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'liste.csv', { type: 'text/csv' }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
  }, LIST);
  await expect(page.getByRole('heading', { name: 'Liste à importer' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'Hélène' })).toContainText('Nouveau');
});

test('a dictation is attached by keyboard, and an erased patient takes it along', async ({
  plume,
  page,
}, info) => {
  const picture = (name: string) => info.outputPath(name);
  await plume.chooseLightModel();
  await page.goto('/#/patients');
  await addPatient(page, 'Essai');
  await expect(options(page)).toHaveCount(1);
  await page.goto('/#/');
  const silence = info.outputPath('silence.wav');
  writeFileSync(silence, silentWav(3));
  await plume.import(silence);
  await expect(plume.list).toContainText('À rattacher');
  await expect(plume.state).toContainText('Échec', { timeout: 60_000 });
  await plume.report.click();
  await page.keyboard.type('Je vois ce jour Madame Essai, née le 3 avril 1950.');
  const mismatch = page.getByRole('button', { name: /est née le 12 mars 1968/ });
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
  await expect(mismatch).toHaveCount(0);

  await page.keyboard.press('Alt+O');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('12/03/1968');
  await expectGood(page, picture, 'choice');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Patient de la dictée' })).toContainText(
    'ESSAI Jeanne · 12/03/1968',
  );
  await expect(mismatch).toBeVisible();
  await expect(plume.list).not.toContainText('À rattacher');
  expect(`${page.url()} ${await page.title()}`).not.toMatch(/essai|jeanne|1968/i);
  await expectGood(page, picture, 'attached');
  await plume.reload();
  await expect(page.getByRole('button', { name: 'Patient de la dictée' })).toContainText('ESSAI');
  await expect(mismatch).toBeVisible();

  await page.goto('/#/patients');
  await search(page).press('Enter');
  await page.getByRole('button', { name: 'Effacer ce patient…' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Effacer ESSAI Jeanne ?');
  await expect(question).toContainText('1 dictée');
  await expectGood(page, picture, 'erase');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await page.getByRole('button', { name: 'Effacer ce patient…' }).click();
  await page.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(page.getByText('Le patient est effacé.')).toBeVisible();
  await expect(page.getByText('Aucun patient pour l’instant')).toBeVisible();
  await expect(plume.list.getByRole('listitem')).toHaveCount(0);
  await page.goto('/#/reglages');
  await expect(page.getByText('La fiche d’un patient et une dictée')).toBeVisible();
  await expectGood(page, picture, 'settings');
});

test('a dictation of the bin shows its days and is erased when asked', async ({
  plume,
  page,
}, info) => {
  await plume.chooseLightModel();
  const silence = info.outputPath('silence.wav');
  writeFileSync(silence, silentWav(2));
  await plume.import(silence);
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await page.getByText('Corbeille (1)').click();
  await expect(plume.list).toContainText('encore 29 jours');
  await page.getByRole('button', { name: 'Effacer « silence » maintenant' }).click();
  await expectGood(page, (name) => info.outputPath(name), 'bin');
  await page.getByRole('button', { name: 'Effacer définitivement' }).click();
  await expect(page.getByText('Corbeille (1)')).toHaveCount(0);
});

test('a disk that is nearly full refuses a new dictation in words and keeps the rest', async ({
  plume,
  page,
  baseURL,
}, info) => {
  await plume.chooseLightModel();
  const silence = info.outputPath('silence.wav');
  writeFileSync(silence, silentWav(2));
  await plume.import(silence);
  await expect(plume.list.getByRole('listitem')).toHaveCount(1);
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(baseURL ?? '').origin;
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 60_000_000 });
  await page.getByRole('button', { name: 'Dicter' }).click();
  await expect(
    page.getByText('Il n’y a plus assez de place sur le disque pour une dictée.'),
  ).toBeVisible();
  await expect(page.getByRole('alert').filter({ hasText: 'Plume ne commence plus' })).toBeVisible();
  await expect(plume.list.getByRole('listitem')).toHaveCount(1);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin });
});
