import { expect, test } from 'vitest';
import { daysWithoutBackup, putOff } from '../../../web/dossier/backup-reminder';

const DAY = 24 * 3600 * 1000;
const NOW = 1000 * DAY;
const NEVER = { backedUpAt: 0, putOffUntil: 0, reminderDays: 7 };

test('is said after a week without a backup, counted from the first dictation', () => {
  expect(daysWithoutBackup(NEVER, NOW - 7 * DAY, NOW)).toBe(7);
  expect(daysWithoutBackup(NEVER, NOW - 7 * DAY + 1, NOW)).toBeUndefined();
  expect(daysWithoutBackup(NEVER, undefined, NOW)).toBeUndefined();
});

test('counts from the last backup', () => {
  const habits = { ...NEVER, backedUpAt: NOW - 9.5 * DAY };
  expect(daysWithoutBackup(habits, 0, NOW)).toBe(9);
  expect(daysWithoutBackup({ ...habits, backedUpAt: NOW - DAY }, 0, NOW)).toBeUndefined();
});

test('is put off for a day, and may never be said', () => {
  const later = { ...NEVER, putOffUntil: putOff(NOW) };
  expect(daysWithoutBackup(later, 0, NOW + DAY - 1)).toBeUndefined();
  expect(daysWithoutBackup(later, 0, NOW + DAY)).toBe(1001);
  expect(daysWithoutBackup({ ...NEVER, reminderDays: 0 }, 0, NOW)).toBeUndefined();
});
