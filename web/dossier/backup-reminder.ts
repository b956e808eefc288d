/** What is known of backups. Times are milliseconds since 1970, 0 for never. */
export interface BackupHabits {
  readonly backedUpAt: number;
  /** Not said again before. */
  readonly putOffUntil: number;
  /** Days without a backup that are too many; 0: never said. */
  readonly reminderDays: number;
}

const DAY_MILLISECONDS = 24 * 3600 * 1000;

/**
 * Days since the last backup, or since there is something to lose; `undefined` where nothing is to be said.
 * @param firstAt when the oldest dictation was made; `undefined` without any.
 */
export function daysWithoutBackup(
  { backedUpAt, putOffUntil, reminderDays }: BackupHabits,
  firstAt: number | undefined,
  now: number,
): number | undefined {
  if (reminderDays === 0 || firstAt === undefined || now < putOffUntil) return undefined;
  const days = Math.floor((now - Math.max(backedUpAt, firstAt)) / DAY_MILLISECONDS);
  return days >= reminderDays ? days : undefined;
}

/** A reminder that was put off comes again the next day. */
export const putOff = (now: number): number => now + DAY_MILLISECONDS;
