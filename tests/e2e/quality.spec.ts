import AxeBuilder from '@axe-core/playwright';
import type { SignedReport } from '../seeding/page/page';
import { openSeeding } from '../seeding/seed';
import { expect, test } from './plume';

const DAY = 24 * 3600 * 1000;
const DRAFT =
  'Monsieur Untel prend amlodipine 5 mg le matin. Douleur du genou droit sans épanchement. Il reverra le médecin.';

/** Letters of six weeks, corrected less and less; every class of error is in one of them, and one has no type. */
const LETTERS: readonly SignedReport[] = Array.from({ length: 12 }, (_, at) => ({
  draft: DRAFT,
  signed: [
    DRAFT,
    DRAFT.replace('5 mg', '10 mg'),
    DRAFT.replace('droit', 'gauche'),
    DRAFT.replace('sans épanchement', 'avec épanchement'),
    DRAFT.replace('amlodipine', 'bisoprolol'),
    DRAFT.replace('Il reverra', 'Je le confie à son cardiologue. Il reverra'),
  ][at % 6]!,
  ...(at % 4 !== 3 && { documentType: at % 2 === 0 ? ('consultation' as const) : ('ct' as const) }),
  at: Date.UTC(2026, 9, 5, 12) + at * 3.5 * DAY,
  soundSeconds: 60,
  ...(at % 3 !== 2 && { work: { seconds: 150 - 8 * at, keystrokes: 60 - 4 * at } }),
}));

const SIZES = [
  [1280, 800],
  [1920, 1080],
  [390, 844],
] as const;

test('quality is shown by week and by type, in any light and size', async ({
  plume,
  page,
  baseURL,
}, info) => {
  await openSeeding(page, baseURL ?? '');
  await page.evaluate((letters) => window.seeding.signed(letters), LETTERS);
  await plume.open();
  await page.goto('/#/qualite');
  const plot = page.getByRole('img', { name: /semaine par semaine/ });
  await expect(plot.locator('canvas')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Tous/ }).first()).toContainText('12');

  const drawn = () =>
    plot.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const inLight = await drawn();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(drawn).not.toBe(inLight);

  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const [width, height] of SIZES) {
      await page.setViewportSize({ width, height });
      await expect
        .poll(async () => ((await plot.locator('canvas').boundingBox())?.width ?? 0) / width)
        .toBeLessThanOrEqual(1);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      const path = info.outputPath(`qualite-${colorScheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
    }
  }
});
