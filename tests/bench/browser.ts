import { chromium, type Page } from '@playwright/test';
import { createReadStream, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, normalize, sep } from 'node:path';
import { build, preview, type Plugin } from 'vite';
import { isolation } from '../../scripts/isolation';
import { installedPackageFolder } from '../../scripts/model-preparation';
import { oneRuntime } from '../../scripts/one-runtime';
import { preparedModels } from '../../scripts/prepared-models';
import { chromium as options } from '../chromium';
import { sharedFolder } from './dictations';
import { GGML_FOLDER } from './peers/whisper-ggml';

/** Where the bench page is built. */
export const BENCH_PAGE_FOLDER = join(import.meta.dirname, '..', '..', '.cache', 'bench-page');

/** Serves a folder under a path, in preview only. */
const servedFolder = (path: string, folder: string): Plugin => ({
  name: `bench-${path}`,
  configurePreviewServer(server) {
    server.middlewares.use(path, (request, response) => {
      const file = join(folder, normalize(decodeURIComponent(request.url?.split('?')[0] ?? '/')));
      const found = file.startsWith(folder + sep)
        ? statSync(file, { throwIfNoEntry: false })
        : undefined;
      response.statusCode = found?.isFile() ? 200 : 404;
      if (found?.isFile()) {
        response.setHeader('Content-Length', found.size);
        response.setHeader('Content-Type', 'application/octet-stream');
        createReadStream(file).pipe(response);
      } else response.end();
    });
  },
});

const publishedModels = (): Plugin[] =>
  ['small', 'base'].map((size) =>
    servedFolder(
      `/published/Xenova/whisper-${size}`,
      join(installedPackageFolder(`sts-whisper-${size}`), `models/Xenova/whisper-${size}`),
    ),
  );

export interface BenchBrowser {
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/**
 * Builds the bench page as the app is built, serves it with the app's headers, and opens it in Chromium.
 * @param flags of Chromium, beside those of every test.
 */
export async function openBenchBrowser(flags: readonly string[] = []): Promise<BenchBrowser> {
  const root = join(import.meta.dirname, 'page');
  const config = {
    root,
    configFile: false as const,
    logLevel: 'warn' as const,
    plugins: [
      oneRuntime(),
      isolation(),
      preparedModels(),
      ...publishedModels(),
      servedFolder('/ggml', GGML_FOLDER),
      servedFolder('/speech', join(sharedFolder(), 'speech')),
    ],
    worker: { format: 'es' as const, plugins: () => [oneRuntime()] },
    build: { outDir: BENCH_PAGE_FOLDER, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  };
  await build(config);
  const server = await preview({ ...config, preview: { host: '127.0.0.1', port: 0 } });
  const { port } = server.httpServer.address() as AddressInfo;
  const browser = await chromium.launch(options(...flags));
  const page = await (await browser.newContext()).newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') console.error(`page: ${message.text()}`);
  });
  page.on('pageerror', (error) => console.error(`page: ${String(error)}`));
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction(() => 'bench' in window);
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  return { page, close };
}
