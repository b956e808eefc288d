/** Proof that something was erased; it names nobody. */
export interface Erasure {
  readonly format: 1;
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly what: 'patient' | 'dictation' | 'sound';
  /** The random identifier of what was erased. */
  readonly subjectId: string;
  /** Dictations erased, or that lost their sound. */
  readonly dictationCount: number;
  readonly why: 'asked' | 'bin' | 'settled';
}
