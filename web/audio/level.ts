/** Loudness of one block in dBFS: 0 is the loudest a sample can be; -120 stands for digital silence. */
export interface Level {
  readonly rmsDb: number;
  readonly peakDb: number;
  /** Three samples in a row at the limit: the wave was cut, not just loud. */
  readonly clipped: boolean;
}

export type LevelState = 'good' | 'too-quiet' | 'clipped' | 'silent';

const FLOOR_DB = -120;
const LIMIT = 0.985;
const SAMPLES_IN_A_ROW = 3;

const decibels = (amplitude: number): number =>
  Math.max(FLOOR_DB, 20 * Math.log10(Math.max(amplitude, Number.MIN_VALUE)));

/** @param block samples in [-1, 1]; about 100 ms of them. */
export function measureLevel(block: Float32Array): Level {
  let energy = 0;
  let peak = 0;
  let row = 0;
  let longestRow = 0;
  for (const sample of block) {
    const amplitude = Math.abs(sample);
    energy += sample * sample;
    if (amplitude > peak) peak = amplitude;
    row = amplitude >= LIMIT ? row + 1 : 0;
    if (row > longestRow) longestRow = row;
  }
  return {
    rmsDb: decibels(Math.sqrt(energy / Math.max(1, block.length))),
    peakDb: decibels(peak),
    clipped: longestRow >= SAMPLES_IN_A_ROW,
  };
}

/**
 * What the meter remembers. A doctor who pauses is not "too quiet": only blocks that stand out from the room by 10 dB
 * count as voice, and without voice the last verdict on it holds.
 */
export interface LevelWatch {
  readonly state: LevelState;
  /** Slow estimate of the room: falls at once, rises by 1 dB a second. */
  readonly roomDb: number;
  /** Loudness of the voice, smoothed over about a second of voice. */
  readonly voiceDb: number | undefined;
  readonly voiceTooQuiet: boolean;
  readonly silentSeconds: number;
  readonly secondsSinceClipped: number;
}

export const FRESH_WATCH: LevelWatch = {
  state: 'good',
  roomDb: 0,
  voiceDb: undefined,
  voiceTooQuiet: false,
  silentSeconds: 0,
  secondsSinceClipped: Number.POSITIVE_INFINITY,
};

const VOICE_ABOVE_ROOM_DB = 10;
const ROOM_RISE_DB_PER_SECOND = 1;
const VOICE_SMOOTHING_SECONDS = 1;
/** A close microphone gives a voice of -30 to -15 dBFS; under -42 the quantisation and the room get near. */
const TOO_QUIET_BELOW_DB = -42;
const LOUD_ENOUGH_ABOVE_DB = -37;
/** A muted or dead microphone; an open one in a quiet room stays above. */
const SILENT_BELOW_DB = -70;
const HEARD_ABOVE_DB = -64;
const SILENT_AFTER_SECONDS = 2.5;
const CLIPPED_FOR_SECONDS = 2;

/** The meter after one more block of `seconds`. Every warning is left at another level than it is entered. */
export function watchLevel(watch: LevelWatch, level: Level, seconds: number): LevelWatch {
  const hearsNothing = level.peakDb < (watch.state === 'silent' ? HEARD_ABOVE_DB : SILENT_BELOW_DB);
  // A muted microphone tells nothing about the room.
  const roomDb = hearsNothing
    ? watch.roomDb
    : Math.min(level.rmsDb, watch.roomDb + ROOM_RISE_DB_PER_SECOND * seconds);
  const isVoice = level.rmsDb > Math.max(roomDb + VOICE_ABOVE_ROOM_DB, HEARD_ABOVE_DB);
  const voiceDb = isVoice ? smoothed(watch.voiceDb, level.rmsDb, seconds) : watch.voiceDb;
  const quietBelow = watch.voiceTooQuiet ? LOUD_ENOUGH_ABOVE_DB : TOO_QUIET_BELOW_DB;
  const voiceTooQuiet = voiceDb !== undefined && voiceDb < quietBelow;
  const silentSeconds = hearsNothing ? watch.silentSeconds + seconds : 0;
  const secondsSinceClipped = level.clipped ? 0 : watch.secondsSinceClipped + seconds;

  const kept = { roomDb, voiceDb, voiceTooQuiet, silentSeconds, secondsSinceClipped };
  return { ...kept, state: verdict(kept) };
}

const smoothed = (before: number | undefined, now: number, seconds: number): number =>
  before === undefined
    ? now
    : before + (now - before) * Math.min(1, seconds / VOICE_SMOOTHING_SECONDS);

function verdict(watch: Omit<LevelWatch, 'state'>): LevelState {
  if (watch.secondsSinceClipped < CLIPPED_FOR_SECONDS) return 'clipped';
  if (watch.silentSeconds >= SILENT_AFTER_SECONDS) return 'silent';
  return watch.voiceTooQuiet ? 'too-quiet' : 'good';
}
