import { peaksOf } from './peaks';
import { Resampler } from './resampler';
import { SPEECH_RATE_HZ } from '../dossier/dictation';
import { toInt16 } from './samples';

/**
 * The original of a recording is 16-bit PCM at 48 kHz and not Opus from a MediaRecorder: a MediaRecorder stores one
 * stream per start whose parts cannot be cut, so inserting, overwriting and pausing would each need decoding and a new
 * encoding, and its clock is not that of the samples which are recognised. PCM costs 96 kB a second on the disk, and in
 * return any half second can be lost, cut or joined without touching another, to the sample.
 */
export const ORIGINAL_RATE_HZ = 48_000;

const RATIO = ORIGINAL_RATE_HZ / SPEECH_RATE_HZ;

/** Half a second: with the block in progress and the write, a killed tab stays under one second of loss. */
export const PIECE_SAMPLES = SPEECH_RATE_HZ / 2;

/** The same stretch of time twice: as it was said, and as the recognition wants it. */
export interface RecordedPiece {
  readonly takeId: string;
  /** From 0 in each take; every piece but the last of a take holds `PIECE_SAMPLES` of speech. */
  readonly index: number;
  /** 16 kHz mono. */
  readonly speech: Int16Array<ArrayBuffer>;
  /** 48 kHz mono, exactly three samples for one of speech. */
  readonly original: Int16Array<ArrayBuffer>;
  /** As in `peaks.ts`. */
  readonly peaks: Uint8Array<ArrayBuffer>;
}

/** Samples waiting for the rest of their piece. */
class Backlog {
  #samples = new Float32Array(0);

  get length(): number {
    return this.#samples.length;
  }

  add(more: Float32Array): void {
    const all = new Float32Array(this.#samples.length + more.length);
    all.set(this.#samples);
    all.set(more, this.#samples.length);
    this.#samples = all;
  }

  /** The first `length` samples, with silence behind if there are fewer. */
  take(length: number): Float32Array {
    const taken = new Float32Array(length);
    taken.set(this.#samples.subarray(0, length));
    this.#samples = this.#samples.slice(length);
    return taken;
  }
}

/** Cuts the blocks of one take into pieces to store. */
export class TakeCutter {
  readonly takeId: string;
  readonly #toOriginal: Resampler;
  readonly #toSpeech = new Resampler(ORIGINAL_RATE_HZ, SPEECH_RATE_HZ);
  readonly #original = new Backlog();
  readonly #speech = new Backlog();
  #index = 0;
  #length = 0;

  constructor(takeId: string, sampleRateHz: number) {
    this.takeId = takeId;
    this.#toOriginal = new Resampler(sampleRateHz, ORIGINAL_RATE_HZ);
  }

  /** Samples of speech heard so far, those of the piece in progress included. */
  get length(): number {
    return this.#length + this.#speech.length;
  }

  push(block: Float32Array): readonly RecordedPiece[] {
    this.#add(this.#toOriginal.push(block));
    const pieces: RecordedPiece[] = [];
    while (this.#speech.length >= PIECE_SAMPLES) pieces.push(this.#cut(PIECE_SAMPLES));
    return pieces;
  }

  /** The end of the take: what is left, if anything. */
  flush(): readonly RecordedPiece[] {
    this.#add(this.#toOriginal.flush());
    this.#speech.add(this.#toSpeech.flush());
    const pieces: RecordedPiece[] = [];
    while (this.#speech.length > 0) {
      pieces.push(this.#cut(Math.min(PIECE_SAMPLES, this.#speech.length)));
    }
    return pieces;
  }

  #add(original: Float32Array): void {
    this.#original.add(original);
    this.#speech.add(this.#toSpeech.push(original));
  }

  #cut(length: number): RecordedPiece {
    const speech = this.#speech.take(length);
    this.#length += length;
    return {
      takeId: this.takeId,
      index: this.#index++,
      speech: toInt16(speech),
      original: toInt16(this.#original.take(length * RATIO)),
      peaks: peaksOf(speech),
    };
  }
}
