/** What can go wrong in a way the user can act on; anything else is a bug and is thrown. */
export type FailureKind =
  | 'cancelled'
  | 'damaged-model'
  | 'missing-model'
  | 'no-speech'
  | 'out-of-memory'
  | 'unsupported-sound'
  | 'worker-died';

export interface Failure {
  readonly ok: false;
  readonly kind: FailureKind;
  /** For the developer; never shown, never contains what was said. */
  readonly detail: string;
}

export interface Success<T> {
  readonly ok: true;
  readonly value: T;
}

/** An expected failure is a value, so that it crosses a worker boundary whole. */
export type Outcome<T> = Success<T> | Failure;

export const success = <T>(value: T): Success<T> => ({ ok: true, value });

export const failure = (kind: FailureKind, detail = ''): Failure => ({ ok: false, kind, detail });
