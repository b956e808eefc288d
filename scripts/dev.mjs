import { checkNode, ensureModels, ensurePackages, main } from './setup.mjs';

await main(async () => {
  checkNode();
  ensurePackages();
  await ensureModels();
  const { createServer } = await import('vite');
  const server = await createServer();
  await server.listen();
  server.printUrls();
});
