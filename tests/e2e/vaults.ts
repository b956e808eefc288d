import { expect, type Page } from '@playwright/test';

const PASSPHRASE = /^([a-z]{4,8} ){6}[a-z]{4,8}$/;
const CONFIRM = 'Votre phrase de passe actuelle, pour confirmer';

/** Makes the vault of a practice and opens it. @returns the passphrase that was proposed. */
export async function makeVault(page: Page, practice: string, person: string): Promise<string> {
  await page.getByLabel('Nom du cabinet').fill(practice);
  await page.getByLabel('Votre nom').fill(person);
  const proposed = page.locator('form', { has: page.getByLabel('Nom du cabinet') });
  const first = proposed.getByRole('textbox', { name: 'Phrase de passe', exact: true });
  await expect(first).toHaveValue(PASSPHRASE);
  const passphrase = await first.inputValue();
  await proposed.getByLabel('La même, une seconde fois').fill(passphrase);
  await proposed.getByRole('button', { name: 'Créer le coffre' }).click();
  // The button to lock may still be that of another practice.
  await expect(page.getByText(`${practice}, ouvert par ${person}`)).toBeVisible();
  return passphrase;
}

/** By the administrator, on the page of the accounts. @returns the passphrase of the new account. */
export async function addAccount(
  page: Page,
  { name, role, passphrase }: Readonly<Record<'name' | 'role' | 'passphrase', string>>,
): Promise<string> {
  const form = page
    .locator('form', { has: page.getByText('Ajouter un compte', { exact: true }) })
    .first();
  await form.getByLabel('Nom', { exact: true }).fill(name);
  await form.getByLabel('Rôle').selectOption({ label: role });
  const field = form.getByRole('textbox', { name: 'Phrase de passe', exact: true });
  await expect(field).toHaveValue(PASSPHRASE);
  const theirs = await field.inputValue();
  await form.getByLabel('La même, une seconde fois').fill(theirs);
  await form.getByLabel(CONFIRM).fill(passphrase);
  await form.getByRole('button', { name: 'Ajouter un compte' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: name })).toBeVisible();
  return theirs;
}

export async function unlock(page: Page, passphrase: string): Promise<void> {
  const field = page.getByLabel('Phrase de passe');
  await field.fill(passphrase);
  await field.press('Enter');
}

export const lockScreen = (page: Page) =>
  page.getByRole('heading', { name: 'Plume est verrouillée' });
