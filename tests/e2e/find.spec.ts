import { writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Plume } from './plume';
import { silentWav } from './silent-wav';

/** A dictation without speech, whose report is typed: nothing has to be recognised. */
async function typedReport(plume: Plume, path: string, lines: readonly string[]): Promise<void> {
  writeFileSync(path, silentWav(4));
  await plume.open();
  await plume.import(path);
  await expect(plume.state).toContainText('Échec', { timeout: 60_000 });
  await plume.report.click();
  for (const [index, line] of lines.entries()) {
    if (index > 0) await plume.page.keyboard.press('Enter');
    await plume.page.keyboard.insertText(line);
  }
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

test('text is found, walked and written over from the keyboard', async ({ plume, page }, info) => {
  await typedReport(plume, info.outputPath('silence.wav'), [
    'Élévation des transaminases.',
    'L’elevation persiste ; pas d’autre élévation.',
  ]);
  const bar = page.getByRole('search', { name: 'Chercher et remplacer' });
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await expect(bar.getByLabel('Chercher', { exact: true })).toBeFocused();
  await page.keyboard.type('elevation');
  await expect(bar).toContainText('1/3');
  await expect(plume.report.locator('.hit')).toHaveCount(3);
  await page.keyboard.press('Enter');
  await expect(bar).toContainText('2/3');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(bar).toContainText('3/3');
  await expectClean(page);

  await test.step('accents and capitals count where one asks for it', async () => {
    await bar.getByLabel('Accents et majuscules').check();
    await expect(bar).toContainText('1/1');
    await bar.getByLabel('Accents et majuscules').uncheck();
  });

  await test.step('all at once is one step back', async () => {
    await bar.getByLabel('Remplacer par').fill('augmentation');
    await bar.getByRole('button', { name: 'Tout remplacer' }).click();
    await expect(bar).toContainText('3 passages remplacés');
    await expect(plume.report).toContainText('Augmentation des transaminases.');
    await page.keyboard.press('Escape');
    await expect(bar).toBeHidden();
    await expect(plume.report).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(plume.report).toContainText('L’elevation persiste ; pas d’autre élévation.');
  });

  await test.step('outside of the report the key is the browser’s', async () => {
    await page.getByRole('button', { name: 'Copier le texte' }).focus();
    await page.keyboard.press('Control+f');
    await expect(bar).toBeHidden();
  });
});

test('results stand in a table that Tab walks through', async ({ plume, page }, info) => {
  await typedReport(plume, info.outputPath('silence.wav'), ['Biologie :']);
  const run = async (label: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(label);
    await page.keyboard.press('Enter');
  };
  await run('Tableau insérer');
  const table = plume.report.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(3);
  await page.keyboard.type('Dosage');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Valeur');
  await run('Tableau supprimer la colonne');
  await expect(table.getByRole('columnheader')).toHaveCount(2);
  await table.getByRole('columnheader').last().click();
  await page.keyboard.type('Unité');
  await run('Tableau ajouter une ligne');
  await expect(table.getByRole('row')).toHaveCount(4);
  await expect(async () => {
    await page.keyboard.press('Shift+Home');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('Unité');
  }).toPass();
  await run('Gras');
  await expect(plume.report.locator('strong')).toHaveText('Unité');
  await expectClean(page);
  const kept = await plume.report.innerText();
  expect(kept).toContain('Dosage');
  await plume.reload();
  await expect(plume.report).toContainText('Dosage');
  expect(await plume.report.innerText()).toBe(kept);
});

test('quality is empty before any signature, and a hit brings the sound to its word', async ({
  plume,
  page,
}) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) refused.push(message.text());
  });
  await plume.open();
  await page.goto('/#/qualite');
  await expect(page.getByText('Rien à mesurer encore')).toBeVisible();
  await expectClean(page);

  await plume.chooseLightModel();
  await plume.trySample();
  await plume.draftIsReady();

  await test.step('a hit brings the sound to its word', async () => {
    const last = (await plume.report.innerText()).match(/\p{L}{5,}/gu)?.at(-1) ?? '';
    await plume.report.click();
    await page.keyboard.press('Control+f');
    await page.keyboard.type(last);
    const seconds = async () =>
      Number(await page.getByRole('slider', { name: 'Position dans le son' }).inputValue());
    await expect.poll(seconds).toBeGreaterThan(5);
    await page.keyboard.press('Escape');
  });
  expect(refused).toEqual([]);
});
