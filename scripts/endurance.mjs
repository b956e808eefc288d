import { checkNode, ensureBrowser, ensureModels, ensurePackages, main, run } from './setup.mjs';

await main(async () => {
  checkNode();
  ensurePackages();
  await ensureModels();
  process.env.PLUME_CHROMIUM = await ensureBrowser();
  const asked = process.argv.slice(2);
  process.exitCode = await run(process.execPath, [
    '--import',
    'tsx',
    'tests/endurance/run.ts',
    ...asked,
  ]);
});
