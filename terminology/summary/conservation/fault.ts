import type { Passage, Risk } from '../../rules/finding';
import type { Sentence } from '../reading';

export type FaultKind =
  | 'drug'
  | 'dose'
  | 'drug-change'
  | 'number'
  | 'date'
  | 'side'
  | 'negation'
  | 'certainty'
  | 'subject'
  | 'diagnosis';

/** Something a summary says that its report does not. */
export interface Unsupported {
  readonly kind: FaultKind;
  readonly risk: Risk;
  /** Why, in one French sentence. */
  readonly message: string;
  /** `paragraph` is the line of the summary. */
  readonly inSummary: Passage;
  /** What the report says of it; undefined where it says nothing. */
  readonly inReport: Passage | undefined;
}

const RISKS: Readonly<Record<FaultKind, Risk>> = {
  drug: 2,
  'drug-change': 2,
  dose: 3,
  number: 3,
  date: 3,
  side: 4,
  negation: 5,
  certainty: 5,
  subject: 5,
  diagnosis: 7,
};

interface Span {
  readonly from: number;
  readonly to: number;
}

export const passage = (
  { paragraph }: Pick<Sentence, 'paragraph'>,
  { from, to }: Span,
): Passage => ({
  paragraph,
  from,
  to,
});

/** The words of a span as they stand in its sentence. */
export const quoted = (sentence: Sentence, { from, to }: Span): string =>
  sentence.text.slice(from - sentence.from, to - sentence.from);

export const fault = (
  kind: FaultKind,
  message: string,
  inSummary: Passage,
  inReport?: Passage,
): Unsupported => ({ kind, risk: RISKS[kind], message, inSummary, inReport });
