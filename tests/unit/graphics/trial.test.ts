import { afterEach, describe, expect, test, vi } from 'vitest';
import { openWithinTime, tryGraphics } from '../../../workers/recognition/graphics/trial';
import { card, Clock, features, processor, statesOf, type FakeCard } from './fakes';

afterEach(() => {
  vi.useRealTimers();
});

const FAILED = { outcome: 'failed', processorSeconds: 0, graphicsSeconds: 0 };

const contest = (clock: Clock, fake: FakeCard, processorSeconds = 5) =>
  tryGraphics(() => Promise.resolve(fake), {
    processor: processor(clock, processorSeconds),
    window: features(),
    now: clock.now,
  });

describe('the trial of a graphics card', () => {
  test('is won by one that gives the same states in half the time, its first run aside', async () => {
    const clock = new Clock();
    const fake = card(clock, [40, 2.1, 2.5]);
    const { trial, winner } = await contest(clock, fake);
    expect(trial).toEqual({ outcome: 'faster', processorSeconds: 5, graphicsSeconds: 2.5 });
    expect(winner).toBe(fake);
    expect(fake.isReleased).toBe(false);
  });

  test('is lost by one that is faster, but not clearly, in the slower of two runs', async () => {
    const clock = new Clock();
    const fake = card(clock, [1, 1, 2.6]);
    const { trial, winner } = await contest(clock, fake);
    expect(trial).toEqual({ outcome: 'slower', processorSeconds: 5, graphicsSeconds: 2.6 });
    expect(winner).toBeUndefined();
    expect(fake.isReleased).toBe(true);
  });

  test('is lost by one that calculates otherwise, however fast', async () => {
    const clock = new Clock();
    const fake = card(clock, [0.1]);
    fake.answer = (window) => Promise.resolve(statesOf(window, (x) => x + 0.5));
    const { trial, winner } = await contest(clock, fake);
    expect(trial).toEqual({ outcome: 'wrong', processorSeconds: 5, graphicsSeconds: 0.1 });
    expect(winner).toBeUndefined();
  });

  test.each<[string, FakeCard['answer']]>([
    ['throws', () => Promise.reject(new Error('no room'))],
    ['gives what is no number', (w) => Promise.resolve(statesOf(w, (x) => (x > 0.9 ? NaN : x)))],
    ['gives what is infinite', (w) => Promise.resolve(statesOf(w, (x) => (x > 0.9 ? -1 / 0 : x)))],
    ['writes nothing', (w) => Promise.resolve(statesOf(w, () => 0))],
    ['gives another length', () => Promise.resolve(statesOf(features(10)))],
  ])('is failed by one that %s', async (_, answer) => {
    const clock = new Clock();
    const fake = card(clock);
    fake.answer = answer;
    expect(await contest(clock, fake)).toEqual({ trial: FAILED });
    expect(fake.isReleased).toBe(true);
  });

  test('is failed by one that does not open', async () => {
    const window = features();
    const open = () => Promise.reject(new Error('no such operator'));
    expect(await tryGraphics(open, { processor: processor(), window })).toEqual({ trial: FAILED });
  });

  test('is failed by one that never answers, and ends', async () => {
    vi.useFakeTimers();
    const clock = new Clock();
    const fake = card(clock);
    fake.answer = () => new Promise(() => undefined);
    fake.release = () => new Promise(() => undefined);
    const over = contest(clock, fake);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await over).toEqual({ trial: FAILED });
  });

  test('lets go of one that opens when nobody waits any more', async () => {
    vi.useFakeTimers();
    const fake = card();
    let open: ((fake: FakeCard) => void) | undefined;
    const opened = openWithinTime(() => new Promise((resolve) => (open = resolve)));
    const refused = expect(opened).rejects.toThrow('did not answer');
    await vi.advanceTimersByTimeAsync(60_000);
    await refused;
    open!(fake);
    await vi.advanceTimersByTimeAsync(1);
    expect(fake.isReleased).toBe(true);
  });
});
