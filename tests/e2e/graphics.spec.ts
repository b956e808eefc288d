import { expect, test } from './plume';

test('the settings say where speech is recognised, and the card is refused from the keyboard', async ({
  page,
  plume,
}) => {
  await plume.open();
  await page.goto('/#/reglages');
  const group = page.getByRole('group', { name: 'Processeur ou carte graphique' });
  const choice = group.getByRole('checkbox', { name: /Utiliser la carte graphique/ });
  const said = group.getByRole('status');
  await expect(choice).toBeChecked();
  await expect(said).toHaveText(/reconnue par le processeur\. Si le navigateur montre une carte/);
  await choice.focus();
  await page.keyboard.press('Space');
  await expect(said).toHaveText(/La carte graphique n’est pas utilisée/);
  await plume.reload();
  await expect(choice).not.toBeChecked();
  await expect(said).toHaveText(/La carte graphique n’est pas utilisée/);
});

test('what only a graphics card needs is kept on no computer that has none', async ({
  page,
  plume,
}) => {
  await plume.open();
  const kept = await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toContain('/');
  expect(kept.filter((path) => /asyncify|graphics-runtime|encoder-gpu/.test(path))).toEqual([]);
});
