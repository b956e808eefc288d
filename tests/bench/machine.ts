import { cpus, loadavg, totalmem } from 'node:os';

export interface MachineKind {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
}

export const machineKind = (): MachineKind => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 1e9),
});

const ROUNDS = 25;
const STEPS = 4_000_000;
/** On a quiet machine the slower rounds of the same loop take a few percent more than the fastest. */
const QUIET_SPREAD = 1.2;
/** Processes that want a core, of which this one is one. */
const QUIET_LOAD = 1.2;

function oneRound(): number {
  const start = performance.now();
  let state = 1;
  for (let i = 0; i < STEPS; i++) state = (Math.imul(state, 48_271) + i) | 0;
  return performance.now() - start + (state === 0 ? 1e-9 : 0);
}

/** Why timings taken now would be worth nothing; undefined on a quiet machine. */
export function busyReason(): string | undefined {
  const [load = 0] = loadavg();
  if (load > QUIET_LOAD) return `load average ${load.toFixed(1)}`;
  const rounds = Array.from({ length: ROUNDS }, oneRound).sort((a, b) => a - b);
  const spread = (rounds[Math.floor(ROUNDS * 0.8)] ?? 0) / (rounds[0] ?? 1);
  return spread > QUIET_SPREAD
    ? `the same loop takes ${spread.toFixed(2)} times longer`
    : undefined;
}
