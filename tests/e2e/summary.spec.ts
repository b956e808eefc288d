import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Plume } from './plume';
import { writeFileSync } from 'node:fs';
import { silentWav } from './silent-wav';
import { writeTinyWriter } from '../unit/writing/tiny-writer';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';
const REPORT = [
  'Antécédents : hypertension artérielle, allergie à la pénicilline.',
  'Madame Untel, 61 ans, vient pour une douleur thoracique d’effort. Elle fume dix cigarettes par jour.',
  'À l’examen, pas d’œdème des membres inférieurs. Tension artérielle à 148/82. Souffle carotidien droit.',
  'L’échographie retrouve une sténose de la carotide droite à 70 %. Le reste est sans particularité.',
  'En conclusion, sténose carotidienne droite serrée. Je débute l’aspirine 75 mg par jour et j’arrête le propranolol. Consultation de chirurgie vasculaire sous 48 heures.',
];

/** A dictation without speech, whose report is typed: nothing has to be recognised. */
async function typedReport(plume: Plume, path: string): Promise<void> {
  writeFileSync(path, silentWav(4));
  await plume.open();
  await plume.import(path);
  await expect(plume.state).toContainText('Échec', { timeout: 60_000 });
  await plume.report.click();
  await plume.page.keyboard.insertText(REPORT[0]!);
  for (const line of REPORT.slice(1)) {
    await plume.page.keyboard.press('Enter');
    await plume.page.keyboard.insertText(line);
  }
}

const panel = (page: Page) => page.getByRole('region', { name: 'Résumé' });

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}

test('a summary is asked for, followed to its sentences, corrected, inserted, undone and kept', async ({
  plume,
  page,
}, info) => {
  await typedReport(plume, info.outputPath('silence.wav'));
  const summary = panel(page);

  await test.step('one key makes it, from the sentences of the report', async () => {
    await page.keyboard.press('Alt+y');
    await expect(summary.getByRole('status')).toContainText('lignes');
    await expect(summary).toContainText(/sténose carotidienne droite serrée/i);
    await expect(summary).toBeFocused();
    await expectClean(page);
  });

  await test.step('the keyboard goes from line to line and to the sentence', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(plume.report).toBeFocused();
    const selected = await page.evaluate(() => String(getSelection()));
    expect(REPORT.join(' ')).toContain(selected);
    expect(selected.length).toBeGreaterThan(10);
  });

  await test.step('a line that the report does not support needs a written reason', async () => {
    await summary.getByRole('button', { name: /^Modifier la ligne : .*aspirine/ }).click();
    const field = summary.getByRole('textbox', { name: /Modifier la ligne/ });
    await field.fill('Je débute l’aspirine 750 mg par jour.');
    await field.press('Enter');
    await expect(summary).toContainText(
      '« 750 mg par jour » ici, « 75 mg par jour » dans le compte rendu',
    );
    await expect(summary).toContainText('Modifiée à la main');
    await summary.getByRole('button', { name: 'Insérer' }).click();
    await expect(summary.getByRole('alert')).toContainText('écrivez pourquoi');
    await expect(plume.report).not.toContainText('750 mg');
    await expectClean(page);
    await summary.getByRole('textbox', { name: 'Raison' }).fill('Dose confirmée par le médecin.');
    await page.keyboard.press('Enter');
    await expect(plume.report).toContainText('aspirine 750 mg');
  });

  await test.step('undo takes it out of the report', async () => {
    await plume.report.focus();
    await page.keyboard.press('Control+z');
    await expect(plume.report).not.toContainText('750 mg');
  });

  await test.step('it says that the report has changed, and is made again only when asked', async () => {
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(' Arrêt du tabac conseillé.');
    await expect(summary).toContainText('a changé depuis ce résumé');
    await summary.getByRole('button', { name: 'Refaire le résumé' }).click();
    await expect(summary).not.toContainText('a changé depuis ce résumé');
    await expect(summary).toContainText('750 mg');
  });

  await test.step('a reload keeps it, with the line that was written by hand', async () => {
    await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
    await plume.reload();
    await expect(plume.report).toContainText('Arrêt du tabac');
    await page.keyboard.press('Alt+y');
    await expect(summary).toContainText('Modifiée à la main');
    await expect(summary).toContainText('750 mg');
  });
});

test('the summary fits a telephone, light and dark, and escape closes it', async ({
  plume,
  page,
}, info) => {
  await typedReport(plume, info.outputPath('silence.wav'));
  await page.keyboard.press('Alt+y');
  await expect(panel(page).getByRole('status')).toContainText('lignes');
  await page.screenshot({ path: info.outputPath('wide.png') });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page);
  await page.screenshot({ path: info.outputPath('dark.png') });
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(panel(page)).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await page.screenshot({ path: info.outputPath('telephone.png') });
  await panel(page).focus();
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await expect(plume.report).toBeFocused();
});

test('what cannot be summarised is said', async ({ plume, page }, info) => {
  const path = info.outputPath('silence.wav');
  writeFileSync(path, silentWav(4));
  await plume.open();
  await plume.import(path);
  await expect(plume.state).toContainText('Échec', { timeout: 60_000 });
  await page.keyboard.press('Alt+y');
  await expect(panel(page)).toContainText('Le compte rendu est vide');
  await expect(panel(page).getByRole('button', { name: 'Insérer' })).toBeDisabled();
});

test('a report is summarised while another dictation is being recognised', async ({
  plume,
  page,
}, info) => {
  await plume.open();
  await plume.chooseLightModel();
  await typedReport(plume, info.outputPath('silence.wav'));
  await plume.import(SAMPLE);
  await expect(plume.state).toHaveText('Transcription en cours', { timeout: 60_000 });
  await plume.list.getByRole('link', { name: /silence/ }).click();
  await expect(plume.report).toContainText('Antécédents');
  await plume.report.click();
  await page.keyboard.press('Alt+y');
  await expect(panel(page)).toContainText(/sténose carotidienne/i, { timeout: 10_000 });
});

test('a generative model from a folder writes lines; what the report does not say is struck out', async ({
  plume,
  page,
}, info) => {
  const folder = info.outputPath('petit-modele');
  writeTinyWriter(folder, 'Sténose carotidienne droite. Aspirine 750 mg. Pas d’allergie.');
  await page.goto('/#/reglages');
  await page.getByLabel('Ajouter un dossier').setInputFiles(folder);
  await expect(page.getByText('Modèle ajouté : petit-modele.')).toBeVisible();
  await typedReport(plume, info.outputPath('silence.wav'));
  await page.keyboard.press('Alt+y');
  const summary = panel(page);
  await summary.getByRole('button', { name: /Demander au modèle/ }).click();
  await expect(summary.locator('s')).toHaveText(['Aspirine 750 mg.', 'Pas d’allergie.'], {
    timeout: 60_000,
  });
  await expectClean(page);
  await summary
    .getByRole('button', { name: 'Prendre la ligne : Sténose carotidienne droite.' })
    .click();
  await expect(summary).toContainText('Écrite par le modèle');
  await summary.getByRole('button', { name: 'Insérer' }).click();
  await expect(plume.report).toContainText('Résumé');
  await expect(plume.report).not.toContainText('750 mg');
});
