import { describe, expect, test } from 'vitest';
import { tokenBoundaries } from '../../../workers/recognition/align';
import { timedSegments, type HeardWord } from '../../../workers/recognition/timed-words';
import { layWindow } from '../../../workers/recognition/windows';

const FRAMES = 100;

/** Attention of two heads, each token looking at its own frames `[from, to)` and a little everywhere. */
function looking(
  ...stretches: [from: number, to: number][]
): Parameters<typeof tokenBoundaries>[0] {
  const tokens = stretches.length;
  const weights = new Float32Array(2 * tokens * FRAMES);
  for (let head = 0; head < 2; head++)
    stretches.forEach(([from, to], token) => {
      for (let frame = 0; frame < FRAMES; frame++)
        weights[(head * tokens + token) * FRAMES + frame] =
          frame >= from && frame < to ? 0.1 : 0.001 * (1 + head);
    });
  return { heads: 2, tokens, frames: FRAMES, weights };
}

describe('token times', () => {
  test('follow the attention', () => {
    const times = tokenBoundaries(looking([0, 20], [20, 45], [45, 80]), { tokens: 3, seconds: 2 });
    expect(times.map((time) => Math.round(time * 10) / 10)).toEqual([0, 0.4, 0.9, 2]);
  });

  test('end where the end of text begins, when its row is there', () => {
    const times = tokenBoundaries(looking([0, 20], [20, 50], [50, 99]), { tokens: 2, seconds: 2 });
    expect(times.map((time) => Math.round(time * 10) / 10)).toEqual([0, 0.4, 1]);
  });

  test('never go back nor leave the window, even where attention makes no sense', () => {
    const times = tokenBoundaries(looking([80, 99], [10, 20], [60, 70], [0, 5]), {
      tokens: 4,
      seconds: 1.5,
    });
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(0);
    expect(times.at(-1)).toBeLessThanOrEqual(1.5);
  });

  test('exist for a text without attention', () => {
    const nothing = { heads: 1, tokens: 0, frames: 0, weights: new Float32Array() };
    expect(tokenBoundaries(nothing, { tokens: 0, seconds: 3 })).toEqual([3]);
  });
});

describe('timed words', () => {
  const window = layWindow(
    [
      { start: 16_000, end: 32_000 },
      { start: 80_000, end: 96_000 },
    ],
    { from: 0, to: 200_000 },
  );
  const word = (text: string, token: number): HeardWord => ({
    text,
    first: token,
    end: token + 1,
    confidence: 0.9,
  });

  test('lie in the sound, in the piece they were said in, and make one segment a pause', () => {
    const words = [word('état', 0), word('stable.', 1), word('Conclusion', 2)];
    expect(timedSegments(words, [0.2, 0.7, 1.5, 2.6], window)).toEqual([
      {
        start: 0.8,
        end: 2.2,
        words: [
          { text: 'état', start: 1, end: 1.5, confidence: 0.9 },
          { text: 'stable.', start: 1.5, end: 2.2, confidence: 0.9 },
        ],
      },
      {
        start: 4.8,
        end: 6.2,
        words: [{ text: 'Conclusion', start: 4.9, end: 6, confidence: 0.9 }],
      },
    ]);
  });

  test('are repaired: in order, without overlap, never negative, never empty in the middle', () => {
    const words = ['a', 'b', 'c', 'd'].map(word);
    const heard = timedSegments(words, [0.5, 0.5, 0.5, 0.3, 0.2], window).flatMap(
      (segment) => segment.words,
    );
    heard.forEach((current, i) => {
      expect(current.end - current.start).toBeCloseTo(0.04);
      if (i > 0) expect(current.start).toBeGreaterThanOrEqual(heard[i - 1]!.end);
    });
  });

  test('leave room for each other at the end of their piece', () => {
    const words = ['a', 'b', 'c'].map(word);
    const [segment] = timedSegments(words, [1, 1.39, 1.4, 1.4], {
      ...window,
      pieces: [window.pieces[0]],
    });
    expect(segment?.words.map(({ start, end }) => [start, end])).toEqual([
      [1.8, 2.12],
      [2.12, 2.16],
      [2.16, 2.2],
    ]);
    const crowd = Array.from({ length: 100 }, (_, i) => word(`${i}`, i));
    const crowded = timedSegments(
      crowd,
      crowd.map(() => 1.4),
      window,
    ).flatMap((heard) => heard.words);
    crowded.forEach(({ start, end }) => expect(end).toBeGreaterThan(start));
  });
});
