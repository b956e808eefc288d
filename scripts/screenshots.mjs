import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, ensureBrowser, ensureModels, ensurePackages, main, ROOT } from './setup.mjs';

const FOLDER = join(ROOT, 'scripts', 'screenshots');
const SIZES = { wide: [1280, 800], narrow: [390, 844] };
const DRAFT_MILLISECONDS = 300_000;

/** Takes the pictures of the README from the built application, with the sample dictation really recognised. */
async function takePictures(address, executablePath) {
  const { chromium } = await import('@playwright/test');
  const browser = await chromium.launch({
    executablePath,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage({ locale: 'fr-FR', viewport: { width: 1280, height: 800 } });
  const picture = (name) => page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await picture('accueil');
  await page.getByRole('button', { name: 'Essayer avec la dictée d’exemple' }).click();
  await page
    .locator('article')
    .getByText('Brouillon prêt')
    .waitFor({ timeout: DRAFT_MILLISECONDS });
  await page.getByText(/vus? sur/).waitFor();
  await page.keyboard.press('Alt+N');
  await page.getByRole('button', { name: /Vu, garder/ }).waitFor();
  for (const [name, [width, height]] of Object.entries(SIZES)) {
    await page.setViewportSize({ width, height });
    await picture(`relecture-${name}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await picture('relecture-sombre');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Alt+Y');
  await page
    .getByText(/lignes?\./)
    .first()
    .waitFor();
  await picture('resume');
  await page.keyboard.press('Alt+T');
  await page.getByRole('grid').waitFor();
  await picture('liste');
  await browser.close();
}

await main(async () => {
  checkNode();
  ensurePackages();
  await ensureModels();
  const executablePath = await ensureBrowser();
  const { build, preview } = await import('vite');
  await build({ logLevel: 'error' });
  const server = await preview({ logLevel: 'error', preview: { port: 4195 } });
  mkdirSync(FOLDER, { recursive: true });
  await takePictures(server.resolvedUrls.local[0], executablePath);
  await server.close();
  console.log(`Captures : ${FOLDER}`);
});
