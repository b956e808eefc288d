import { groupedBy } from '../../terminology/grouped-by';
import type { Risk } from '../../terminology/rules/finding';

/** What a person decided about a finding. */
export interface Verdict {
  readonly findingId: string;
  /** The passage as it stood. */
  readonly text: string;
  readonly risk: Risk;
  /** `accepted`: a fix was written; `kept`: it stays as it is. */
  readonly decision: 'accepted' | 'kept';
  /** Identifier of the person. */
  readonly by: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The sound of the whole passage was really played. */
  readonly listened: boolean;
}

/** Decisions by what they were about. */
export const decisionsOf = (
  verdicts: readonly Verdict[],
): ReadonlyMap<string, readonly Verdict[]> => groupedBy(verdicts, ({ findingId }) => findingId);

/** Drug, dose, side, negation: seen only when heard, or written by hand. */
const TO_BE_HEARD: readonly Risk[] = [2, 3, 4, 5];

const mustBeHeard = (risk: Risk): boolean => TO_BE_HEARD.includes(risk);

/** A passage as it stands now; without sound where a person typed it. */
export interface Passage {
  readonly id: string;
  readonly text: string;
  readonly risk: Risk;
  readonly hasSound: boolean;
}

/** Whether keeping a passage may count, as far as it was listened to. */
export const mayKeep = ({ risk, hasSound }: Passage, listened: boolean): boolean =>
  listened || !hasSound || !mustBeHeard(risk);

/** Whether a decision settles this finding: kept, for the same reason, with the same words. */
export const settles = ({ findingId, text, decision, listened }: Verdict, passage: Passage) =>
  decision === 'kept' &&
  findingId === passage.id &&
  text === passage.text &&
  mayKeep(passage, listened);
