import type { Risk } from '../../terminology/rules/finding';

/** What a person decided about a finding; the passage may be changed, found again and decided again. */
export interface Verdict {
  readonly format: 1;
  readonly findingId: string;
  /** The passage as it stood. */
  readonly text: string;
  readonly risk: Risk;
  /** `accepted`: a fix was written; `kept`: it stays as it is; `typed`: a person wrote over it. */
  readonly decision: 'accepted' | 'kept' | 'typed';
  /** Identifier of the person. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The sound of the whole passage was really played. */
  readonly listened: boolean;
}

/** Drug, dose, side, negation: seen only when heard, or written by hand. */
const TO_BE_HEARD: readonly Risk[] = [2, 3, 4, 5];

export const mustBeHeard = (risk: Risk): boolean => TO_BE_HEARD.includes(risk);

/** Whether keeping a passage may count, as far as it was listened to. */
export const mayKeep = (
  finding: { readonly risk: Risk; readonly hasSound: boolean },
  listened: boolean,
): boolean => listened || !finding.hasSound || !mustBeHeard(finding.risk);

/** Whether a decision settles this finding: the same thing, said of the same words. */
export const settles = (
  { findingId, text, decision, listened, risk }: Verdict,
  finding: { readonly id: string; readonly text: string; readonly hasSound: boolean },
): boolean =>
  findingId === finding.id &&
  text === finding.text &&
  (decision !== 'kept' || mayKeep({ risk, hasSound: finding.hasSound }, listened));
