import { describe, expect, test } from 'vitest';
import {
  movedIn,
  playlistOf,
  pointedAt,
  secondsLeft,
  stretchAt,
} from '../../../web/audio/playlist';

const span = (start: number, end: number) => ({ start, end });
const rounded = (list: readonly { start: number; end: number }[]) =>
  list.map(({ start, end }) => [Number(start.toFixed(2)), Number(end.toFixed(2))]);

describe('a playlist', () => {
  test('gives each passage a run-up and a run-out, in the order of the sound', () => {
    expect(rounded(playlistOf([span(10, 11), span(3, 4)], 60))).toEqual([
      [2.8, 4.2],
      [9.8, 11.2],
    ]);
  });

  test('joins what would leave out too little, and what lies inside something longer', () => {
    expect(rounded(playlistOf([span(3, 4), span(4.6, 5), span(3.2, 3.4)], 60))).toEqual([
      [2.8, 5.2],
    ]);
  });

  test('stays inside the sound', () => {
    expect(rounded(playlistOf([span(0.1, 0.5), span(9.5, 10), span(12, 13)], 10))).toEqual([
      [0, 0.7],
      [9.3, 10],
    ]);
    expect(playlistOf([], 10)).toEqual([]);
  });

  const list = [span(2, 4), span(10, 11), span(20, 25)];

  test('says what is played at a moment, and how much is left', () => {
    expect(stretchAt(list, 3)).toEqual(span(2, 4));
    expect(stretchAt(list, 4)).toEqual(span(10, 11));
    expect(stretchAt(list, 25)).toBeUndefined();
    expect([0, 3, 10.5, 22, 30].map((at) => secondsLeft(list, at))).toEqual([8, 7, 5.5, 3, 0]);
  });

  test('goes back and forth as it is heard, over what is left out', () => {
    expect(movedIn(list, 20.5, -1)).toBe(10.5);
    expect(movedIn(list, 20.5, -100)).toBe(2);
    expect(movedIn(list, 3.5, 1)).toBe(10.5);
    expect(movedIn(list, 24, 100)).toBe(25);
  });

  test('who points between two stretches hears on from there', () => {
    expect(pointedAt(list, 6)).toEqual([span(2, 4), span(6, 11), span(20, 25)]);
    expect(pointedAt(list, 10.5)).toBe(list);
    expect(pointedAt(list, 30)).toBeUndefined();
  });
});
