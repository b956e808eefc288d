import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkNode, ensureBrowser, ensureModels, ensurePackages, main, run } from './setup.mjs';

const node = (...args) => run(process.execPath, args);
const bin = (path, ...args) => node(`node_modules/${path}`, ...args);
const total = { passed: 0, failed: 0, skipped: 0 };

function count({ passed, failed, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

async function check(name, job) {
  const started = Date.now();
  console.log(`\n— ${name}`);
  const status = await job();
  console.log(
    `— ${name} : ${status === 0 ? 'bien' : 'ÉCHEC'} (${Math.round((Date.now() - started) / 1000)} s)`,
  );
  return status;
}

async function checkOnce(name, job) {
  const status = await check(name, job);
  count({ passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 });
}

/** A runner that dies before it writes its report counts as one failure. */
async function checkSuite(name, job, report, read) {
  const status = await check(name, job);
  try {
    const counts = read(JSON.parse(readFileSync(report, 'utf8')));
    count(status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
  } catch {
    count({ passed: 0, failed: 1 });
  }
}

const vitestCounts = (report) => ({
  passed: report.numPassedTests,
  failed:
    report.numFailedTests + (report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0),
  skipped: report.numPendingTests,
});

const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

function playwrightCounts({ stats, suites }) {
  const unsteady = suites
    .flatMap(specsOf)
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'));
  for (const { file, title } of unsteady)
    console.log(`Passé au deuxième essai seulement : ${file}, ${title}`);
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  };
}

await main(async () => {
  checkNode();
  ensurePackages();
  await ensureModels();
  process.env.PLUME_CHROMIUM = await ensureBrowser();
  const reports = mkdtempSync(join(tmpdir(), 'plume-'));
  const unit = join(reports, 'unit.json');
  const browser = join(reports, 'browser.json');

  await checkOnce('Format', () =>
    bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  );
  await checkOnce('Lint', () => bin('eslint/bin/eslint.js', '.'));
  await checkOnce('Types', () => bin('typescript/bin/tsc', '--noEmit'));
  await checkOnce('Types des composants', () =>
    bin('svelte-check/bin/svelte-check', '--fail-on-warnings', '--output', 'human'),
  );
  await checkOnce('Code mort', () => bin('knip/bin/knip.js'));
  await checkOnce('Faiblesses connues', () => node('scripts/audit.mjs'));
  await checkSuite(
    'Essais unitaires',
    () =>
      bin(
        'vitest/vitest.mjs',
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${unit}`,
      ),
    unit,
    vitestCounts,
  );
  await checkOnce('Construction', () => bin('vite/bin/vite.js', 'build', '--logLevel', 'warn'));
  process.env.PLAYWRIGHT_JSON_OUTPUT_NAME = browser;
  await checkSuite(
    'Essais dans le navigateur',
    () => bin('@playwright/test/cli.js', 'test', '--reporter=list,json'),
    browser,
    playwrightCounts,
  );

  rmSync(reports, { recursive: true, force: true });
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  if (total.failed > 0) process.exitCode = 1;
});
