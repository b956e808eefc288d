import { openContainer } from './container';
import { type OpenedSound, type Opening, soundFailure, type SoundFailure } from './opened-sound';
import { PeakMeter } from './peaks';
import { SPEECH_RATE_HZ } from '../dossier/dictation';
import { openShortFile } from './short-file';
import { isConvertible } from './resampler';
import { looksLikeSound } from './signature';
import { PieceCutter, SpeechStream } from './speech-stream';
import { answerOf } from './stall';
import { isWav } from './wav';
import { openWavFile } from './wav-file';

/** A piece of sound for the recognition: 16 kHz, mono, `index` from 0. All but the last have one length. */
export interface SpeechPiece {
  readonly index: number;
  readonly startSeconds: number;
  readonly samples: Float32Array<ArrayBuffer>;
}

export interface DecodedSound {
  readonly ok: true;
  readonly seconds: number;
  /** As in `peaks.ts`: 50 a second, 0 to 255. */
  readonly peaks: Uint8Array<ArrayBuffer>;
  /** False when the file was cut short or damaged and only what is whole was kept. */
  readonly isWhole: boolean;
}

export type Decoding = DecodedSound | SoundFailure;

export interface Progress {
  readonly seconds: number;
  /** Undefined where the file does not say how long it is. */
  readonly ofSeconds: number | undefined;
}

export interface DecodeOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Length of the pieces; 10 s. */
  readonly pieceSeconds?: number;
  /** Longer files are refused as `too-long`; 4 hours. */
  readonly maxSeconds?: number;
}

const PIECE_SECONDS = 10;
const MAX_SECONDS = 4 * 3600;
/** A promise of the header is broken when more than this is missing: paddings of encoders stay far below. */
const MISSING_SECONDS = 0.5;
const MISSING_SHARE = 0.005;

/** Forty megabytes are decoded in one go, on whatever computer. */
const WHOLE_FILE_SECONDS = 120;

async function openSound(file: Blob): Promise<Opening> {
  if (file.size === 0) return soundFailure('empty');
  const opening = (await isWav(file)) ? await openWavFile(file) : await openContainer(file);
  if (opening !== undefined && (opening.ok || opening.kind !== 'unreadable')) return opening;
  const last = await answerOf(openShortFile(file), WHOLE_FILE_SECONDS);
  if (last?.ok) return last;
  return soundFailure((await looksLikeSound(file)) ? 'unreadable' : 'not-sound');
}

/**
 * Decodes a file piece by piece: a file of any length never has more than a few seconds of its samples in memory
 * (but for files that only the browser itself can read, which are limited in size). What it returns at the end tells
 * how it went; an abort is the failure `cancelled`.
 */
export async function* decodeSound(
  signal: AbortSignal,
  file: Blob,
  options: DecodeOptions = {},
): AsyncGenerator<SpeechPiece, Decoding, void> {
  if (signal.aborted) return soundFailure('cancelled');
  const opening = await openSound(file);
  if (!opening.ok) return opening;
  try {
    const { maxSeconds = MAX_SECONDS } = options;
    if (opening.isDeclared && (opening.declaredSeconds ?? 0) > maxSeconds) {
      return soundFailure('too-long');
    }
    return yield* readSound(signal, opening, { ...options, maxSeconds });
  } finally {
    opening.close();
  }
}

async function* readSound(
  signal: AbortSignal,
  sound: OpenedSound,
  { onProgress, pieceSeconds = PIECE_SECONDS, maxSeconds = MAX_SECONDS }: DecodeOptions,
): AsyncGenerator<SpeechPiece, Decoding, void> {
  const stream = new SpeechStream();
  const cutter = new PieceCutter(Math.round(pieceSeconds * SPEECH_RATE_HZ));
  const meter = new PeakMeter();
  let index = 0;
  let count = 0;

  function* emitted(pieces: readonly Float32Array<ArrayBuffer>[]): Generator<SpeechPiece> {
    for (const samples of pieces) {
      const startSeconds = count / SPEECH_RATE_HZ;
      count += samples.length;
      meter.push(samples);
      onProgress?.({ seconds: count / SPEECH_RATE_HZ, ofSeconds: sound.declaredSeconds });
      yield { index: index++, startSeconds, samples };
    }
  }

  const stretches = sound.read();
  let step = await answerOf(stretches.next());
  let isBroken = false;
  try {
    for (; step && step.done !== true; step = await answerOf(stretches.next())) {
      if (signal.aborted) return soundFailure('cancelled');
      isBroken = !isConvertible(step.value.sampleRateHz);
      if (isBroken) break;
      yield* emitted(cutter.push(stream.push(step.value)));
      if (count > maxSeconds * SPEECH_RATE_HZ) return soundFailure('too-long');
    }
  } finally {
    const end = answerOf(stretches.return(false)).catch(() => undefined);
    // A decoder that has stopped answering, or makes no sense, may not answer to its end either.
    if (step && !isBroken) await end;
  }
  yield* emitted(cutter.push(stream.flush()));
  yield* emitted(cutter.flush());
  if (signal.aborted) return soundFailure('cancelled');

  const seconds = count / SPEECH_RATE_HZ;
  const missing = sound.isDeclared ? (sound.declaredSeconds ?? 0) - seconds : 0;
  const isShort = missing > Math.max(MISSING_SECONDS, MISSING_SHARE * seconds);
  const isToTheEnd = step?.done === true && step.value;
  if (count === 0 && isBroken) return soundFailure('unreadable');
  if (count === 0) return soundFailure(isShort || !isToTheEnd ? 'truncated' : 'empty');
  return { ok: true, seconds, peaks: meter.finish(), isWhole: isToTheEnd && !isShort };
}
