import type { Segment } from '../../terminology/word';

/** One recognised window; never changed once stored. Times are seconds from the start of the sound. */
export interface TranscriptWindow {
  readonly format: 1;
  readonly dictationId: string;
  /** Position among the windows of the dictation, from 0. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
  /** Where recognition goes on after this window, in samples at 16 kHz. */
  readonly nextSample: number;
  /** Identifier of the model that heard it. */
  readonly model: string;
}

/** Where recognition takes up again: after the last stored window. */
export const resumeSample = (windows: readonly TranscriptWindow[]): number =>
  windows.at(-1)?.nextSample ?? 0;
