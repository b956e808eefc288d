import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WriteQueue } from '../../../web/audio/write-queue';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

interface Disk {
  readonly queue: WriteQueue<string>;
  readonly written: string[];
  readonly told: string[];
  full: boolean;
}

function disk(): Disk {
  const state: Disk = {
    queue: new WriteQueue<string>({
      write: async (item) => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (state.full) throw new Error('full');
        state.written.push(item);
      },
      onTrouble: (waiting) => state.told.push(`${waiting} wait`),
      onRecovered: () => state.told.push('recovered'),
    }),
    written: [],
    told: [],
    full: false,
  };
  return state;
}

describe('the queue of pieces', () => {
  test('writes in order, one after the other', async () => {
    const { queue, written } = disk();
    for (const item of ['un', 'deux', 'trois']) queue.push(item);
    await vi.advanceTimersByTimeAsync(25);
    expect(written).toEqual(['un', 'deux']);
    expect(queue.waiting).toEqual(['trois']);
    await vi.advanceTimersByTimeAsync(10);
    expect(written).toEqual(['un', 'deux', 'trois']);
  });

  test('tries again until there is room, and lets nothing overtake', async () => {
    const state = disk();
    state.full = true;
    state.queue.push('un');
    state.queue.push('deux');
    await vi.advanceTimersByTimeAsync(600);
    expect(state.written).toEqual([]);
    expect(state.told).toEqual(['2 wait', '2 wait']);
    state.full = false;
    const drained = state.queue.drained();
    await vi.advanceTimersByTimeAsync(2000);
    await drained;
    expect(state.written).toEqual(['un', 'deux']);
    expect(state.told.at(-1)).toBe('recovered');
    expect(state.queue.waiting).toEqual([]);
  });

  test('takes up work again after it ran dry', async () => {
    const { queue, written } = disk();
    queue.push('un');
    await vi.advanceTimersByTimeAsync(50);
    queue.push('deux');
    await vi.advanceTimersByTimeAsync(50);
    expect(written).toEqual(['un', 'deux']);
  });
});
