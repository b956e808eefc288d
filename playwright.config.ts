import { defineConfig } from '@playwright/test';
import { chromium, FAKE_MICROPHONE } from './tests/chromium';

/** Another one lets several working copies test at a time. */
const PORT = Number(process.env.PLUME_PORT ?? 4180);

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: false,
  workers: 1,
  timeout: 180_000,
  // A spec that passes at its second try is named at the end of `npm test`: it is a defect, but of the spec's timing.
  retries: 1,
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    locale: 'fr-FR',
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    launchOptions: chromium(...FAKE_MICROPHONE),
  },
  webServer: {
    command: `"${process.execPath}" node_modules/vite/bin/vite.js preview --port ${PORT}`,
    port: PORT,
    reuseExistingServer: false,
  },
});
