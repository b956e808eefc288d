import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview, type InlineConfig } from 'vite';
import { isolation } from '../../scripts/isolation';
import { chromium as options } from '../chromium';
import { recordFigures } from './figures';
import type { KeptKey } from './vault-page/autosave';
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
const KEYS = 1200;
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

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? Number.NaN;

/** Types into a report, key by key, each kept in one of several ways. */
async function typeKeys(page: Page): Promise<readonly KeptKey[]> {
  await page.evaluate(() => window.vaultBench.openAutosave());
  for (let at = 0; at < KEYS; at++) {
    await page.keyboard.press('abcdefgh '[at % 9] ?? ' ');
    await page.evaluate((count) => window.vaultBench.keysKept(count), at + 1);
  }
  return page.evaluate(() => window.vaultBench.closeAutosave());
}

async function autosave(page: Page): Promise<Record<string, number>> {
  const keys = await typeKeys(page);
  const figures: Record<string, number> = {};
  for (const durability of ['strict', 'relaxed'] as const) {
    for (const isSealed of [false, true]) {
      const times = keys
        .filter((key) => key.durability === durability && key.isSealed === isSealed)
        .map(({ milliseconds }) => milliseconds);
      const where = durability === 'strict' ? 'on the disk' : 'in the system’s memory';
      const label = `autosave, from the key until it is ${where}, ${isSealed ? 'sealed' : 'plain'}`;
      figures[`${label}: median ms`] = rounded(quantile(times, 0.5));
      figures[`${label}: 95th percentile ms`] = rounded(quantile(times, 0.95));
    }
  }
  return figures;
}

async function writing(page: Page): Promise<Record<string, number>> {
  const { piece, keystroke, flushed } = await page.evaluate(
    (rounds) => window.vaultBench.writing(rounds),
    ROUNDS,
  );
  const share = (milliseconds: number) => rounded((100 * milliseconds) / PIECE_MILLISECONDS);
  return {
    'half a second of recording: plain ms': rounded(piece[1]),
    'half a second of recording: sealed ms': rounded(piece[0]),
    'sealing adds to recording, % of its time': share(piece[0] - piece[1]),
    'waiting for the disk adds to recording, % of its time': share(flushed[0] - flushed[1]),
    'a keystroke, its row alone: plain ms': rounded(keystroke[1]),
    'a keystroke, its row alone: sealed ms': rounded(keystroke[0]),
  };
}

await build(config);
const server = await preview(config);
// A page without a profile would keep its databases in memory.
const profile = mkdtempSync(join(tmpdir(), 'plume-bench-'));
const browser = await chromium.launchPersistentContext(profile, options());
try {
  const page = await browser.newPage();
  await page.goto(server.resolvedUrls?.local[0] ?? '');
  await page.waitForFunction(() => 'vaultBench' in window);
  const unlockSeconds = await page.evaluate(() => window.vaultBench.unlock());
  const opening = await page.evaluate((count) => window.vaultBench.openRows(count), ROWS);
  const written = await writing(page);
  const kept = await autosave(page);
  const figures = {
    'unlock, seconds': rounded(unlockSeconds),
    [`opening ${ROWS} rows, ms`]: rounded(opening.rows, 0),
    [`… and the ledger before, ms`]: rounded(opening.ledger, 0),
    ...written,
    ...kept,
  };
  console.table(figures);
  recordFigures('vault', figures);
} finally {
  await browser.close();
  await server.close();
  rmSync(profile, { recursive: true, force: true });
}
