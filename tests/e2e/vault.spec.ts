import type { Page } from '@playwright/test';
import { findPlanted } from './planted';
import { expect, test, type Plume } from './plume';
import { addAccount, lockScreen, makeVault, unlock } from './vaults';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';

const PLANTED = ['Gédéon Vautrin', 'Dernier mot avant de partir', 'confraternellement'];

async function correctedSample(plume: Plume, page: Page): Promise<void> {
  await plume.chooseLightModel();
  await plume.import(SAMPLE);
  await plume.draftIsReady();
  await plume.report.locator('[data-heard]').first().dblclick();
  await page.keyboard.type('Très cher Gédéon Vautrin');
}

test('a vault is made, locks, opens with its passphrase only, and nothing of it can be read', async ({
  plume,
  page,
}) => {
  await correctedSample(plume, page);
  const address = page.url();
  expect(await findPlanted(page, PLANTED)).toEqual([]);
  await page.getByRole('link', { name: 'Créer le coffre' }).click();
  const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');

  await test.step('what was there before is in it', async () => {
    await page.goto(address);
    await expect(plume.report).toContainText('Très cher Gédéon Vautrin');
    const databases = await page.evaluate(() => indexedDB.databases());
    expect(databases.map(({ name }) => name)).not.toContain('plume');
  });

  await test.step('a key locks it with the last words written, and one is back where one was', async () => {
    await plume.report.press('Control+End');
    await page.keyboard.type(' Dernier mot avant de partir.');
    await page.keyboard.press('Alt+Shift+L');
    await expect(lockScreen(page)).toBeVisible();
    await expect(page.getByText('Gédéon')).toHaveCount(0);
    await expect.poll(() => page.workers().length).toBe(0);
    await unlock(page, 'une autre phrase que la bonne');
    await expect(page.getByRole('alert')).toContainText('n’ouvre pas ce compte');
    await unlock(page, passphrase);
    await expect(plume.report).toContainText('Dernier mot avant de partir.');
    expect(page.url()).toBe(address);
  });

  await test.step('after a reload it is locked, and wrong tries make one wait', async () => {
    await page.reload();
    await expect(lockScreen(page)).toBeVisible();
    for (let tries = 0; tries < 3; tries++) {
      await unlock(page, `mauvaise ${tries}`);
      await expect(page.getByRole('alert')).toContainText('n’ouvre pas');
    }
    await page.reload();
    await unlock(page, passphrase);
    await expect(page.getByRole('alert')).toContainText('Trop d’essais manqués');
    await expect(page.getByText('Vous pouvez réessayer.')).toBeVisible();
    await unlock(page, passphrase);
    await expect(plume.report).toContainText('Gédéon');
  });

  await test.step('the audit tells it, without a name', async () => {
    // The lines of the failed tries are written after the screen has opened; the page of the audit is read once.
    await expect(async () => {
      await page.goto('/#/');
      await page.goto('/#/journal');
      await expect(page.getByText('Le journal est complet')).toBeVisible();
      await expect(page.getByRole('cell', { name: 'Essai manqué' })).toHaveCount(4, {
        timeout: 2_000,
      });
    }).toPass();
    await expect(page.getByRole('table')).not.toContainText('Gédéon');
  });

  expect(await findPlanted(page, PLANTED)).toEqual([]);
});

test('a second account, another practice and a lost passphrase', async ({ plume, page }) => {
  await page.goto('/#/coffre');
  const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');
  const form = (title: string) =>
    page.locator('form', { has: page.getByText(title, { exact: true }) });
  const confirm = 'Votre phrase de passe actuelle, pour confirmer';

  const hisPassphrase = await addAccount(page, {
    name: 'Basile Roy',
    role: 'Secrétaire',
    passphrase,
  });

  const recovery = form('Code de secours').first();
  await recovery.getByLabel(confirm).fill(passphrase);
  await recovery.getByRole('button', { name: 'Faire un code de secours' }).click();
  const code = await page.locator('.code').innerText();

  await page.keyboard.press('Alt+Shift+L');
  await page.getByLabel('Compte').selectOption({ label: 'Basile Roy (Secrétaire)' });
  await unlock(page, passphrase);
  await expect(page.getByRole('alert')).toContainText('n’ouvre pas ce compte');
  await unlock(page, hisPassphrase);
  await expect(page.getByText('ouvert par Basile Roy')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ajouter un compte' })).toHaveCount(0);
  await page.goto('/#/');
  await plume.import(SAMPLE);
  await expect(plume.list).toContainText('courrier-endocrinologie');
  await page.goto('/#/coffre');

  await page.keyboard.press('Alt+Shift+L');
  await page.getByRole('button', { name: /J’ai perdu ma phrase/ }).click();
  await page.getByLabel('Code de secours').fill(code.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Déverrouiller' }).click();
  await page.getByText('Créer le coffre d’un autre cabinet').click();
  const other = await makeVault(page, 'Cabinet du Port', 'Odile Marchand');
  await expect(plume.list.getByRole('link')).toHaveCount(0);

  await page.keyboard.press('Alt+Shift+L');
  await page.getByRole('combobox').first().selectOption('Cabinet des Tilleuls');
  await unlock(page, other);
  await expect(page.getByRole('alert')).toContainText('n’ouvre pas ce compte');
  await unlock(page, passphrase);
  await expect(plume.list.getByRole('link')).toHaveCount(1);
});

test('a recording goes on behind the locked screen, and its owner finds it', async ({ page }) => {
  await page.goto('/#/coffre');
  const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');
  await page.goto('/#/');
  await page.getByRole('button', { name: 'Dicter' }).click();
  await expect(page.getByText('Enregistrement : 0:02')).toBeVisible();
  await page.keyboard.press('Alt+Shift+L');
  await expect(lockScreen(page)).toBeVisible();
  await expect(page.getByText(/Un enregistrement continue .*0:04/)).toBeVisible();
  await unlock(page, passphrase);
  await expect(page.getByText('Enregistrement : 0:06')).toBeVisible();
  await page.getByRole('button', { name: 'Terminer' }).click();
  await expect(page.locator('article .facts')).toContainText(/0:0[6-9]/);
});

test.describe('where the address has a name', () => {
  // Browsers refuse passkeys to addresses that are numbers.
  test.use({
    baseURL: async ({ baseURL }, use) => use(baseURL?.replace('127.0.0.1', 'localhost')),
  });

  test('a passkey opens the vault', async ({ page }) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('WebAuthn.enable');
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        ctap2Version: 'ctap2_1',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        hasPrf: true,
      },
    });
    await page.goto('/#/coffre');
    const passphrase = await makeVault(page, 'Cabinet des Tilleuls', 'Odile Marchand');
    const form = page.locator('form', { has: page.getByText('Clé d’accès', { exact: true }) });
    await form.getByLabel('Votre phrase de passe actuelle, pour confirmer').fill(passphrase);
    await form.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
    await expect(form.getByRole('status')).toHaveText('C’est fait.');
    await page.keyboard.press('Alt+Shift+L');
    await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click();
    await expect(page.getByText('ouvert par Odile Marchand')).toBeVisible();
  });
});
