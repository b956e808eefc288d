import { SPEECH_RATE_HZ } from '../dossier/dictation';

/** Fine enough for one column a pixel on a 30-second window of 1,500 pixels. */
export const PEAKS_PER_SECOND = 50;

const SAMPLES_PER_PEAK = SPEECH_RATE_HZ / PEAKS_PER_SECOND;
const LOUDEST = 255;

/**
 * The waveform for the eye, measured while 16 kHz samples go by in pieces of any size:
 * the greatest absolute value of each 20 ms, 0 to 255.
 */
export class PeakMeter {
  #heights: number[] = [];
  #loudest = 0;
  #count = 0;

  push(samples: Float32Array): void {
    for (const sample of samples) {
      const loudness = Math.abs(sample);
      if (loudness > this.#loudest) this.#loudest = loudness;
      if (++this.#count === SAMPLES_PER_PEAK) this.#close();
    }
  }

  /** The peaks so far; the last one may stand for less than 20 ms. */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.#count > 0) this.#close();
    return Uint8Array.from(this.#heights);
  }

  #close(): void {
    this.#heights.push(Math.min(LOUDEST, Math.round(this.#loudest * LOUDEST)));
    this.#loudest = 0;
    this.#count = 0;
  }
}

/** The peaks of a whole piece of 16 kHz sound. */
export function peaksOf(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const meter = new PeakMeter();
  meter.push(samples);
  return meter.finish();
}

/** Peaks of pieces that follow each other; each but the last must be a whole number of 20 ms. */
export function joinPeaks(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

export interface Stretch {
  readonly startSeconds: number;
  readonly endSeconds: number;
}

/**
 * What to draw: `columns` heights in [0, 1], left to right, each the greatest peak of its share of the stretch.
 * A column beyond the end of the sound is 0.
 */
export function columnsOf(peaks: Uint8Array, stretch: Stretch, columns: number): Float32Array {
  const heights = new Float32Array(columns);
  const first = stretch.startSeconds * PEAKS_PER_SECOND;
  const perColumn = ((stretch.endSeconds - stretch.startSeconds) * PEAKS_PER_SECOND) / columns;
  for (let column = 0; column < columns; column++) {
    const from = Math.floor(first + column * perColumn);
    const to = Math.max(from + 1, Math.ceil(first + (column + 1) * perColumn));
    const share = peaks.subarray(Math.max(0, from), Math.max(0, to));
    heights[column] = share.reduce((highest, peak) => Math.max(highest, peak), 0) / LOUDEST;
  }
  return heights;
}
