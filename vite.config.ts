import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isolation } from './scripts/isolation.ts';
import { mendedMediabunny } from './scripts/mended-mediabunny.ts';
import { oneRuntime } from './scripts/one-runtime.ts';
import { preparedModels } from './scripts/prepared-models.ts';
import { shippedLicences } from './scripts/shipped-licences.ts';
import { shellPrecache } from './scripts/shell-precache.ts';

const licences = shippedLicences();

export default defineConfig({
  root: 'web',
  plugins: [
    svelte({ configFile: false }),
    oneRuntime(),
    mendedMediabunny(),
    isolation(),
    preparedModels(),
    licences.page,
    shellPrecache(join(import.meta.dirname, 'web/public')),
  ],
  worker: { format: 'es', plugins: () => [oneRuntime(), licences.worker()] },
  optimizeDeps: { exclude: ['@xenova/transformers', 'onnxruntime-web'] },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    sourcemap: false,
    rollupOptions: {
      input: {
        index: join(import.meta.dirname, 'web/index.html'),
        'service-worker': join(import.meta.dirname, 'web/offline/service-worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) =>
          name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js',
      },
    },
    chunkSizeWarningLimit: 1024,
  },
  server: { host: '127.0.0.1', strictPort: true },
  preview: { host: '127.0.0.1', strictPort: true },
  test: {
    root: '.',
    include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts'],
    // Reading the lexicon alone takes seconds on a machine that does other work.
    testTimeout: 30_000,
  },
});
