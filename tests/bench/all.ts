import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { sharedFolder } from './dictations';
import { readFigures, type Figures } from './figures';
import { busyReason, machineKind, type MachineKind } from './machine';

const ROOT = join(import.meta.dirname, '..', '..');
const RESULTS = join(import.meta.dirname, 'results.json');
const DRAFTS = join(ROOT, '.cache', 'drafts');

const BENCHES = {
  recognition: ['--endurance', '--preview', `--drafts=${DRAFTS}`],
  graph: ['likeness', '--size', 'small', '--sounds', 'human'],
  calibration: [],
  repair: [DRAFTS],
  spoken: [DRAFTS],
  lexicon: [],
  findings: [],
  summary: [],
  vault: [],
  secretary: [DRAFTS],
  workbench: [],
} satisfies Record<string, readonly string[]>;

type BenchName = keyof typeof BENCHES;

/** What was published last of each bench: those that are not run again keep their figures and their day. */
interface Published {
  readonly machine: MachineKind;
  readonly benches: Partial<
    Record<BenchName, { date: string; options?: readonly string[]; figures: Figures }>
  >;
}

function measure(name: BenchName, options: readonly string[]): Figures {
  console.log(`\n# ${name}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'plume-bench-'));
  try {
    const figuresPath = join(folder, 'figures.json');
    const script = join('tests', 'bench', `${name}.ts`);
    const { status } = spawnSync(
      process.execPath,
      ['--import', 'tsx', script, ...BENCHES[name], ...options],
      {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, PLUME_FIGURES: figuresPath },
      },
    );
    if (status !== 0) throw new Error(`The bench "${name}" ended with ${status}.`);
    return readFigures(figuresPath)[name] ?? {};
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function published(): Published {
  const last = JSON.parse(readFileSync(RESULTS, 'utf8')) as Published;
  const machine = machineKind();
  // Figures of another kind of machine stand in no table with these.
  return isDeepStrictEqual(last.machine, machine) ? last : { machine, benches: {} };
}

const named = (list: string | undefined): BenchName[] => {
  const all = Object.keys(BENCHES) as BenchName[];
  const wanted = list?.split(',');
  const unknown = wanted?.find((name) => !all.some((bench) => bench === name));
  if (unknown !== undefined) throw new Error(`No bench is called "${unknown}": ${all.join(', ')}.`);
  return wanted ? all.filter((name) => wanted.includes(name)) : all;
};

const SETTLING_MS = 120_000;
const LOOK_MS = 5_000;

/** The load average still holds the bench before for a minute or two. */
async function busyAfterWaiting(): Promise<string | undefined> {
  const end = Date.now() + SETTLING_MS;
  let busy = busyReason();
  while (busy !== undefined && Date.now() < end) {
    await setTimeout(LOOK_MS);
    busy = busyReason();
  }
  return busy;
}

/** `npm run bench -- [--only=repair,spoken] [options of the recognition bench]` */
async function main(): Promise<void> {
  if (!existsSync(sharedFolder())) {
    console.log('skipped: the speech and the texts of the benches are not beside the repository');
    return;
  }
  const asked = process.argv.slice(2);
  const only = asked.find((option) => option.startsWith('--only='))?.slice('--only='.length);
  const ofRecognition = asked.filter((option) => !option.startsWith('--only='));
  for (const name of named(only)) {
    const busy = await busyAfterWaiting();
    if (busy) {
      console.log(`The machine is busy (${busy}): "${name}" and what follows is not measured.`);
      process.exitCode = 1;
      return;
    }
    const options = name === 'recognition' ? ofRecognition : [];
    const figures = measure(name, options);
    const before = published();
    const date = new Date().toISOString().slice(0, 10);
    const benches = {
      ...before.benches,
      [name]: { date, ...(options.length > 0 && { options }), figures },
    };
    writeFileSync(RESULTS, `${JSON.stringify({ ...before, benches }, null, 2)}\n`);
  }
}

await main();
