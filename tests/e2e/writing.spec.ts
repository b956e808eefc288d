import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './plume';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

async function addCommand(page: Page, said: string, text: string): Promise<void> {
  await page.getByLabel('Phrase dite').fill(said);
  await page.getByLabel('Texte écrit').fill(text);
  await page.getByLabel('Phrase dite').press('Enter');
}

test('the commands of the practice are checked, listed, changed, removed and brought back', async ({
  plume,
  page,
}) => {
  await plume.open();
  await page.goto('/#/ecriture');
  await expect(page.getByText('Aucune commande propre au cabinet')).toBeVisible();
  await addCommand(page, 'point à la ligne', 'x');
  await expect(page.getByRole('alert')).toContainText(['Plume comprend déjà cette phrase']);
  await addCommand(page, 'formule de politesse', '');
  await expect(page.getByText('Écrivez le texte que la phrase donne.')).toBeVisible();
  await page.getByLabel('Texte écrit').fill('Bien à vous.\n\nDr Martin');
  await page.getByRole('button', { name: 'Ajouter' }).first().click();
  await expect(page.getByText('« formule de politesse » est enregistré.')).toBeVisible();
  await page.getByRole('button', { name: 'Modifier « formule de politesse »' }).click();
  await page.getByLabel('Texte écrit').fill('Bien confraternellement.\n\nDr Martin');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.locator('pre')).toContainText('confraternellement');
  await expectClean(page);

  await page.goto('/#/commandes');
  await expect(page.getByRole('table')).toContainText('formule de politesse');
  await page.goto('/#/ecriture');
  await page.getByRole('button', { name: 'Supprimer « formule de politesse »' }).click();
  await expect(page.getByText('Aucune commande propre au cabinet')).toBeVisible();
  await page.getByRole('button', { name: 'Rétablir' }).last().click();
  await expect(page.locator('pre')).toContainText('confraternellement');
});

test('abbreviations and sections are set on a phone as well', async ({ plume, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await plume.open();
  await page.goto('/#/ecriture');
  await page.getByLabel('Abréviation', { exact: true }).fill('IVG');
  await page.getByRole('textbox', { name: 'En entier' }).fill('insuffisance ventriculaire gauche');
  await page.getByRole('textbox', { name: 'En entier' }).press('Enter');
  await expect(page.getByText('Plusieurs sens')).toBeVisible();
  await page.getByLabel('Type de document').selectOption('Courrier');
  await page.getByLabel('Nouvelle rubrique').fill('objet');
  await page.getByLabel('Nouvelle rubrique').press('Enter');
  await expect(page.getByText('Plume connaît déjà cette rubrique.')).toBeVisible();
  await page.getByLabel('Nouvelle rubrique').fill('à prévoir');
  await page.getByLabel('Nouvelle rubrique').press('Enter');
  await expect(page.getByRole('button', { name: 'Supprimer « à prévoir »' })).toBeVisible();
  await page.getByRole('radio', { name: /3 adénopathies/ }).check();
  await plume.reload();
  await expect(page.getByRole('radio', { name: /3 adénopathies/ })).toBeChecked();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await expectClean(page);
});

test('a draft is written by the habits of the practice', async ({ plume, page }) => {
  await plume.chooseLightModel();
  await page.goto('/#/ecriture');
  await addCommand(page, 'm’avoir adressé', 'm’avoir confié');
  await expect(page.locator('pre')).toBeVisible();
  await page.goto('/#/');
  await plume.import(SAMPLE);
  await page.getByLabel('Type de document').selectOption('Courrier');
  await plume.draftIsReady();
  await expect(plume.report).toContainText('m’avoir confié');
  const chip = plume.report.locator('[data-origin="command"]', { hasText: 'confié' });
  await chip.click();
  await page.keyboard.press('Alt+R');
  await expect(plume.report).not.toContainText('confié');

  await test.step('what was taken back is seen, removed by a key and brought back', async () => {
    const struck = plume.report.locator('s');
    const passages = page.getByRole('button', { name: /^Retirer «/ });
    const before = await passages.count();
    expect(before).toBeGreaterThan(0);
    const text = (await struck.first().innerText()).trim();
    await struck.first().click();
    await page.keyboard.press('Alt+B');
    await expect(passages).toHaveCount(before - 1);
    await expect(plume.report.locator(`[title^="Retiré\u00a0: ${text}"]`)).toHaveCount(1);
    await page.keyboard.press('Control+z');
    await expect(passages).toHaveCount(before);
  });
  await expect(page.getByLabel('Type de document')).toHaveValue('letter');
  await expectClean(page);
});
