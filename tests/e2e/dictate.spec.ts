import { join } from 'node:path';
import { chromium as browserType } from '@playwright/test';
import { chromium, FAKE_MICROPHONE } from '../chromium';
import { expect, Plume, test } from './plume';

const clock = /Enregistrement\s: 0:0(\d)/;

test('a dictation is recorded, paused, gone on with, and becomes a draft in the queue', async ({
  plume,
  page,
}) => {
  await plume.chooseLightModel();
  await page.getByRole('button', { name: 'Dicter' }).click();
  await expect(page.getByText(clock)).toBeVisible();
  await expect(page.getByText('Enregistrement : 0:02')).toBeVisible();
  await page.keyboard.press('F4');
  await expect(page.getByRole('status').filter({ hasText: 'En pause.' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Insérer ici' })).toBeVisible();
  await expect(page.getByTitle('Écouter (Alt+S)')).toBeVisible();
  const position = page.getByRole('slider', { name: 'Position dans le son' });
  await expect(position, 'it stands at its end').not.toHaveValue('0');
  await page.keyboard.press('F2');
  await expect(position).toHaveValue(/^[01]/);
  await page.getByRole('button', { name: 'Reprendre' }).click();
  await expect(page.getByText('Enregistrement : 0:03')).toBeVisible();
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(page.getByRole('slider', { name: 'Position dans le son' })).toBeVisible();
  // The fake microphone beeps: there is sound, and no speech in it.
  await expect(plume.state).toContainText(/Échec\s: aucune parole|Brouillon prêt/, {
    timeout: 90_000,
  });
});

test('an interrupted dictation is ended while another is being recorded', async ({
  plume,
  page,
}) => {
  await plume.open();
  await page.getByRole('button', { name: 'Dicter' }).click();
  await expect(page.getByText('Enregistrement : 0:01')).toBeVisible();
  await page.reload();
  const interrupted = plume.list.getByRole('link', { name: /Dictée interrompue/ });
  await expect(interrupted).toBeVisible();
  const address = await interrupted.getAttribute('href');

  await page.getByRole('button', { name: 'Dicter' }).click();
  await expect(page.getByText('Enregistrement : 0:01')).toBeVisible();
  await interrupted.click();
  await page.keyboard.press('F4');
  await expect(
    page.getByRole('alert').filter({ hasText: 'Une autre dictée est en cours' }),
  ).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page).toHaveURL(/#\/dictee\//);
  await expect(plume.list.getByRole('link', { name: /Enregistrement en cours/ })).toBeVisible();

  await page.goto(address ?? '');
  await expect(page).toHaveURL(/#\/dictee\//);
  await expect(plume.list.getByRole('link', { name: /Dictée interrompue/ })).toHaveCount(0);
});

test('a killed tab loses at most one second of sound, and says what it kept', async ({
  baseURL,
}, info) => {
  const profile = info.outputPath('profile');
  const launch = () =>
    browserType.launchPersistentContext(profile, {
      ...chromium(...FAKE_MICROPHONE),
      locale: 'fr-FR',
      baseURL: baseURL ?? '',
    });
  let context = await launch();
  let page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Dicter' }).click();
  await expect(page.getByText('Enregistrement : 0:04')).toBeVisible({ timeout: 20_000 });
  const before = Date.now();
  const devtools = await context.newCDPSession(page);
  devtools.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  const recorded = 4 + (Date.now() - before) / 1000;
  await context.close();

  context = await launch();
  page = await context.newPage();
  await page.goto('/');
  const plume = new Plume(page);
  await expect(page.getByRole('status').filter({ hasText: 'a été interrompue' })).toBeVisible();
  await expect(plume.list).toContainText('Dictée interrompue');
  await plume.list.getByRole('link').click();
  const kept = await page.getByText(clock).innerText();
  expect(Number(clock.exec(kept)?.[1])).toBeGreaterThanOrEqual(Math.floor(recorded - 1));
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(page.getByRole('slider', { name: 'Position dans le son' })).toBeVisible();
  await context.close();
});

test('without a microphone a sentence says what to do', async ({ baseURL }, info) => {
  const { args, ...options } = chromium();
  const context = await browserType.launchPersistentContext(join(info.outputDir, 'silent'), {
    ...options,
    args: [...args, '--deny-permission-prompts'],
    locale: 'fr-FR',
    baseURL: baseURL ?? '',
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Dicter' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /micro/i })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Réessayer' })).toBeVisible();
  await context.close();
});
