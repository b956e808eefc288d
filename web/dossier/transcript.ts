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
  /** Stretches of voice that no word was written for, in seconds of the sound; absent where none was looked for. */
  readonly untold?: readonly { readonly start: number; readonly end: number }[];
  /** Where recognition goes on after this window, in samples at 16 kHz. */
  readonly nextSample: number;
  /** Identifier of the model that heard it. */
  readonly model: string;
}

/** Where recognition takes up again: after the last stored window. */
export const resumeSample = (windows: readonly TranscriptWindow[]): number =>
  windows.at(-1)?.nextSample ?? 0;

/** What has been heard of a dictation so far. */
export interface HeardTranscript {
  readonly windows: readonly TranscriptWindow[];
  /** Nothing more will be heard. */
  readonly isComplete: boolean;
}
