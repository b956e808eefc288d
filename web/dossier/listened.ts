/** What one person really listened to of a dictation; kept under the identifier of the person. */
export interface Listened {
  readonly format: 1;
  /** Identifier of the person. */
  readonly by: string;
  /** Seconds of the sound, in order, never touching. */
  readonly played: readonly { readonly start: number; readonly end: number }[];
}
