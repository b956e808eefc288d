import type { Dictation, Phase } from './dictation';

/** How long things stay, in days. */
export interface Retention {
  /** In the bin. */
  readonly binDays: number;
  /** The sound, after signing and filing; 0: for ever. */
  readonly soundDays: number;
  /** The whole dictation, after signing and filing; 0: for ever. */
  readonly settledDays: number;
}

export type RetentionStep = 'keep' | 'purge-sound' | 'purge-binned' | 'purge-settled';

const DAY_MILLISECONDS = 24 * 3600 * 1000;

const isOver = (since: number | undefined, days: number, now: number): boolean =>
  since !== undefined && now - since >= days * DAY_MILLISECONDS;

const SETTLED: readonly Phase[] = ['signed', 'filed'];

/** When it was signed or filed, whichever came last; `undefined` while somebody still works on it. */
function settledSince({ state, stages = [] }: Dictation): number | undefined {
  if (!SETTLED.includes(state.phase)) return undefined;
  return stages.findLast(({ to }) => to === state.phase)?.at;
}

/** What is due for a dictation; one that is neither deleted nor settled is never touched. */
export function dueFor(dictation: Dictation, retention: Retention, now: number): RetentionStep {
  const { deletedAt, soundPurgedAt } = dictation;
  const settledAt = settledSince(dictation);
  const { binDays, soundDays, settledDays } = retention;
  if (isOver(deletedAt, binDays, now)) return 'purge-binned';
  if (settledDays > 0 && isOver(settledAt, settledDays, now)) return 'purge-settled';
  const isSoundDue = soundDays > 0 && isOver(settledAt, soundDays, now);
  return isSoundDue && soundPurgedAt === undefined ? 'purge-sound' : 'keep';
}

/** Whole days until a deleted dictation is erased, 0 on the last one. */
export function binDaysLeft(
  { deletedAt = 0 }: Pick<Dictation, 'deletedAt'>,
  binDays: number,
  now: number,
): number {
  return Math.max(0, Math.floor(binDays - (now - deletedAt) / DAY_MILLISECONDS));
}
