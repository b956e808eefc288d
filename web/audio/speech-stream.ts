import type { DecodedStretch } from './opened-sound';
import { Resampler } from './resampler';
import { SPEECH_RATE_HZ } from '../dossier/dictation';
import { concatenate } from './samples';

/** Clocks of containers are coarse (1 ms in webm); what is under this is no gap. */
const CLOCK_TOLERANCE_SECONDS = 0.05;

/**
 * Turns decoded stretches into one unbroken stream of 16 kHz mono. A hole between two stretches (a recorder that
 * left silence out, a damaged packet) becomes silence and an overlap is dropped, so that a moment of the stream is
 * that moment of the file.
 */
export class SpeechStream {
  #resampler: Resampler | undefined;
  #rateHz = 0;
  /** End of what was pushed, in seconds of the file. */
  #end = 0;

  push({ samples, sampleRateHz, startSeconds }: DecodedStretch): Float32Array {
    const gap = startSeconds - this.#end;
    const shift = Math.abs(gap) > CLOCK_TOLERANCE_SECONDS ? Math.round(gap * sampleRateHz) : 0;
    const fresh = samples.subarray(Math.min(samples.length, Math.max(0, -shift)));
    const silence = new Float32Array(Math.max(0, shift));
    this.#end += (silence.length + fresh.length) / sampleRateHz;

    const before = this.#rateHz === sampleRateHz ? [] : [this.#begin(sampleRateHz)];
    const parts = [silence, fresh].filter((part) => part.length > 0);
    return concatenate([...before, ...parts.map((part) => this.#converted(part))]);
  }

  /** The last milliseconds. */
  flush(): Float32Array {
    return this.#resampler?.flush() ?? new Float32Array(0);
  }

  #converted(part: Float32Array): Float32Array {
    return this.#resampler?.push(part) ?? part;
  }

  /** Files exist whose rate changes on the way (chained Ogg streams). */
  #begin(sampleRateHz: number): Float32Array {
    const rest = this.flush();
    this.#resampler = new Resampler(sampleRateHz, SPEECH_RATE_HZ);
    this.#rateHz = sampleRateHz;
    return rest;
  }
}

/** Cuts a stream into pieces of one length; the last may be shorter. */
export class PieceCutter {
  readonly #length: number;
  #waiting: Float32Array[] = [];
  #count = 0;

  constructor(length: number) {
    this.#length = length;
  }

  push(samples: Float32Array): readonly Float32Array<ArrayBuffer>[] {
    this.#waiting.push(samples);
    this.#count += samples.length;
    if (this.#count < this.#length) return [];
    const whole = concatenate(this.#waiting);
    const pieces = Array.from({ length: Math.floor(whole.length / this.#length) }, (_, index) =>
      whole.slice(index * this.#length, (index + 1) * this.#length),
    );
    const rest = whole.slice(pieces.length * this.#length);
    this.#waiting = [rest];
    this.#count = rest.length;
    return pieces;
  }

  flush(): readonly Float32Array<ArrayBuffer>[] {
    const rest = concatenate(this.#waiting).slice();
    this.#waiting = [];
    this.#count = 0;
    return rest.length === 0 ? [] : [rest];
  }
}
