import type { Locator, Page } from '@playwright/test';
import { join } from 'node:path';
import { expect, test } from './plume';

const SOUND = join(import.meta.dirname, '../../web/public/sample/courrier-endocrinologie.ogg');
/** More than any screen has places to stop at. */
const MOST_STOPS = 120;

/** Goes from place to place, as a person without a mouse does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}

/** Hears what is led to until it ends, and keeps it; the application goes on to the next by itself. */
async function passThrough(page: Page): Promise<void> {
  const progress = page.getByText(/\d+ vus? sur \d+/);
  const count = async (): Promise<readonly number[]> =>
    ((await progress.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
  await page.keyboard.press('Alt+n');
  for (;;) {
    const [seen = 0, all = 0] = await count();
    if (seen === all) return;
    // Before its end the passage only plays again.
    await expect(async () => {
      await expect(page.getByRole('button', { name: 'Écouter', exact: true })).toBeVisible();
      await page.keyboard.press('Alt+v');
      await expect.poll(async () => (await count())[0], { timeout: 2_000 }).toBeGreaterThan(seen);
    }).toPass({ timeout: 90_000 });
  }
}

test('a report goes from the file to the signed letter in its tray without the mouse', async ({
  plume,
  page,
}) => {
  test.setTimeout(420_000);
  let pointed = 0;
  await page.exposeFunction('pointed', () => (pointed += 1));
  await page.addInitScript(() => {
    for (const name of ['pointerdown', 'pointermove', 'mousedown', 'wheel', 'touchstart']) {
      addEventListener(name, () => void Reflect.get(window, 'pointed')(), { capture: true });
    }
  });
  await plume.open();

  await test.step('the light model is chosen, and a sound is imported', async () => {
    await command(page, 'Réglages');
    const light = page.getByRole('radio', { name: /base/i });
    await tabTo(page, page.getByRole('radio', { checked: true }).first());
    for (let step = 0; step < 4 && !(await light.isChecked()); step++) {
      await page.keyboard.press('ArrowDown');
    }
    await expect(light).toBeChecked();
    await page.keyboard.press('Alt+a');
    await tabTo(page, page.getByLabel('Importer un enregistrement'));
    const choosing = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await choosing).setFiles(SOUND);
    await plume.draftIsReady();
  });

  await test.step('a word is typed, a doubt is asked of the doctor, and answered', async () => {
    await tabTo(page, plume.report);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.press('Alt+q');
    await expect(page.getByLabel('Question au médecin')).toBeFocused();
    await page.keyboard.type('Est-ce bien cela ?');
    await page.keyboard.press('Enter');
    await command(page, 'Envoyer les questions');
    await expect(plume.state).toHaveText('Question au médecin');
    await tabTo(page, page.getByRole('textbox', { name: 'Réponse' }));
    await page.keyboard.type('Cher ami,');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Écrire la réponse dans le texte' }));
    await page.keyboard.press('Enter');
    await expect(plume.report).toContainText('Cher ami,');
  });

  await test.step('every alert is heard and decided', async () => {
    await command(page, 'Questions répondues');
    await expect(plume.state).toHaveText('En relecture');
    await passThrough(page);
    await expect(page.getByRole('heading', { name: 'Rien à vérifier' })).toBeVisible();
  });

  await test.step('it is released and signed; nobody is attached, and that is said', async () => {
    for (const [title, button, state] of [
      ['Libérer pour signature', 'Libérer pour signature quand même', 'À signer'],
      ['Signer', 'Signer quand même', 'Signée'],
    ] as const) {
      await page.keyboard.press('Control+Enter');
      const dialog = page.getByRole('dialog', { name: title });
      await expect(dialog.getByRole('listitem')).toHaveText(['aucun patient rattaché']);
      await tabTo(page, dialog.getByLabel('Raison'));
      await page.keyboard.type('Lettre d’exemple');
      await tabTo(page, dialog.getByRole('button', { name: button }));
      await page.keyboard.press('Enter');
      await expect(plume.state).toHaveText(state);
    }
  });

  await test.step('it is filed, and lies in its tray', async () => {
    await command(page, 'Marquer comme classé');
    await expect(plume.state).toHaveText('Classée');
    await page.keyboard.press('Alt+t');
    await tabTo(page, page.getByRole('tab', { selected: true }));
    const filed = page.getByRole('tab', { name: /^Classées/ });
    while ((await filed.getAttribute('aria-selected')) !== 'true') {
      await page.keyboard.press('ArrowRight');
    }
    await expect(page.getByRole('grid').getByText('courrier-endocrinologie')).toBeVisible();
  });
  expect(pointed).toBe(0);
});
