import { afterEach, describe, expect, test, vi } from 'vitest';
import { EncoderSwitch } from '../../../workers/recognition/graphics/encoder-switch';
import { lateEncoder } from '../../../workers/recognition/window-encoder';
import { card, Clock, features, processor, statesOf, type FakeCard } from './fakes';

afterEach(() => {
  vi.useRealTimers();
});

function hearing(fake: FakeCard) {
  const onLost = vi.fn();
  const spare = processor();
  const opened = vi.fn(() => Promise.resolve(spare));
  return { encoder: new EncoderSwitch(lateEncoder(opened), fake, onLost), onLost, spare, opened };
}

describe('hearing on a card that won its trial', () => {
  test('asks the card alone: the processor’s encoder is not even opened', async () => {
    const fake = card();
    const { encoder, opened, onLost } = hearing(fake);
    await encoder.encode(features());
    await encoder.encode(features(30));
    expect(fake.windows).toBe(2);
    expect(opened).not.toHaveBeenCalled();
    expect(onLost).not.toHaveBeenCalled();
  });

  test.each<[string, FakeCard['answer']]>([
    ['throws', () => Promise.reject(new Error('device lost'))],
    ['gives what is no number', (w) => Promise.resolve(statesOf(w, () => NaN))],
    ['writes nothing', (w) => Promise.resolve(statesOf(w, () => 0))],
  ])('goes on with the same window by the processor where it %s', async (_, answer) => {
    const fake = card();
    const { encoder, spare, onLost } = hearing(fake);
    await encoder.encode(features());
    fake.answer = answer;
    const window = features(40);
    expect(await encoder.encode(window)).toEqual(statesOf(window));
    expect(fake.isReleased).toBe(true);
    await encoder.encode(features());
    expect({ card: fake.windows, processor: spare.windows }).toEqual({ card: 2, processor: 2 });
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  test('goes on by the processor where the card is lost in the middle of a window', async () => {
    const fake = card();
    fake.answer = () => new Promise(() => undefined);
    const { encoder, onLost } = hearing(fake);
    const encoded = encoder.encode(features());
    fake.lose();
    expect(await encoded).toEqual(statesOf(features()));
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  test('tries again to open the processor’s encoder where that failed', async () => {
    const fake = card();
    fake.answer = () => Promise.reject(new Error('device lost'));
    const { encoder, opened } = hearing(fake);
    opened.mockRejectedValueOnce(new Error('out of memory'));
    await expect(encoder.encode(features())).rejects.toThrow('out of memory');
    expect(await encoder.encode(features())).toEqual(statesOf(features()));
    expect(opened).toHaveBeenCalledTimes(2);
  });

  test('goes on by the processor where the card does not answer for half a minute', async () => {
    vi.useFakeTimers();
    const fake = card();
    fake.answer = () => new Promise(() => undefined);
    const { encoder, onLost } = hearing(fake);
    const encoded = encoder.encode(features());
    await vi.advanceTimersByTimeAsync(29_000);
    expect(onLost).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await encoded).toEqual(statesOf(features()));
  });

  test('says what the processor says where both fail', async () => {
    const fake = card();
    fake.answer = () => Promise.reject(new Error('device lost'));
    const encoder = new EncoderSwitch(
      {
        encode: () => Promise.reject(new Error('out of memory')),
        release: () => Promise.resolve(),
      },
      fake,
    );
    await expect(encoder.encode(features())).rejects.toThrow('out of memory');
  });
});

describe('hearing on the processor', () => {
  test('has nothing to try a card on before a window was heard', async () => {
    const encoder = new EncoderSwitch(processor());
    const open = vi.fn(() => Promise.resolve(card()));
    expect(await encoder.tryOut(open)).toBeUndefined();
    expect(open).not.toHaveBeenCalled();
  });

  test('goes over to a card that won on the window heard last, and back when it fails', async () => {
    // What counts is the time that passes: the real clock stands still between fakes.
    const clock = new Clock();
    vi.spyOn(performance, 'now').mockImplementation(clock.now);
    const onLost = vi.fn();
    const fake = card(clock);
    const spare = processor(clock);
    const encoder = new EncoderSwitch(spare, undefined, onLost);
    await encoder.encode(features());
    expect(await encoder.tryOut(() => Promise.resolve(fake))).toEqual({
      outcome: 'faster',
      processorSeconds: 5,
      graphicsSeconds: 1,
    });
    const before = { card: fake.windows, processor: spare.windows };
    await encoder.encode(features());
    expect(fake.windows).toBe(before.card + 1);
    fake.lose();
    await fake.lost;
    expect(onLost).toHaveBeenCalledTimes(1);
    expect(await encoder.encode(features(60))).toEqual(statesOf(features(60)));
    expect(spare.windows).toBe(before.processor + 1);
    expect(onLost).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });

  test('stays where the card failed its trial', async () => {
    const spare = processor();
    const encoder = new EncoderSwitch(spare);
    await encoder.encode(features());
    const trial = await encoder.tryOut(() => Promise.reject(new Error('no card')));
    expect(trial?.outcome).toBe('failed');
    await encoder.encode(features());
    expect(spare.windows).toBe(2);
  });
});
