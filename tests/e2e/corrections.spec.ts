import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test, type Plume } from './plume';

const SAMPLE = 'web/public/sample/courrier-endocrinologie.ogg';

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

async function draftOfSample(plume: Plume): Promise<void> {
  await plume.page.goto('/#/');
  await plume.import(SAMPLE);
  await plume.draftIsReady();
}

/** Types another word over the one that is heard at the end, then goes to another paragraph. */
async function correct(plume: Plume): Promise<void> {
  const { page, report } = plume;
  await report
    .locator('[data-heard]', { hasText: /confraternellement/i })
    .first()
    .dblclick();
  await page.keyboard.type('cordialement');
  await expect(report).toContainText('cordialement');
  await report.locator('[data-heard]').first().click();
}

test('what is corrected twice is offered, tried on old drafts, switched on, and goes back in one key', async ({
  plume,
  page,
}) => {
  test.setTimeout(420_000);
  await plume.chooseLightModel();
  await page.goto('/#/memoire');
  await expect(page.getByText('Rien à décider')).toBeVisible();
  await expectClean(page);

  await draftOfSample(plume);
  await correct(plume);
  await page.goto('/#/memoire');
  await expect(page.getByText('Rien à décider')).toBeVisible();

  await draftOfSample(plume);
  await correct(plume);
  const offer = page.getByText('a été corrigé deux fois en « cordialement »');
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: 'Voir', exact: true }).click();
  await expect(page.getByText('corrigé dans 2 dictées')).toBeVisible();
  await page.getByRole('button', { name: /^Essayer « / }).click();
  await expect(page.getByText('2 fois dans 2 dictées')).toBeVisible();
  await expect(page.getByText('corrigé ainsi')).toHaveCount(2);
  await expectClean(page);
  await page.getByRole('button', { name: /^Activer/ }).click();
  await expect(page.getByRole('button', { name: /^Supprimer la règle/ })).toBeVisible();

  await draftOfSample(plume);
  const written = plume.report.locator('[data-origin="memory"]');
  await expect(written).toHaveText(/cordialement/);
  await written.click();
  await expect(page.getByText('mémoire', { exact: true })).toBeVisible();
  await page.keyboard.press('Alt+R');
  await expect(plume.report).toContainText(/confraternellement/i);
  await expect(plume.report).not.toContainText('cordialement');

  await page.goto('/#/memoire');
  await page.getByRole('button', { name: /^Supprimer la règle/ }).click();
  await expect(page.getByText('Aucune règle active.')).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(page.getByRole('button', { name: /^Supprimer la règle/ })).toBeVisible();
});

test('rules are brought in from a file, and what may not be learnt is refused with its reason', async ({
  plume,
  page,
}, info) => {
  await plume.open();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/#/memoire');
  const field = page.getByLabel('Importer des règles');
  const file = (name: string, content: string) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
  await field.setInputFiles(file('notes.json', '{"a":1}'));
  await expect(page.getByRole('alert')).toContainText('pas un fichier de règles');
  const pairs = [
    { heard: 'lance diatermique', written: 'anse diathermique' },
    { heard: 'droite', written: 'gauche' },
  ];
  const rules = { format: 1, kind: 'plume-corrections', pairs };
  await field.setInputFiles(file('regles.json', JSON.stringify(rules)));
  await expect(page.getByText('un côté ne s’apprend pas.')).toBeVisible();
  await expect(page.getByText('1 règle ajoutée, 1 refusée')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'anse diathermique' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter les règles' }).click();
  await (await download).saveAs(info.outputPath('regles.json'));
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await expectClean(page);
});
