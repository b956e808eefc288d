import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './plume';

const position = (page: Page): Promise<number> =>
  page
    .getByRole('slider', { name: 'Position dans le son' })
    .evaluate((slider) => (slider as HTMLInputElement).valueAsNumber);

const selected = (page: Page): Promise<string> =>
  page.evaluate(() => document.getSelection()?.toString() ?? '');

test('only what matters is played, she stops on a word and types over it, and the end is said', async ({
  plume,
}) => {
  // The list is played in its own time, and then the rest of it.
  test.slow();
  const { page, report } = plume;
  await plume.draftSample();
  const pause = page.getByRole('button', { name: 'Pause' });
  const button = page.getByRole('button', { name: 'Écoute condensée : seulement ce qui compte' });
  const left = page.getByText(/Écoute condensée\s: reste \d+:\d\d/);
  await report.focus();

  await test.step('one key plays it, and the word being said is shown', async () => {
    await page.keyboard.press('Alt+Shift+C');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(left).toBeVisible();
    await expect(pause).toBeVisible();
    await expect(report.locator('.said')).toBeVisible();
    await expect.poll(() => position(page)).toBeGreaterThan(2);
    await expect(report.locator('.said')).toBeVisible();
  });

  await test.step('stopping selects what was just said: typing takes its place', async () => {
    await page.keyboard.press('F4');
    await expect(page.getByRole('button', { name: 'Écouter', exact: true })).toBeVisible();
    await expect.poll(() => selected(page)).not.toBe('');
    const before = await report.innerText();
    await page.keyboard.type('tapé');
    await expect(report).toContainText('tapé');
    expect(await report.innerText()).not.toBe(before);
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  await test.step('it goes on in the list, faster, to its end', async () => {
    for (let step = 0; step < 10; step++) await page.keyboard.press('F9');
    await page.keyboard.press('F4');
    await expect(pause).toBeVisible();
    await expect(page.getByText('Écoute condensée terminée')).toBeVisible({ timeout: 60_000 });
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await expect(page.getByRole('button', { name: 'Écouter', exact: true })).toBeVisible();
  });

  await test.step('what was left out was not heard; what was played counts as heard', async () => {
    const share = Number(
      /(\d+)\s%/.exec((await page.getByText(/Écouté\s: \d+\s%/).innerText()) ?? '')?.[1],
    );
    expect(share).toBeGreaterThan(10);
    expect(share).toBeLessThan(100);
    await page.keyboard.press('Alt+Shift+C');
    await expect(page.getByText('Tout ce qui compte a déjà été écouté.')).toBeVisible();
  });

  await test.step('alerts that only asked to be heard are kept by one key, and one undo takes that back', async () => {
    const title = page.getByRole('heading', { name: /À vérifier|Rien à vérifier/ });
    const open = await title.innerText();
    await page.keyboard.press('Alt+Shift+G');
    const said = page.getByText(/alertes? écoutées?\s: texte gardé/);
    await expect(said).toBeVisible();
    await expect(title).not.toHaveText(open);
    await report.focus();
    await page.keyboard.press('Control+z');
    await expect(title).toHaveText(open);
  });
});
