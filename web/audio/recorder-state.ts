import { FRESH_WATCH, type Level, type LevelState } from './level';
import type { Microphone, MicrophoneFailureKind } from './microphone';
import type { RecordedPiece } from './take-cutter';
import type { Edit } from '../dossier/timeline';

/**
 * Why a recording stands still. `asked`: a person paused it. `unplugged`: the microphone is gone. `interrupted`: the
 * browser or another program took the sound away. `asleep`: the machine slept, its lid was closed. `frozen`: the page
 * was put aside by the browser. `storage`: pieces cannot be written and too many wait.
 */
export type PauseReason = 'asked' | 'unplugged' | 'interrupted' | 'asleep' | 'frozen' | 'storage';

/** Why a recording could not begin; `elsewhere`: another tab is recording; `other-dictation`: this one, another dictation. */
export type StartFailureKind = MicrophoneFailureKind | 'elsewhere' | 'no-room' | 'other-dictation';

export type RecorderPhase =
  | { readonly name: 'idle' }
  | { readonly name: 'starting' }
  | { readonly name: 'recording' }
  | { readonly name: 'paused'; readonly reason: PauseReason }
  | { readonly name: 'stopping' };

export interface RecorderState {
  readonly phase: RecorderPhase;
  /** Recorded since `start`, pauses left out. */
  readonly seconds: number;
  /** Undefined while nothing is heard. */
  readonly level: Level | undefined;
  readonly levelState: LevelState;
  readonly microphone: Microphone | undefined;
  /** False when another microphone stands in for the chosen one. */
  readonly isChosenMicrophone: boolean;
  /** Pieces that could not be stored yet because writing fails; 0 when all is well. */
  readonly unwritten: number;
}

export const IDLE: RecorderState = {
  phase: { name: 'idle' },
  seconds: 0,
  level: undefined,
  levelState: FRESH_WATCH.state,
  microphone: undefined,
  isChosenMicrophone: true,
  unwritten: 0,
};

/** Where a recording is kept. Both may be called again with the same content after a failure: they must be idempotent. */
export interface PieceSink {
  /** Comes before the first piece of the take; see `timeline.ts`. */
  beginTake(edit: Edit): Promise<void>;
  /** Resolves when the piece would survive the death of the tab. */
  write(piece: RecordedPiece): Promise<void>;
}
