import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './plume';
import { silentWav } from './silent-wav';

test('a report is filled in from a template and short codes, and stays after a reload', async ({
  plume,
}) => {
  const { page } = plume;
  await plume.open();
  await plume.chooseLightModel();
  await page.goto('/#/modeles');
  await expect(page.getByRole('button', { name: 'Échographie abdominale' })).toBeVisible();
  await page.getByLabel('Code').fill('exn');
  await page.getByRole('textbox', { name: 'Texte', exact: true }).fill('Examen normal.');
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByRole('definition').first()).toHaveText('Examen normal.');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.goto('/#/');
  await plume.page
    .getByLabel('Importer un enregistrement')
    .setInputFiles([{ name: 'silence.wav', mimeType: 'audio/wav', buffer: silentWav(2) }]);
  await expect(plume.state).toContainText('aucune parole', { timeout: 60_000 });
  await plume.report.click();
  await page.keyboard.press('Alt+p');
  await page.keyboard.type(' scanner');
  await page.keyboard.press('Enter');
  await expect(plume.report.getByRole('heading', { name: 'Indication' })).toBeVisible();
  await page.keyboard.type('douleur, exn ');
  await page.keyboard.press('Tab');
  await page.keyboard.type('thoracique');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(plume.report).toContainText('douleur, Examen normal.');
  await expect(plume.report).toContainText(
    'Acquisition hélicoïdale thoracique, après injection de',
  );

  await plume.reload();
  await expect(plume.report).toContainText(
    'Acquisition hélicoïdale thoracique, après injection de',
  );
});

test('templates are changed, copied, removed, brought back and imported with a plain word', async ({
  plume,
}) => {
  const { page } = plume;
  await plume.open();
  await page.goto('/#/modeles');
  const mri = page.getByRole('button', { name: 'IRM', exact: true });
  await mri.click();
  await page.getByLabel('Nom').fill('IRM du genou');
  await page.getByLabel('Nom').press('Tab');
  await expect(page.getByRole('button', { name: 'IRM du genou', exact: true })).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: 'IRM du genou' }).first();
  await row.getByRole('button', { name: 'Supprimer' }).click();
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('button', { name: 'IRM du genou', exact: true })).toBeVisible();

  const file = page.getByLabel('Importer un fichier');
  const give = (text: string) =>
    file.setInputFiles([
      { name: 'm.json', mimeType: 'application/json', buffer: Buffer.from(text) },
    ]);
  await give('pas du json');
  await expect(page.getByRole('alert')).toContainText('Rien n’est changé');
  await give(
    '{"format":1,"templates":[{}],"autoTexts":[{"id":"a","code":"bjr","text":"Bonjour"}]}',
  );
  await expect(page.getByText('1 texte court. 1 élément illisible.')).toBeVisible();
  await page.getByRole('button', { name: 'Remettre les modèles de Plume' }).click();
  await expect(mri).toBeVisible();
});
