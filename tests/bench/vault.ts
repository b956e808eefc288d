import { chromium } from '@playwright/test';
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';
import { isolation } from '../../scripts/isolation';
import { chromium as options } from '../chromium';
import { recordFigures } from './figures';
import type { VaultBench } from './vault-page/page';

declare global {
  interface Window {
    readonly vaultBench: VaultBench;
  }
}

/** What sealing costs in the browser: `tsx tests/bench/vault.ts`. */
const ROOT = join(import.meta.dirname, 'vault-page');
const ROWS = 5_000;
const ROUNDS = 300;
const PIECE_MILLISECONDS = 500;

const config: InlineConfig = {
  configFile: false,
  root: ROOT,
  logLevel: 'error',
  plugins: [isolation()],
  worker: { format: 'es' },
  build: {
    outDir: join(ROOT, '..', '..', '..', '.cache', 'bench-vault'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
  },
  preview: { port: 0, host: '127.0.0.1' },
};

const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

await build(config);
const server = await preview(config);
const browser = await chromium.launch(options());
try {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'vaultBench' in window);
  const unlockSeconds = await page.evaluate(() => window.vaultBench.unlock());
  const opening = await page.evaluate((count) => window.vaultBench.openRows(count), ROWS);
  const { piece, keystroke } = await page.evaluate(
    (rounds) => window.vaultBench.writing(rounds),
    ROUNDS,
  );
  const [sealedPiece = 0, plainPiece = 0] = piece;
  const [sealedKey = 0, plainKey = 0] = keystroke;
  const figures = {
    'unlock, seconds': rounded(unlockSeconds),
    [`opening ${ROWS} rows, ms`]: rounded(opening.rows, 0),
    [`… and the ledger before, ms`]: rounded(opening.ledger, 0),
    'half a second of recording: plain ms': rounded(plainPiece),
    'half a second of recording: sealed ms': rounded(sealedPiece),
    'sealing adds to recording, % of its time': rounded(
      (100 * (sealedPiece - plainPiece)) / PIECE_MILLISECONDS,
    ),
    'a keystroke: plain ms': rounded(plainKey),
    'a keystroke: sealed ms': rounded(sealedKey),
  };
  console.table(figures);
  recordFigures('vault', figures);
} finally {
  await browser.close();
  await server.close();
}
