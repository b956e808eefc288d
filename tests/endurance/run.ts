import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { machineKind } from '../bench/machine';
import { openKillBrowser, type Kill } from './kills';
import { isAllowed, STATES, type State } from './states';

/**
 * `npm run endurance -- --kills=1000 --states=editing,purging --resume`: kills at random moments, and a table of what
 * was lost. Each kill is noted as it happens: with `--resume` a run that was stopped goes on to the number asked for.
 */
const ROOT = join(import.meta.dirname, '..', '..');
const NOTES = join(ROOT, '.cache', 'endurance.jsonl');
const PUBLISHED = join(ROOT, 'tests', 'bench', 'endurance.json');

const { values: asked } = parseArgs({
  options: {
    kills: { type: 'string', default: '1000' },
    states: { type: 'string', default: STATES.join(',') },
    resume: { type: 'boolean', default: false },
  },
});
const states = STATES.filter((state) => asked.states.split(',').includes(state));

const lines = (path: string): string[] =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];

if (!asked.resume) rmSync(NOTES, { force: true });
mkdirSync(dirname(NOTES), { recursive: true });
const kills = lines(NOTES).map((line) => JSON.parse(line) as Kill);

const of = (state: State): readonly Kill[] => kills.filter((kill) => kill.state === state);

/** The state with the fewest kills so far. */
const nextState = (): State | undefined =>
  states.toSorted((one, other) => of(one).length - of(other).length)[0];

const most = (values: readonly number[]): number => Math.max(0, ...values);
const sum = (values: readonly number[]): number => values.reduce((one, other) => one + other, 0);

const browser = await openKillBrowser();
try {
  while (sum(states.map((state) => of(state).length)) < Number(asked.kills)) {
    const state = nextState();
    if (state === undefined) throw new Error(`No such state: ${asked.states}`);
    const kill = await browser.kill(state, Math.random());
    kills.push(kill);
    appendFileSync(NOTES, `${JSON.stringify(kill)}\n`);
    if (!isAllowed(kill)) console.log(kill);
  }
} finally {
  await browser.close();
}

const rows = STATES.map((state) => {
  const killed = of(state);
  return {
    'killed while': state,
    kills: killed.length,
    'sound lost at most, seconds': Number(most(killed.map((one) => one.soundSeconds)).toFixed(2)),
    'keystrokes lost': sum(killed.map(({ keystrokes }) => keystrokes)),
    'other things lost': sum(killed.map(({ others }) => others)),
    'rows unreadable': sum(killed.map(({ unreadable }) => unreadable)),
    'wrong otherwise': killed.filter(({ wrong }) => wrong !== undefined).length,
  };
}).filter((row) => row.kills > 0);
console.table(rows);
const published = {
  date: new Date().toISOString().slice(0, 10),
  machine: machineKind(),
  kills: kills.length,
  states: rows,
};
writeFileSync(PUBLISHED, `${JSON.stringify(published, null, 2)}\n`);
if (!kills.every(isAllowed)) process.exitCode = 1;
