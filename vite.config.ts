import { svelte } from '@sveltejs/vite-plugin-svelte';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { isolation } from './scripts/isolation.ts';
import { preparedModels } from './scripts/prepared-models.ts';
import { shellPrecache } from './scripts/shell-precache.ts';

export default defineConfig({
  root: 'web',
  plugins: [
    svelte({ configFile: false }),
    isolation(),
    preparedModels(),
    shellPrecache(join(import.meta.dirname, 'web/public')),
  ],
  // One runtime: transformers.js asks for the WebGPU build (27 MB more), whose sessions we do not open.
  resolve: { alias: { 'onnxruntime-web/webgpu': 'onnxruntime-web/wasm' } },
  worker: { format: 'es' },
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
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root: '.',
          environment: 'node',
          include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts'],
        },
      },
      {
        extends: true,
        resolve: { conditions: ['browser'] },
        test: { name: 'dom', root: '.', environment: 'jsdom', include: ['tests/dom/**/*.test.ts'] },
      },
    ],
  },
});
