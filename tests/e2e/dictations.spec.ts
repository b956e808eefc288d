import { writeFileSync } from 'node:fs';
import { expect, Plume, test } from './plume';
import { silentWav } from './silent-wav';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';

test.beforeEach(async ({ plume }) => {
  await plume.chooseLightModel();
});

test('several files come in at once; each bad one says why and the others go on', async ({
  plume,
  page,
}, info) => {
  const empty = info.outputPath('vide.wav');
  const text = info.outputPath('notes.mp3');
  writeFileSync(empty, '');
  writeFileSync(text, 'Ceci est un texte.\n'.repeat(200));
  await plume.import(empty, SAMPLE, text);
  const alerts = page.getByRole('alert');
  await expect(alerts.filter({ hasText: 'vide' })).toContainText('ce fichier est vide');
  await expect(alerts.filter({ hasText: 'notes' })).toContainText('pas un enregistrement sonore');
  await expect(plume.list.getByRole('listitem')).toHaveCount(1);
  await expect(plume.list).toContainText('courrier-endocrinologie');
});

test('a sound without speech fails with a sentence and can be heard', async ({ plume }, info) => {
  const silence = info.outputPath('silence.wav');
  writeFileSync(silence, silentWav(4));
  await plume.import(silence);
  await expect(plume.state).toContainText('Échec : aucune parole', { timeout: 60_000 });
});

test('a dictation is renamed, deleted, and brought back', async ({ plume, page }) => {
  await plume.import(SAMPLE);
  const name = page.getByRole('textbox', { name: 'Nom de la dictée' });
  await name.fill('Courrier du matin');
  await name.press('Enter');
  await expect(plume.list).toContainText('Courrier du matin');
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await expect(plume.list.getByRole('link')).toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(plume.list.getByRole('link')).toContainText('Courrier du matin');
});

test('a transcription is stopped at once and taken up where it was', async ({ plume, page }) => {
  await plume.import(SAMPLE);
  await expect(plume.state).toHaveText('Transcription en cours');
  await page.getByRole('button', { name: 'Arrêter' }).click();
  await expect(plume.state).toContainText('Transcription arrêtée', { timeout: 1_000 });
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await plume.draftIsReady();
});

test('a reload in the middle goes on after the windows already heard', async ({ plume, page }) => {
  await plume.import(SAMPLE);
  const sheet = page.locator('.sheet');
  await expect(sheet).toContainText('adressé', { timeout: 150_000 });
  await expect(plume.state).toHaveText('Transcription en cours');
  await page.reload();
  await plume.draftIsReady();
  // The last words are written a moment after they were heard.
  await expect(plume.report).toContainText('confraternellement');
  const whole = await plume.report.innerText();
  expect(whole.match(/m’avoir adressé/g)).toHaveLength(1);
});

test('a second tab reads what the first one writes, and writes once it has closed', async ({
  plume,
  page,
}, info) => {
  const silence = info.outputPath('silence.wav');
  writeFileSync(silence, silentWav(2));
  await plume.import(silence);
  await expect(plume.state).toContainText('Échec : aucune parole', { timeout: 60_000 });
  await plume.report.click();
  await page.keyboard.type('Écrit ici.');
  // Left and opened again at once: by the time the text is there, one may write.
  await page.goto('/#/reglages');
  await page.goBack();
  await plume.report.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Puis là.');

  const other = new Plume(await page.context().newPage());
  await other.page.goto(page.url());
  const elsewhere = other.page.getByText('ouvert dans un autre onglet');
  await expect(elsewhere).toBeVisible();
  await expect(other.report).toHaveText('Écrit ici. Puis là.');
  await expect(other.report).toHaveAttribute('aria-readonly', 'true');

  await page.keyboard.type(' Et ceci.');
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
  await page.close();
  await expect(other.report).toHaveText('Écrit ici. Puis là. Et ceci.');
  await expect(elsewhere).toHaveCount(0);
  await other.report.click();
  await other.page.keyboard.press('Control+End');
  await other.page.keyboard.type(' Ici enfin.');
  await expect(other.page.getByText('Enregistré', { exact: true })).toBeVisible();
  await other.page.reload();
  await expect(other.report).toHaveText('Écrit ici. Puis là. Et ceci. Ici enfin.');
});
