import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { findPlanted, Traces } from './planted';
import { expect, test, type Plume } from './plume';
import { lockScreen, makeVault, unlock } from './vaults';

/** The first seconds of the sample: a file cut short is heard as far as it goes. */
const SAMPLE = readFileSync('web/public/sample/courrier-endocrinologie.ogg');
const SOUND = SAMPLE.subarray(0, SAMPLE.length / 4);
const LIST = [
  'Nom de naissance;Prénom;Date de naissance;Sexe;Lieu de naissance;Statut;Matricule',
  'Vautrineau;Gédéonne;12/03/1979;F;51215;qualifiée;279035121518989',
].join('\r\n');

const PATIENT = ['Vautrineau', 'Gédéonne', '2790351215189', '12/03/1979', '1979-03-12'];
/** Its first word becomes the guess of a blank; the rest stays together. */
const FIRST = 'Adénocarcinome';
const WRITTEN = 'révélé ce jour';
const QUESTION = 'Faut-il prévenir le fils aîné ?';
const REASON = 'La famille connaît le pronostic';
const SHORT_TEXT = 'Formule réservée à la consultation';
const PLANTED = [...PATIENT, WRITTEN, QUESTION, REASON, SHORT_TEXT];

async function takePatient(page: Page): Promise<void> {
  await page.goto('/#/patients');
  await page
    .getByLabel('Importer une liste')
    .setInputFiles({ name: 'Vautrineau.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
  await page.getByRole('button', { name: 'Importer 1 patient' }).click();
  await expect(page.getByRole('option', { name: /VAUTRINEAU/ })).toBeVisible();
}

async function takeShortText(page: Page): Promise<void> {
  await page.goto('/#/modeles');
  await page.getByLabel('Code').fill('frc');
  await page.getByRole('textbox', { name: 'Texte', exact: true }).fill(SHORT_TEXT);
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByRole('definition').first()).toHaveText(SHORT_TEXT);
}

/** @returns some words as the machine heard them. */
async function takeDictation(plume: Plume, page: Page): Promise<string> {
  await page.goto('/#/');
  await page.getByLabel('Importer un enregistrement').setInputFiles({
    name: 'Lettre Vautrineau.ogg',
    mimeType: 'audio/ogg',
    buffer: SOUND,
  });
  await plume.draftIsReady();
  await page.keyboard.press('Alt+O');
  await page.keyboard.type('12/03/1979');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Patient de la dictée' })).toContainText(
    'VAUTRINEAU',
  );
  const [heard = ''] = /\p{L}+ \p{L}+ \p{L}+/u.exec(await plume.report.innerText()) ?? [];
  expect(heard).not.toBe('');
  return heard;
}

/** Writes, searches, asks about the first word, and releases with a reason. */
async function work(plume: Plume, page: Page): Promise<void> {
  await plume.report.press('Control+Home');
  await page.keyboard.type(`${FIRST} ${WRITTEN}. frc `);
  await expect(plume.report).toContainText(SHORT_TEXT);
  await page.keyboard.press('Control+f');
  await page.keyboard.type(WRITTEN);
  await page.keyboard.press('Escape');
  await plume.report.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Alt+q');
  await expect(page.getByLabel('Question au médecin')).toBeFocused();
  await page.keyboard.type(QUESTION);
  await page.keyboard.press('Enter');
  await plume.report.press('Control+Enter');
  await page.getByLabel('Raison').fill(REASON);
  await page.getByRole('button', { name: 'Libérer pour signature quand même' }).click();
  await expect(plume.state).toHaveText('À signer');
}

test('after a whole day’s work nothing of it stands anywhere in the open', async ({
  plume,
  page,
}) => {
  test.slow();
  const traces = new Traces(page);
  await page.goto('/#/coffre');
  const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');
  await plume.chooseLightModel();
  await takePatient(page);
  await traces.noteTitle();
  await takeShortText(page);
  const planted = [...PLANTED, passphrase, await takeDictation(plume, page)];
  await traces.noteTitle();
  await work(plume, page);
  await traces.noteTitle();
  expect(await findPlanted(page, planted), 'while it is open').toEqual([]);

  await page.keyboard.press('Alt+Shift+L');
  await expect(lockScreen(page)).toBeVisible();
  await traces.noteTitle();
  for (const phrase of planted) {
    await expect(page.getByText(phrase)).toHaveCount(0);
  }
  expect(await findPlanted(page, planted), 'locked').toEqual([]);
  await page.reload();
  await unlock(page, passphrase);
  await expect(plume.report).toContainText(WRITTEN);
  await traces.noteTitle();
  expect(await findPlanted(page, planted), 'open again').toEqual([]);
  expect(traces.telling(planted)).toEqual([]);

  await test.step('what stands in the open by design is found: the scan sees', async () => {
    const found = await findPlanted(page, ['Cabinet des Tilleuls', 'Odile Marchand']);
    expect(new Set(found.map(({ place }) => place))).toEqual(
      new Set(['plume-coffres/practices', 'plume-coffres/accounts']),
    );
    expect(traces.telling(['/#/modeles'])).not.toEqual([]);
  });
});
