import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './plume';

test('a report goes from the worklist to its signature by keyboard alone', async ({ plume }) => {
  const { page } = plume;
  await plume.draftSample();

  await page.goto('/#/travail');
  await expect(page.getByRole('heading', { name: 'Liste de travail' })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Alt+u');
  await expect(plume.report).toContainText(/\p{L}/u);
  await plume.report.click();
  await page.keyboard.press('Alt+t');
  const rows = page.getByRole('grid', { name: 'Liste de travail' });
  await expect(rows, 'the arrows move in it at once').toBeFocused();
  await page.keyboard.press('Enter');
  await expect(plume.report).toContainText(/\p{L}/u);

  await plume.report.click();
  await page.keyboard.press('Control+Enter');
  const question = page.getByRole('dialog', { name: 'Libérer pour signature' });
  await expect(question).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(plume.state).toHaveText('Brouillon prêt');

  await page.keyboard.press('Control+Enter');
  await question.getByLabel('Raison').fill('Dictée d’exemple');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(plume.state).toHaveText('À signer');

  await page.keyboard.press('Control+Enter');
  const signing = page.getByRole('dialog', { name: 'Signer' });
  await signing.getByLabel('Raison').fill('Relu');
  await signing.getByRole('button', { name: 'Signer quand même' }).press('Enter');
  await expect(plume.state).toHaveText('Signée');
  await expect(plume.report).toHaveAttribute('contenteditable', 'false');

  const text = await plume.report.innerText();
  await plume.report.click();
  await page.keyboard.type('ajout');
  expect(await plume.report.innerText()).toBe(text);

  await plume.reload();
  await expect(plume.state).toHaveText('Signée');
  await expect(plume.report).toHaveAttribute('contenteditable', 'false');
});

test('changes since the draft are shown, and a returned report says why', async ({ plume }) => {
  const { page } = plume;
  await plume.draftSample();
  await page.keyboard.press('Alt+Shift+T');
  await expect(plume.report).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Relu. ');
  await page.keyboard.press('Alt+m');
  await expect(
    page.getByRole('region', { name: 'Modifications' }).locator('ins').first(),
  ).toContainText('Relu.');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press('Alt+m');

  await page.keyboard.press('Control+Enter');
  await page.getByLabel('Raison').fill('Essai');
  await page.getByRole('button', { name: 'Libérer pour signature quand même' }).click();
  await page.getByRole('button', { name: 'Retourner au secrétariat' }).click();
  await page.getByLabel('Raison').fill('Revoir la conclusion');
  await page.getByRole('dialog').getByRole('button', { name: 'Retourner' }).click();
  await expect(plume.state).toHaveText('Retournée par le médecin');
  await expect(page.getByText('Mot du médecin : Revoir la conclusion')).toBeVisible();
});

test('a doubt becomes a question; the answer lands in its place', async ({ plume }) => {
  const { page } = plume;
  await plume.draftSample();
  await plume.report.click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Alt+q');
  const question = page.getByLabel('Question au médecin');
  await expect(question).toBeFocused();
  await page.keyboard.type('Est-ce bien cela ?');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Envoyer les questions' }).click();
  await expect(plume.state).toHaveText('Question au médecin');

  await plume.reload();
  await page.getByLabel('Réponse').fill('Cher confrère,');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Écrire la réponse dans le texte' }).click();
  await expect(plume.report).toContainText('Cher confrère,');
  await expect(page.getByLabel('Réponse')).toBeHidden();
  await plume.report.focus();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Écrire la réponse dans le texte' })).toBeVisible();
});
