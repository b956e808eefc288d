/** Why a file gives no sound. `truncated` here means that nothing whole was left of it. */
export type SoundFailureKind =
  'empty' | 'not-sound' | 'truncated' | 'protected' | 'too-long' | 'unreadable' | 'cancelled';

export interface SoundFailure {
  readonly ok: false;
  readonly kind: SoundFailureKind;
}

export const soundFailure = (kind: SoundFailureKind): SoundFailure => ({ ok: false, kind });

/** A stretch of decoded sound, all channels mixed to one, at the rate of the file. */
export interface DecodedStretch {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
  /** When it is heard, in seconds from the start of the file. */
  readonly startSeconds: number;
}

/** A file whose sound can be read from its start to its end, once. */
export interface OpenedSound {
  readonly ok: true;
  /** What the file says of itself; it may lie, or say nothing. */
  readonly declaredSeconds: number | undefined;
  /** Whether `declaredSeconds` is a promise of the file, not an estimate from its size. */
  readonly isDeclared: boolean;
  /** Gives the sound in order and returns whether the file was sound to its last byte. */
  read(): AsyncGenerator<DecodedStretch, boolean, void>;
  close(): void;
}

export type Opening = OpenedSound | SoundFailure;
