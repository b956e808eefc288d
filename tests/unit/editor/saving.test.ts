import { describe, expect, test, vi } from 'vitest';
import type { JournalEntry, ReportSnapshot } from '../../../web/dossier/report';
import { Saving, type SavingState } from '../../../web/editor/saving';

function memory() {
  const entries: JournalEntry[] = [];
  const snapshots: ReportSnapshot[] = [];
  const broken = { times: 0 };
  return {
    entries,
    snapshots,
    broken,
    append: async (added: readonly JournalEntry[]) => {
      if (broken.times > 0) {
        broken.times -= 1;
        throw new DOMException('full', 'QuotaExceededError');
      }
      entries.push(...added);
    },
    settle: async (snapshot: ReportSnapshot) => {
      snapshots.push(snapshot);
    },
  };
}

const step = (text: string) => [{ text }];

describe('saving', () => {
  test('writes each change at once, in order, numbered from the version it opened', async () => {
    const store = memory();
    const states: SavingState[] = [];
    const saving = new Saving({ dictationId: 'd', version: 4 }, store, (s) => states.push(s));
    saving.add(step('a'));
    saving.add(step('b'));
    await vi.waitFor(() => expect(states.at(-1)).toBe('saved'));
    expect(store.entries.map(({ version, steps }) => [version, steps])).toEqual([
      [5, step('a')],
      [6, step('b')],
    ]);
  });

  test('says when the disk is full, and loses nothing once it is not', async () => {
    vi.useFakeTimers();
    const store = memory();
    store.broken.times = 2;
    const states: SavingState[] = [];
    const saving = new Saving({ dictationId: 'd', version: 0 }, store, (s) => states.push(s));
    saving.add(step('a'));
    saving.add(step('b'));
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe('failed');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.at(-1)).toBe('saved');
    expect(store.entries.map(({ version }) => version)).toEqual([1, 2]);
    vi.useRealTimers();
  });

  test('settles at the version of the document it was given', async () => {
    const store = memory();
    const saving = new Saving({ dictationId: 'd', version: 0 }, store, () => undefined);
    saving.add(step('a'));
    const settled = saving.settle({ document: { type: 'doc' } });
    saving.add(step('b'));
    await settled;
    expect(store.snapshots[0]?.version).toBe(1);
  });
});
