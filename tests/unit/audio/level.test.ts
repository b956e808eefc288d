import { describe, expect, test } from 'vitest';
import {
  FRESH_WATCH,
  type Level,
  type LevelState,
  measureLevel,
  watchLevel,
} from '../../../web/audio/level';
import { tone } from './tones';

const BLOCK_SECONDS = 0.1;

interface Stretch {
  readonly seconds: number;
  readonly db: number;
  readonly clipped?: boolean;
}

/** Speech as a meter sees it: four blocks of voice, one of the room behind it. */
const voice = (seconds: number, db: number): Stretch[] =>
  Array.from({ length: Math.round(seconds / 0.5) }, () => [
    { seconds: 0.4, db },
    { seconds: 0.1, db: -60 },
  ]).flat();
const room = (seconds: number): Stretch => ({ seconds, db: -60 });
const muted = (seconds: number): Stretch => ({ seconds, db: -120 });

/** The states one after the other, each named once. */
function statesOf(...stretches: Stretch[]): LevelState[] {
  let watch = FRESH_WATCH;
  const states: LevelState[] = [];
  for (const { seconds, db, clipped = false } of stretches) {
    const level: Level = { rmsDb: db, peakDb: Math.min(0, db + 12), clipped };
    for (let block = 0; block < Math.round(seconds / BLOCK_SECONDS); block++) {
      watch = watchLevel(watch, level, BLOCK_SECONDS);
      if (states.at(-1) !== watch.state) states.push(watch.state);
    }
  }
  return states;
}

describe('a block', () => {
  test('of a full sine is -3 dBFS, its peak 0', () => {
    const level = measureLevel(
      tone({ hertz: 440, seconds: 0.1, sampleRateHz: 48_000, amplitude: 0.98 }),
    );
    expect(level.rmsDb).toBeCloseTo(-3.19, 1);
    expect(level.peakDb).toBeCloseTo(-0.18, 1);
    expect(level.clipped).toBe(false);
  });

  test('is clipped when its wave is cut flat, not when one sample is loud', () => {
    const cut = tone({ hertz: 440, seconds: 0.1, sampleRateHz: 48_000, amplitude: 1.5 });
    expect(measureLevel(cut.map((sample) => Math.max(-1, Math.min(1, sample)))).clipped).toBe(true);
    expect(measureLevel(Float32Array.of(0, 1, 0, -1, 0)).clipped).toBe(false);
  });

  test('of nothing is -120 dBFS', () => {
    expect(measureLevel(new Float32Array(4800))).toEqual({
      rmsDb: -120,
      peakDb: -120,
      clipped: false,
    });
  });
});

describe('the meter', () => {
  test('is content with a voice of -25 dBFS, pauses included', () => {
    expect(statesOf(room(1), ...voice(5, -25), room(10), ...voice(5, -25))).toEqual(['good']);
  });

  test('says too quiet of a far voice, and does not take it back in a pause', () => {
    expect(statesOf(room(1), ...voice(3, -46), room(8))).toEqual(['good', 'too-quiet']);
  });

  test('needs more to be content again than it needed to complain', () => {
    const complaint = [room(1), ...voice(3, -46)];
    expect(statesOf(...complaint, ...voice(6, -40))).toEqual(['good', 'too-quiet']);
    expect(statesOf(room(1), ...voice(6, -40))).toEqual(['good']);
    expect(statesOf(...complaint, ...voice(6, -30))).toEqual(['good', 'too-quiet', 'good']);
  });

  test('says silent of a muted microphone after 2.5 s, not of a quiet room', () => {
    expect(statesOf(muted(2))).toEqual(['good']);
    expect(statesOf(muted(3), room(1))).toEqual(['good', 'silent', 'good']);
    expect(statesOf(room(20))).toEqual(['good']);
  });

  test('says clipped for two seconds after the last cut wave', () => {
    const shout: Stretch = { seconds: 0.1, db: -3, clipped: true };
    expect(statesOf(...voice(2, -25), shout, ...voice(1.5, -25))).toEqual(['good', 'clipped']);
    expect(statesOf(...voice(2, -25), shout, ...voice(3, -25))).toEqual([
      'good',
      'clipped',
      'good',
    ]);
  });
});
