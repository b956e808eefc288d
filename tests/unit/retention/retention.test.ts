import { describe, expect, test } from 'vitest';
import { binDaysLeft, dueFor } from '../../../web/dossier/retention';
import { roomOf, storageRoom } from '../../../web/offline/storage-room';
import type { Dictation } from '../../../web/dossier/dictation';
import { dictation } from '../../builders';

const DAY = 24 * 3600 * 1000;
const NOW = 1000 * DAY;
const RETENTION = { binDays: 30, soundDays: 30, settledDays: 0 };
const daysAgo = (days: number): number => NOW - days * DAY;

const settled = (days: number, phase: 'signed' | 'filed' = 'signed'): Partial<Dictation> => ({
  state: { phase },
  stages: [
    { from: 'drafted', to: 'to-sign', at: 0 },
    { from: 'to-sign', to: phase, at: daysAgo(days) },
  ],
});

describe('what is due for a dictation', () => {
  test.each([
    ['keep', {}, {}],
    ['keep', { deletedAt: daysAgo(29.9) }, {}],
    ['purge-binned', { deletedAt: daysAgo(30) }, {}],
    ['keep', { deletedAt: daysAgo(30) }, { binDays: 60 }],
    ['keep', settled(29.9), {}],
    ['purge-sound', settled(30), {}],
    ['purge-sound', settled(30, 'filed'), {}],
    ['keep', { ...settled(400), state: { phase: 'returned' } }, {}],
    ['keep', { state: { phase: 'signed' } }, {}],
    ['keep', settled(400), { soundDays: 0 }],
    ['keep', { ...settled(400), soundPurgedAt: daysAgo(370) }, {}],
    ['purge-settled', settled(90), { settledDays: 90 }],
    ['purge-binned', { ...settled(90), deletedAt: daysAgo(31) }, {}],
  ] as const)('%s: %j with %j', (due, change, retention) => {
    const old = dictation({ createdAt: daysAgo(900), ...change });
    expect(dueFor(old, { ...RETENTION, ...retention }, NOW)).toBe(due);
  });

  test('in the bin is counted in whole days', () => {
    expect(binDaysLeft({ deletedAt: NOW }, 30, NOW)).toBe(30);
    expect(binDaysLeft({ deletedAt: daysAgo(0.1) }, 30, NOW)).toBe(29);
    expect(binDaysLeft({ deletedAt: daysAgo(45) }, 30, NOW)).toBe(0);
  });
});

describe('room for what is kept', () => {
  test.each([
    ['ample', { usage: 1e9, quota: 10e9 }],
    ['ample', { usage: 7.9e9, quota: 10e9 }],
    ['short', { usage: 8e9, quota: 10e9 }],
    // Fifteen minutes of recording need 115.2 megabytes.
    ['short', { usage: 10e9 - 115.2e6, quota: 10e9 }],
    ['full', { usage: 10e9 - 115.1e6, quota: 10e9 }],
    ['full', { usage: 11e9, quota: 10e9 }],
    ['full', { usage: 0, quota: 50e6 }],
    ['ample', {}],
  ] as const)('is %s: %j', (level, estimate) => {
    expect(roomOf(estimate).level).toBe(level);
  });

  test.each([
    ['full', 100e6],
    ['short', 400e6],
    ['ample', 500e6],
  ] as const)(
    'is %s where a file can really grow by %d bytes, whatever is estimated',
    async (level, limit) => {
      const kept = new Set<string>();
      const truncate = (bytes: number) =>
        bytes > limit
          ? Promise.reject(new DOMException('', 'QuotaExceededError'))
          : Promise.resolve();
      const directory = {
        getFileHandle: (name: string) => {
          kept.add(name);
          const createWritable = () =>
            Promise.resolve({ truncate, abort: () => Promise.resolve() });
          return Promise.resolve({ createWritable });
        },
        removeEntry: (name: string) => Promise.resolve(kept.delete(name)),
      };
      const room = await storageRoom({
        estimate: () => Promise.resolve({ usage: 1e9, quota: 11e9 }),
        getDirectory: () => Promise.resolve(directory as unknown as FileSystemDirectoryHandle),
      });
      expect(room.level).toBe(level);
      expect(kept.size).toBe(0);
    },
  );
});
