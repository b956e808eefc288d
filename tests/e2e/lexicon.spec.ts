import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page, TestInfo } from '@playwright/test';
import { expect, test, type Plume } from './plume';
import { rendererMemory } from '../renderer-memory';
import { silentWav } from './silent-wav';

const SHARED = process.env['PLUME_SHARED'] ?? join(import.meta.dirname, '../../../shared');
const OFFICIAL = join(SHARED, 'terminology-files');
/** What the page may grow by while it reads and compiles them. */
const MOST_IMPORT_BYTES = 400 * 2 ** 20;

const named = (code: number, name: string): string =>
  `${code}\t${name}\tcomprimé\torale\tAutorisation active\tProcédure nationale\tCommercialisée\t01/01/2020\t\t\t FICTIF\tNon`;
const composed = (code: number, substance: string, strength: string): string =>
  `${code}\tcomprimé\t00001\t${substance}\t${strength}\tun comprimé\tSA\t1`;

/** Files in the form of the public base; nobody sells these drugs. */
const NAMES = [
  named(60000001, 'ZORBALIX 75 mg, comprimé'),
  named(60000002, 'QUAVODEX 5 mg, gélule'),
];
const SUBSTANCES = [
  composed(60000001, 'zorbalumide', '75 mg'),
  composed(60000001, 'zorbalumide', '150 mg'),
];

function write(info: TestInfo, name: string, lines: readonly string[]): string {
  const path = info.outputPath(name);
  writeFileSync(path, lines.join('\r\n'));
  return path;
}

/** An empty report to write in: the dictation has no speech in it. */
async function openReport(plume: Plume, info: TestInfo): Promise<void> {
  const sound = info.outputPath('silence.wav');
  writeFileSync(sound, silentWav(2));
  await plume.chooseLightModel();
  await plume.import(sound);
  await expect(plume.state).toContainText('Échec : aucune parole', { timeout: 60_000 });
  await plume.report.click();
}

const marked = (plume: Plume, kind: string): Locator => plume.report.locator(`.term-${kind}`);

const card = (page: Page): Locator => page.getByRole('region', { name: 'Terme sous le curseur' });

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
  ).toEqual([]);
}

test('terms are marked as one types, explained, and each category can be turned off', async ({
  plume,
  page,
}, info) => {
  await openReport(plume, info);
  await page.keyboard.type('Traitement par alprazolam, sous kardégique. L’hypertension persiste. ');
  await expect(marked(plume, 'drug')).toHaveText(['alprazolam']);
  await expect(marked(plume, 'unknown')).toHaveText(['kardégique']);

  await marked(plume, 'drug').click();
  await expect(card(page)).toContainText('médicament');
  await expect(card(page)).toContainText('À ne pas confondre avec');
  await expect(card(page)).toContainText('0,5 mg');
  await expectClean(page);

  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Alt+X');
  await card(page).getByRole('button', { name: 'Kardégic', exact: true }).click();
  await expect(plume.report).toContainText('sous Kardégic.');
  await expect(marked(plume, 'drug')).toHaveText(['alprazolam', 'Kardégic']);

  const address = page.url();
  await page.goto('/#/reglages');
  await page.getByRole('checkbox', { name: 'médicament' }).uncheck();
  await page.goto(address);
  await expect(marked(plume, 'sign').or(marked(plume, 'pathology')).first()).toBeVisible();
  await expect(marked(plume, 'drug')).toHaveCount(0);
});

test('an unknown word is replaced everywhere, ignored here, or added in one key', async ({
  plume,
  page,
}, info) => {
  await openReport(plume, info);
  await page.keyboard.type(
    'Le propanolol, puis le propanolol. Vu Trifouillard, adressé à Zorbec. ',
  );
  await expect(marked(plume, 'unknown')).toHaveText([
    'propanolol',
    'propanolol',
    'Trifouillard',
    'Zorbec',
  ]);

  await marked(plume, 'unknown').first().click();
  await card(page)
    .getByRole('button', { name: 'Remplacer partout « propanolol » par « propranolol »' })
    .click();
  await expect(plume.report).toContainText('Le propranolol, puis le propranolol.');
  await page.keyboard.press('Control+z');
  await expect(plume.report).toContainText('Le propanolol, puis le propanolol.');
  await page.keyboard.press('Control+y');

  await marked(plume, 'unknown').filter({ hasText: 'Trifouillard' }).click();
  await expect(card(page)).toContainText('Trifouillard');
  await page.keyboard.press('Alt+K');
  await expect(marked(plume, 'unknown')).toHaveText(['Zorbec']);
  await marked(plume, 'unknown').click();
  await expect(card(page).getByRole('combobox')).toHaveValue('name');
  await page.keyboard.press('Alt+L');
  await expect(page.getByRole('status').filter({ hasText: 'Zorbec' })).toContainText(
    'dans le lexique (nom propre)',
  );
  await expect(marked(plume, 'unknown')).toHaveCount(0);

  await plume.reload();
  await expect(marked(plume, 'drug')).toHaveCount(2);
  await expect(marked(plume, 'unknown')).toHaveCount(0);

  await page.goto('/#/lexique');
  await page.getByRole('button', { name: 'Retirer du lexique : Zorbec' }).click();
  await expect(page.getByText('Aucun mot ajouté pour l’instant.')).toBeVisible();
  await page.getByRole('button', { name: 'Annuler' }).last().click();
  await expect(page.getByRole('combobox', { name: 'Catégorie de « Zorbec »' })).toHaveValue('name');
});

test('own words are exported and come back from their file', async ({ plume, page }, info) => {
  await plume.open();
  await page.goto('/#/lexique');
  await page.getByLabel('Mot ou expression').fill('pince de Zorbec');
  await page.getByRole('combobox', { name: 'Catégorie', exact: true }).selectOption('dispositif');
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
  await expect(page.getByText('pince de Zorbec', { exact: true })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Exporter les mots' }).click();
  const path = info.outputPath('mots.json');
  await (await download).saveAs(path);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
    format: 'plume-own-words/1',
    words: [{ form: 'pince de Zorbec', kind: 'device' }],
  });
  await page.getByRole('button', { name: 'Retirer du lexique : pince de Zorbec' }).click();
  await expect(page.getByText('Aucun mot ajouté pour l’instant.')).toBeVisible();
  await page.getByLabel('Importer des mots').setInputFiles(path);
  await expect(page.getByRole('combobox', { name: 'pince de Zorbec' })).toHaveValue('device');
  const wrong = write(info, 'autre.json', ['{}']);
  await page.getByLabel('Importer des mots').setInputFiles(wrong);
  await expect(
    page.getByRole('alert').filter({ hasText: 'n’est pas un export de mots de Plume' }),
  ).toBeVisible();
});

test('official files are dropped, shown, kept, and removed with a way back', async ({
  plume,
  page,
}, info) => {
  await openReport(plume, info);
  await page.keyboard.type('Sous Zorbalix depuis mars, zorbalumide 75 mg. ');
  await expect(marked(plume, 'unknown')).toHaveText(['Zorbalix', 'zorbalumide']);
  const address = page.url();

  await test.step('what was dropped anywhere is shown before it is kept', async () => {
    const transfer = await page.evaluateHandle(
      (files) => {
        const data = new DataTransfer();
        for (const [name, text] of files) data.items.add(new File([text], name));
        return data;
      },
      [
        ['CIS_bdpm.txt', NAMES.join('\n')],
        ['CIS_COMPO_bdpm.txt', SUBSTANCES.join('\n')],
      ] as const,
    );
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    const preview = page.getByRole('group', { name: 'Voici ce que Plume a lu' });
    await expect(preview).toContainText('CIS_bdpm.txt, 2 lignes lues');
    await expect(preview).toContainText('Licence Ouverte');
    await expect(preview).toContainText('Zorbalix');
    await expectClean(page);
    await page.getByRole('button', { name: 'Garder dans le lexique' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'reconnus' })).toBeVisible();
  });

  await test.step('the drugs are known in the report, after a reload too', async () => {
    for (const visit of ['goto', 'reload'] as const) {
      if (visit === 'goto') await page.goto(address);
      else await plume.reload();
      await expect(marked(plume, 'drug')).toHaveText(['Zorbalix', 'zorbalumide']);
      await expect(marked(plume, 'unknown')).toHaveCount(0);
    }
    await marked(plume, 'drug').last().click();
    await expect(card(page)).toContainText('150 mg');
    await expect(card(page)).toContainText('Base de données publique des médicaments');
  });

  await test.step('a damaged file gets a sentence with its line, and changes nothing', async () => {
    await page.goto('/#/lexique');
    const damaged = write(info, 'CIS_bdpm.txt', [...NAMES, '6000']);
    await page.getByLabel('Choisir des fichiers').setInputFiles(damaged);
    await expect(
      page.getByRole('alert').filter({ hasText: 'La ligne 3 de CIS_bdpm.txt' }),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Garder dans le lexique' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Ne rien garder' }).click();
    await expect(page.getByText('2 lignes lues').first()).toBeVisible();
  });

  await test.step('a newer edition takes the place of the old one', async () => {
    const newer = write(info, 'CIS_bdpm.txt', [
      ...NAMES,
      named(60000003, 'VALTRIMEX 1 mg, gélule'),
    ]);
    await page.getByLabel('Choisir des fichiers').setInputFiles(newer);
    await expect(page.getByText('Remplace l’édition')).toBeVisible();
    await page.getByRole('button', { name: 'Garder dans le lexique' }).click();
    await expect(page.getByText('3 lignes lues')).toHaveCount(1);
    await expect(page.getByRole('listitem').filter({ hasText: 'CCAM' })).toHaveCount(0);
  });

  await test.step('it is removed, and put back', async () => {
    await page
      .getByRole('button', { name: 'Retirer du lexique : Base de données publique' })
      .click();
    await expect(page.getByText('Aucun fichier pour l’instant')).toBeVisible();
    await page
      .getByRole('status')
      .filter({ hasText: 'retiré du lexique' })
      .getByRole('button', { name: 'Annuler' })
      .last()
      .click();
    await expect(page.getByText('3 lignes lues')).toHaveCount(1);
    await page.goto(address);
    await expect(marked(plume, 'drug')).toHaveText(['Zorbalix', 'zorbalumide']);
  });
});

const SENTENCES = [
  'Le patient présente une hypertension artérielle traitée par amlodipine 5 mg et un diabète de type 2.',
  'Scanner thoraco-abdomino-pelvien : nodule hypodense du foie, sans adénopathie, vésicule biliaire alithiasique.',
  'Antécédents : appendicectomie, fibrillation atriale paroxystique sous apixaban, hernie inguinale opérée.',
  'À l’examen, murmure vésiculaire diminué à droite, pas d’œdème des membres inférieurs, abdomen souple.',
];
const PARAGRAPHS = 93;

test('typing in a report of 5,000 words does not wait for its marks', async ({
  plume,
  page,
}, info) => {
  await openReport(plume, info);
  const text = Array.from({ length: PARAGRAPHS }, () => SENTENCES.join(' ')).join('\n');
  expect(text.split(/\s+/).length).toBeGreaterThan(5_000);
  await page.evaluate(() => {
    const longest = { task: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest.task = Math.max(longest.task, duration);
    }).observe({ type: 'longtask' });
    const keys: number[] = [];
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => setTimeout(() => keys.push(performance.now() - timeStamp))),
      true,
    );
    Object.assign(globalThis, { measured: { longest, keys } });
  });
  await plume.report.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);
  await page.evaluate(() => {
    const { longest } = (globalThis as unknown as { measured: { longest: { task: number } } })
      .measured;
    longest.task = 0;
  });
  await expect(marked(plume, 'drug')).toHaveCount(2 * PARAGRAPHS);
  const read = () =>
    page.evaluate(
      () =>
        (globalThis as unknown as { measured: { longest: { task: number }; keys: number[] } })
          .measured,
    );
  const marking = (await read()).longest.task;
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('Vu ce jour en consultation ', { delay: 40 });
  const keys = (await read()).keys.toSorted((a, b) => a - b);
  const median = keys[keys.length >> 1] ?? Infinity;
  console.log(
    `longest task while marking ${Math.round(marking)} ms; key to paint, median ${median.toFixed(1)} ms`,
  );
  // A frame on a quiet machine; three of them where others work beside it.
  expect(median).toBeLessThan(50);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screen fits a phone and is clean for assistive technology, ${colorScheme}`, async ({
    plume,
    page,
  }, info) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 390, height: 844 });
    await plume.open();
    await page.goto('/#/lexique');
    await page.getByLabel('Mot ou expression').fill('Centre hospitalier de Trifouillis');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click();
    await expect(page.getByRole('button', { name: /Retirer du lexique/ })).toBeVisible();
    await expectClean(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await page.screenshot({ path: info.outputPath('lexique.png'), fullPage: true });
  });
}

test.describe('the real official files (needs ../shared)', () => {
  test.skip(!existsSync(OFFICIAL), 'the material beside the repository is missing');

  test('BDPM, CCAM and Orphanet are imported while the page stays alive', async ({
    plume,
    page,
  }, info) => {
    const orphanet = readdirSync(join(OFFICIAL, 'orphanet')).map((name) => `orphanet/${name}`);
    const names = ['bdpm/CIS_bdpm.txt', 'bdpm/CIS_COMPO_bdpm.txt', 'ccam/ccam_actes.json.gz'];
    await plume.open();
    await page.goto('/#/lexique');
    await page.evaluate(() => {
      const gaps: number[] = [];
      let last = performance.now();
      const frame = (now: number) => {
        gaps.push(now - last);
        last = now;
        requestAnimationFrame(frame);
      };
      requestAnimationFrame(frame);
      Object.assign(globalThis, { gaps });
    });
    const memory = await rendererMemory(page);
    const before = memory?.now() ?? 0;
    const files = [...names, ...orphanet].map((name) => join(OFFICIAL, name));
    await page.getByLabel('Choisir des fichiers').setInputFiles(files);
    await page.getByRole('button', { name: 'Garder dans le lexique' }).click();
    await page.getByRole('button', { name: 'Arrêter' }).click();
    await expect(page.getByText('Import arrêté. Le lexique est comme avant.')).toBeVisible();
    await expect(page.getByText('Aucun fichier pour l’instant')).toBeVisible();

    const started = Date.now();
    await page.getByLabel('Choisir des fichiers').setInputFiles(files);
    await expect(page.getByText('Voici ce que Plume a lu')).toBeVisible({ timeout: 60_000 });
    const read = Date.now();
    await page.getByRole('button', { name: 'Garder dans le lexique' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'reconnus' })).toBeVisible({
      timeout: 90_000,
    });
    await expect(page.getByText(/lignes? lues?/).first()).toBeVisible();
    const kept = Date.now();
    const gaps = await page.evaluate(() => (globalThis as unknown as { gaps: number[] }).gaps);
    const longest = Math.max(...gaps.slice(1));
    const rise = (memory?.peak() ?? 0) - before;
    info.annotations.push({
      type: 'measured',
      description: `read ${read - started} ms, compiled ${kept - read} ms, longest frame ${Math.round(longest)} ms, at most ${Math.round(rise / 2 ** 20)} MB more`,
    });
    console.log(info.annotations.at(-1)?.description);
    expect(rise).toBeLessThan(MOST_IMPORT_BYTES);
    await page.getByRole('button', { name: 'Retirer du lexique : Actes de la CCAM' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'CCAM : retiré' })).toBeVisible({
      timeout: 60_000,
    });
  });
});
