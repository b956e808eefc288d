import type { EditorJson } from './report';
import type { Move } from './life';

/** A moment of the report worth keeping whole; the draft is what the machine wrote, before any hand. */
export type Milestone = 'draft' | 'released' | 'returned' | 'signed';

export interface ReportVersion {
  readonly format: 1;
  /** The same for the same milestone made twice, so that one tried again is not kept twice. */
  readonly id: string;
  readonly milestone: Milestone;
  readonly document: EditorJson;
  /** Plain text as it is handed on. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Identifier of the person; absent for the draft. */
  readonly by?: string;
}

/** Moves that leave a version behind. */
export const MILESTONES: Readonly<Partial<Record<Move, Milestone>>> = {
  release: 'released',
  return: 'returned',
  sign: 'signed',
};

export const byTime = (versions: readonly ReportVersion[]): readonly ReportVersion[] =>
  [...versions].sort((a, b) => a.at - b.at);
