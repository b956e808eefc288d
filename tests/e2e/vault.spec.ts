import { expect, test } from './plume';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';

test('a vault is made, locks, and opens with its passphrase only', async ({ plume, page }) => {
  await plume.chooseLightModel();
  await plume.import(SAMPLE);
  await plume.draftIsReady();
  await plume.report.locator('[data-heard]').first().dblclick();
  await page.keyboard.type('Très cher Gédéon');
  const address = page.url();

  await page.getByRole('link', { name: 'Créer le coffre' }).click();
  await page.getByLabel('Nom du cabinet').fill('Cabinet des Tilleuls');
  await page.getByLabel('Votre nom').fill('Odile Marchand');
  const proposed = page.getByRole('textbox', { name: 'Phrase de passe', exact: true });
  await expect(proposed).toHaveValue(/^([a-z]{4,8} ){6}[a-z]{4,8}$/);
  const passphrase = await proposed.inputValue();
  await page.getByLabel('La même, une seconde fois').fill(passphrase);
  await page.getByRole('button', { name: 'Créer le coffre' }).click();
  await expect(page.getByRole('button', { name: /Verrouiller/ })).toBeVisible();

  await page.goto(address);
  await expect(plume.report).toContainText('Très cher Gédéon');
  await plume.report.press('Control+End');
  await page.keyboard.type(' Dernier mot avant de partir.');
  await page.keyboard.press('Alt+L');
  await expect(page.getByRole('heading', { name: 'Plume est verrouillée' })).toBeVisible();
  await expect(page.getByText('Gédéon')).toHaveCount(0);

  const field = page.getByLabel('Phrase de passe');
  await field.fill('une autre phrase que la bonne');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('n’ouvre pas ce compte');
  await field.fill(passphrase);
  await field.press('Enter');
  await expect(plume.report).toContainText('Dernier mot avant de partir.');
});
