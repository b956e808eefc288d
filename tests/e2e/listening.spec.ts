import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './plume';

const position = (page: Page): Promise<number> =>
  page.getByRole('slider', { name: 'Position dans le son' }).evaluate((slider) => {
    return (slider as HTMLInputElement).valueAsNumber;
  });

/** Looks at the sound for two seconds, in the page: a look from outside may come late. */
const watch = (page: Page): Promise<{ isWaiting: boolean; at: number }[]> =>
  page.evaluate(async () => {
    const seen: { isWaiting: boolean; at: number }[] = [];
    for (let look = 0; look < 40; look++) {
      const transport = document.querySelector<HTMLElement>('section.transport')!;
      const { valueAsNumber } = transport.querySelector('input')!;
      seen.push({ isWaiting: transport.innerText.includes('Attend la frappe'), at: valueAsNumber });
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return seen;
  });

const share = async (page: Page): Promise<number> =>
  Number(/(\d+)\s%/.exec((await page.getByText(/Écouté\s: \d+\s%/).textContent()) ?? '')?.[1]);

test('the sound waits for the typing, shows what was heard, walks the rest, and loops', async ({
  plume,
}) => {
  const { page, report } = plume;
  await plume.draftSample();
  const pause = page.getByRole('button', { name: 'Pause' });
  const play = page.getByRole('button', { name: 'Écouter', exact: true });
  const waiting = page.getByText('Attend la frappe');
  await expect(page.getByText('Écouté : 0 %')).toBeVisible();

  await test.step('typing waits, and goes on after the last key', async () => {
    await report.focus();
    await page.keyboard.press('F4');
    await expect(pause).toBeVisible();
    await expect.poll(() => position(page)).toBeGreaterThan(2.5);
    const watched = watch(page);
    await page.keyboard.type('abcdef', { delay: 100 });
    const held = (await watched).filter(({ isWaiting }) => isWaiting).map(({ at }) => at);
    await expect(waiting).toBeHidden();
    expect(held.length).toBeGreaterThan(5);
    // A slow machine may let more than 0.7 s go by between two keys: then it goes on, and waits again.
    const still = held.filter((at, index) => at === held[index - 1]);
    expect(still.length).toBeGreaterThan(held.length / 2);
    await expect.poll(() => position(page)).toBeGreaterThan(Math.max(...held));
  });

  await test.step('a person who stops it while it waits is obeyed', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('F4');
    await expect(play).toBeVisible();
    const stopped = await position(page);
    await page.keyboard.type('h');
    expect((await watch(page)).filter(({ at }) => at !== stopped)).toEqual([]);
    await expect(play).toBeVisible();
  });

  await test.step('what was heard shows, and the next passage never heard is played', async () => {
    expect(await share(page)).toBeGreaterThan(0);
    const stopped = await position(page);
    await page.keyboard.press('Alt+w');
    await expect(pause).toBeVisible();
    await expect.poll(() => position(page)).toBeGreaterThan(stopped + 1);
    await page.keyboard.press('F4');
  });

  await test.step('selected words are played again and again', async () => {
    await report.locator('[data-heard]').nth(4).dblclick();
    await page.keyboard.press('Alt+z');
    const loop = page.getByRole('button', { name: 'Répéter le passage en boucle' });
    await expect(loop).toHaveAttribute('aria-pressed', 'true');
    const seen: number[] = [];
    const hasTurnedBack = async () => {
      seen.push(await position(page));
      return seen.some((at, index) => at < (seen[index - 1] ?? 0));
    };
    await expect.poll(hasTurnedBack, { intervals: [100] }).toBe(true);
    expect(Math.max(...seen) - Math.min(...seen)).toBeLessThan(2.5);
    await page.keyboard.press('Alt+z');
    await expect(loop).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(() => position(page)).toBeGreaterThan(Math.max(...seen) + 0.5);
  });

  await test.step('louder and clearer still plays', async () => {
    await page.keyboard.press('Alt+Shift+V');
    await expect(page.getByRole('button', { name: 'Volume du son (150 %)' })).toBeVisible();
    await page.keyboard.press('Alt+Shift+N');
    const before = await position(page);
    await expect.poll(() => position(page)).toBeGreaterThan(before + 0.5);
    await page.keyboard.press('F4');
    await expect(play).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  await test.step('leaving keeps what was heard, and a reload how it is listened to', async () => {
    const heard = await share(page);
    const address = page.url();
    await page.keyboard.press('Alt+t');
    await expect(page.getByRole('heading', { name: 'Liste de travail' })).toBeVisible();
    await page.goto(address);
    await expect(page.getByText(`Écouté : ${heard} %`)).toBeVisible();
    await plume.reload();
    await expect(page.getByText(`Écouté : ${heard} %`)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Volume du son (150 %)' })).toBeVisible();
  });
});

test('the settings say how pedals are connected, and keep how one listens', async ({ plume }) => {
  const { page } = plume;
  await plume.open();
  await page.goto('/#/reglages');
  await expect(page.getByText('Aucun appareil connecté.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Connecter un appareil' })).toBeVisible();
  await page.getByRole('radio', { name: 'Un appui joue' }).check();
  const asksBeforeLeaving = await page
    .getByRole('checkbox', { name: /Attendre pendant la frappe/ })
    .evaluate((box: HTMLInputElement) => {
      box.click();
      return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
    });
  expect(asksBeforeLeaving).toBe(true);
  await page.getByRole('combobox', { name: /Volume/ }).selectOption('200 %');
  await plume.reload();
  await expect(page.getByRole('radio', { name: 'Un appui joue' })).toBeChecked();
  await expect(
    page.getByRole('checkbox', { name: /Attendre pendant la frappe/ }),
  ).not.toBeChecked();
  await expect(page.getByRole('combobox', { name: /Volume/ })).toHaveValue('2');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});
