import type { Page } from '@playwright/test';
import { silentWav } from './silent-wav';
import { expect, test, type Plume } from './plume';
import { lockScreen, makeVault, unlock } from './vaults';

const SOUND = { name: 'courrier.wav', mimeType: 'audio/wav', buffer: silentWav(2) };
const MINUTE = 60_000;

/** A vault with one dictation, whose report is open. */
async function openReport(plume: Plume, page: Page): Promise<string> {
  await page.goto('/#/coffre');
  const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');
  await page.goto('/#/');
  await page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  await expect(plume.report).toBeVisible();
  await plume.report.click();
  return passphrase;
}

/** Types, and lets no time pass for the words to be kept. */
async function type(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => document.execCommand('insertText', false, words), text);
}

async function isLockedAway(page: Page, words: string): Promise<void> {
  await expect(lockScreen(page)).toBeVisible();
  await expect(page.getByText(words)).toHaveCount(0);
  await expect.poll(() => page.workers().length).toBe(0);
}

test('nobody at the keyboard for the time one chose: it locks, with the last words', async ({
  plume,
  page,
}) => {
  await page.clock.install();
  const passphrase = await openReport(plume, page);
  await page.goto('/#/coffre');
  const delay = page.getByRole('spinbutton').first();
  await delay.fill('2');
  await delay.blur();
  await page.goBack();
  await plume.report.click();
  await page.clock.runFor(1.5 * MINUTE);
  await expect(plume.report).toBeVisible();
  await type(page, 'Un premier mot. ');
  await page.keyboard.press('Shift');
  await page.clock.runFor(1.5 * MINUTE);
  await expect(plume.report).toContainText('Un premier mot.');
  await type(page, 'Le dernier mot.');
  await page.clock.runFor(MINUTE);
  await isLockedAway(page, 'Le dernier mot.');
  await unlock(page, passphrase);
  await expect(plume.report).toContainText('Un premier mot. Le dernier mot.');
});

test('a computer that slept wakes up locked, with the last words', async ({ plume, page }) => {
  await page.clock.install();
  const passphrase = await openReport(plume, page);
  await type(page, 'Écrit avant de fermer le capot.');
  // The clock jumps, and each timer fires once at most: so does a machine that wakes.
  await page.clock.fastForward(3 * MINUTE);
  await isLockedAway(page, 'Écrit avant');
  await unlock(page, passphrase);
  await expect(plume.report).toContainText('Écrit avant de fermer le capot.');
});

test('a page that the browser froze keeps its words, and locks by its key', async ({
  plume,
  page,
}) => {
  const passphrase = await openReport(plume, page);
  await type(page, 'Écrit avant le gel.');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await devtools.send('Page.setWebLifecycleState', { state: 'active' });
  await expect(plume.report).toContainText('Écrit avant le gel.');
  await page.keyboard.press('Alt+Shift+L');
  await isLockedAway(page, 'Écrit avant le gel.');
  await unlock(page, passphrase);
  await expect(plume.report).toContainText('Écrit avant le gel.');
});
