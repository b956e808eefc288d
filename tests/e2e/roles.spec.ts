import AxeBuilder from '@axe-core/playwright';
import { silentWav } from './silent-wav';
import { expect, test } from './plume';
import { addAccount, lockScreen, makeVault, unlock } from './vaults';

const REFUSED = /Votre compte est en lecture seule/;
const SOUND = { name: 'courrier.wav', mimeType: 'audio/wav', buffer: silentWav(2) };

test('who may only read sees and listens; a secretary does not erase for good', async ({
  plume,
  page,
}) => {
  await page.goto('/#/coffre');
  const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');
  const reader = await addAccount(page, {
    name: 'Noé Garance',
    role: 'Lecture seule',
    passphrase,
  });
  const secretary = await addAccount(page, { name: 'Basile Roy', role: 'Secrétaire', passphrase });
  await page.goto('/#/');
  await page.getByLabel('Importer un enregistrement').setInputFiles(SOUND);
  await expect(page.locator('article')).toContainText('0:02');
  const address = page.url();
  await page.keyboard.press('Alt+Shift+L');
  await expect(lockScreen(page)).toBeVisible();
  await page.getByLabel('Compte').selectOption({ label: 'Noé Garance (Lecture seule)' });
  await unlock(page, reader);

  await test.step('a dictation is seen, its sound plays, nothing of it changes', async () => {
    await expect(page.locator('article')).toContainText('0:02');
    expect(page.url()).toBe(address);
    await expect(page.getByRole('textbox', { name: 'Nom de la dictée' })).toBeDisabled();
    await expect(page.getByRole('button', { name: 'Supprimer', exact: true })).toBeDisabled();
    await expect(plume.report).toHaveAttribute('aria-readonly', 'true');
    await page.getByRole('button', { name: 'Écouter' }).first().click();
    await expect(page.getByText(REFUSED)).toHaveCount(0);
  });

  await test.step('nothing begins, and what is dropped is refused with a sentence', async () => {
    await expect(page.getByLabel('Importer un enregistrement')).toHaveCount(0);
    await page.evaluate(() => {
      const files = new DataTransfer();
      files.items.add(new File(['x'], 'autre.wav', { type: 'audio/wav' }));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files });
        document.body.dispatchEvent(event);
      }
    });
    await expect(page.getByText(REFUSED)).toBeVisible();
    await expect(plume.list.getByRole('link')).toHaveCount(1);
  });

  await test.step('what the practice keeps cannot be changed', async () => {
    for (const place of ['modeles', 'lexique', 'ecriture', 'memoire', 'commandes', 'dicter']) {
      await page.goto(`/#/${place}`);
      await expect(page.getByRole('note')).toContainText('Compte en lecture seule');
      await expect(page.locator('main button:not(:disabled)')).toHaveCount(0);
    }
    await page.goto('/#/patients');
    await expect(page.getByRole('button', { name: 'Ajouter un patient' })).toHaveCount(0);
    await page.goto('/#/reglages');
    await expect(page.getByRole('button', { name: 'Sauvegarder tout' })).toBeDisabled();
    await expect(page.getByLabel(/Corbeille\s: effacer après/)).toBeDisabled();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  await test.step('a secretary puts into the bin, and does not erase', async () => {
    await page.keyboard.press('Alt+Shift+L');
    await page.getByLabel('Compte').selectOption({ label: 'Basile Roy (Secrétaire)' });
    await unlock(page, secretary);
    await plume.list.getByRole('link').first().click();
    await page.getByRole('button', { name: 'Supprimer', exact: true }).click();
    await page.getByText(/^Corbeille/).click();
    await expect(page.getByRole('button', { name: /^Effacer « / })).toBeDisabled();
    await expect(page.getByText(/Seuls un médecin ou l’administrateur/)).toBeVisible();
    await page.getByRole('button', { name: 'Remettre' }).click();
    await expect(plume.list.getByRole('link')).toHaveCount(1);
  });
});
