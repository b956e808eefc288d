import { checkNode, ensureModels, ensurePackages, main, Obstacle } from './setup.mjs';

const FIRST_PORT = Number(process.env.PORT ?? 4173);
const PORTS_TO_TRY = 20;

/** Serves `dist/` on the first free port of localhost. */
async function serve() {
  const { preview } = await import('vite');
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TO_TRY; port += 1) {
    try {
      return await preview({ logLevel: 'error', preview: { port } });
    } catch (error) {
      if (!/in use|EADDRINUSE/.test(String(error))) throw error;
    }
  }
  throw new Obstacle(
    `Les ports ${FIRST_PORT} à ${FIRST_PORT + PORTS_TO_TRY - 1} sont occupés : donnez-en un autre, par exemple PORT=8080 npm start.`,
  );
}

await main(async () => {
  checkNode();
  ensurePackages();
  await ensureModels();
  const { build } = await import('vite');
  console.log('Construction de l’application…');
  await build({ logLevel: 'error' });
  const server = await serve();
  const { port } = server.httpServer.address();
  // By its name and not by its number, which browsers give no passkey to.
  console.log(`\nPlume est prête : http://localhost:${port}/\nCtrl+C pour arrêter.`);
});
