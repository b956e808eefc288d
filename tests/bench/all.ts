import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { sharedFolder } from './dictations';
import { readFigures } from './figures';
import { busyReason, machineKind } from './machine';

/** `npm run bench`: every bench in turn, their figures in one table and in `results.json`. */
const ROOT = join(import.meta.dirname, '..', '..');
const RESULTS = join(import.meta.dirname, 'results.json');
const DRAFTS = join(ROOT, '.cache', 'drafts');

const folder = mkdtempSync(join(tmpdir(), 'plume-bench-'));
const figuresPath = join(folder, 'figures.json');

function bench(name: string, ...args: string[]): void {
  console.log(`\n# ${name}\n`);
  const script = join('tests', 'bench', `${name}.ts`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLUME_FIGURES: figuresPath },
  });
  if (status !== 0) throw new Error(`The bench "${name}" ended with ${status}.`);
}

function main(): void {
  if (!existsSync(sharedFolder())) {
    console.log('skipped: the speech and the texts of the benches are not beside the repository');
    return;
  }
  const busy = busyReason();
  if (busy) {
    console.log(`The machine is busy (${busy}): nothing is measured. Try again when it is quiet.`);
    process.exitCode = 1;
    return;
  }
  const asked = process.argv.slice(2);
  bench('recognition', '--endurance', '--preview', `--drafts=${DRAFTS}`, ...asked);
  bench('calibration');
  bench('repair', DRAFTS);
  bench('spoken', DRAFTS);
  bench('lexicon');
  bench('findings');
  bench('summary');
  bench('vault');
  bench('secretary', DRAFTS);
  bench('workbench');
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machineKind(),
    ...(asked.length > 0 && { options: asked }),
    figures: readFigures(figuresPath),
  };
  writeFileSync(RESULTS, `${JSON.stringify(results, null, 2)}\n`);
}

try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
