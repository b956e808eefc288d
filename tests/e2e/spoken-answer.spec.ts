import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium as browserType, type Page, type TestInfo } from '@playwright/test';
import { chromium, FAKE_MICROPHONE } from '../chromium';
import { wavOf } from './audio/files';
import { expect, Plume, test } from './plume';

const RATE_HZ = 16_000;
const SPOKEN_SECONDS = 8;

/** The first seconds of the sample dictation, as a microphone would hear them. */
async function voice(page: Page): Promise<Float32Array> {
  const samples = await page.evaluate(
    async ({ rate, seconds }) => {
      const sound = await (await fetch('/sample/courrier-endocrinologie.ogg')).arrayBuffer();
      const decoded = await new OfflineAudioContext(1, 1, rate).decodeAudioData(sound);
      return [...decoded.getChannelData(0).subarray(0, rate * seconds)];
    },
    { rate: RATE_HZ, seconds: SPOKEN_SECONDS },
  );
  return Float32Array.from(samples);
}

/** A browser whose microphone says the beginning of the sample dictation, with a question put to the doctor. */
async function askedWhileHeard(
  { plume: first, page: firstPage }: { readonly plume: Plume; readonly page: Page },
  baseURL: string | undefined,
  info: TestInfo,
): Promise<Plume> {
  await first.open();
  const path = info.outputPath('voice.wav');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, wavOf(await voice(firstPage), RATE_HZ));
  const context = await browserType.launchPersistentContext(info.outputPath('profile'), {
    ...chromium(...FAKE_MICROPHONE, `--use-file-for-fake-audio-capture=${path}`),
    locale: 'fr-FR',
    baseURL: baseURL ?? '',
  });
  const plume = new Plume(await context.newPage());
  await plume.draftSample();
  await plume.report.click();
  await plume.page.keyboard.press('Alt+q');
  await plume.page.keyboard.type('Quel motif ?');
  await plume.page.keyboard.press('Enter');
  return plume;
}

test('a question is answered aloud, read before it counts, and written in its place', async ({
  plume: first,
  page: firstPage,
  baseURL,
}, info) => {
  const plume = await askedWhileHeard({ plume: first, page: firstPage }, baseURL, info);
  const { page } = plume;
  const say = page.getByRole('button', { name: 'Dicter la réponse' });
  await say.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Terminer (0:06)' })).toBeVisible();
  await page.keyboard.press('Enter');
  const answer = page.getByRole('textbox', { name: 'Réponse' });
  await expect(answer).toHaveValue(/\p{L}{3,} \p{L}{2,}/u, { timeout: 60_000 });
  const heard = await answer.inputValue();

  await answer.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('réponse reçue')).toBeVisible();
  await page.getByRole('button', { name: 'Écrire la réponse dans le texte' }).click();
  await expect(plume.report).toContainText(heard);
  await page.context().close();
});

test('an answer that is being said is heard again after one has left, and after the page has died', async ({
  plume: first,
  page: firstPage,
  baseURL,
}, info) => {
  const plume = await askedWhileHeard({ plume: first, page: firstPage }, baseURL, info);
  const { page } = plume;
  const address = page.url();
  const answer = page.getByRole('textbox', { name: 'Réponse' });
  await expect(answer).toHaveValue('');
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Dicter la réponse' }).click();
  await expect(page.getByRole('button', { name: 'Terminer (0:05)' })).toBeVisible();
  await page.keyboard.press('Alt+t');
  await expect(page.getByRole('heading', { name: 'Liste de travail' })).toBeVisible();
  await page.goto(address);
  await expect(answer).toHaveValue(/\p{L}{3,} \p{L}{2,}/u, { timeout: 60_000 });

  await plume.reload();
  await expect(answer).toHaveValue(/\p{L}{3,} \p{L}{2,}/u, { timeout: 60_000 });
  const heard = await answer.inputValue();
  await answer.press('Enter');
  await expect(page.getByText('réponse reçue')).toBeVisible();
  await page.getByRole('button', { name: 'Écrire la réponse dans le texte' }).click();
  await expect(plume.report).toContainText(heard);
  await expect(page.getByText('Enregistré', { exact: true })).toBeVisible();
  await plume.reload();
  await expect(plume.report).toContainText(heard);
  await expect(answer).toBeHidden();
  await page.context().close();
});
