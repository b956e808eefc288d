import type { DocumentType } from '../../terminology/spoken/document-types';
import type { Edit } from './timeline';

/** The rate at which speech is recognised; every stored sample count is at this rate. */
export const SPEECH_RATE_HZ = 16_000;

/** Why a dictation stopped on its way; the sentences are in `words/`. */
export type DictationFailure =
  | 'cancelled'
  | 'damaged-model'
  | 'missing-model'
  | 'no-speech'
  | 'out-of-memory'
  | 'unsupported-sound'
  | 'worker-died'
  | 'storage-full';

/**
 * `importing | recording ⇄ paused → recorded → transcribing → drafted → in-review ⇄ queried → to-sign ⇄ returned →
 * signed → filed`. What a person may do from `drafted` on is in `life.ts`.
 */
export type DictationState =
  | { readonly phase: 'importing' }
  | { readonly phase: 'recording' }
  /** Recording stands still: paused, or its tab was closed. */
  | { readonly phase: 'paused'; readonly wasCut: boolean }
  | { readonly phase: 'recorded' }
  | { readonly phase: 'transcribing' }
  | { readonly phase: 'drafted' }
  | { readonly phase: 'failed'; readonly reason: DictationFailure }
  | { readonly phase: ReviewPhase };

/** Stages of the work of people. */
export type ReviewPhase =
  | 'in-review'
  /** A question waits for the doctor. */
  | 'queried'
  | 'to-sign'
  /** The doctor sent it back with a word. */
  | 'returned'
  | 'signed'
  | 'filed';

export type Phase = DictationState['phase'];

/** A change of state: who, when, from, to, why. */
export interface Stage {
  readonly from: Phase;
  readonly to: Phase;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Identifier of the person; absent where the machine did it. */
  readonly by?: string;
  /** What the person wrote: a word to the secretary, or why something open was passed over. */
  readonly reason?: string;
}

/** What is played: the file as it came, or the takes of a recording and how they were put together. */
export type OriginalSound =
  | { readonly kind: 'file'; readonly mimeType: string; readonly bytes: number }
  | { readonly kind: 'takes'; readonly edits: readonly Edit[] };

export interface Dictation {
  readonly format: 1;
  readonly id: string;
  /** May name a patient: content, never an index or a title. */
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly priority: 'normal' | 'urgent';
  readonly origin: 'recorded' | 'imported' | 'sample';
  /** What it becomes; names its sections. */
  readonly documentType?: DocumentType;
  readonly original: OriginalSound;
  /** Length of the sound at {@link SPEECH_RATE_HZ}; grows while importing or recording. */
  readonly sampleCount: number;
  /** The sound ends before it should: a truncated file, a closed tab. */
  readonly cutShort: boolean;
  readonly state: DictationState;
  /** Every change of state, in order; absent in dictations made before they were kept. */
  readonly stages?: readonly Stage[];
  /** The doctor who dictated, see `author.ts`; empty or absent for nobody. */
  readonly authorId?: string;
  /** When it is wanted; milliseconds since 1970, 0 or absent where nobody said. */
  readonly dueAt?: number;
  /** Findings and questions still open when the report was last looked at. */
  readonly open?: { readonly findings: number; readonly queries: number };
  /** Whom it is about; without, it waits to be attached. */
  readonly patientId?: string | undefined;
  /** When its sound was erased for good; the transcript and the report stay. */
  readonly soundPurgedAt?: number;
  /** When it was put aside; it can be brought back until it is purged. */
  readonly deletedAt?: number;
}

/** The dictation in another state, with the change recorded. */
export function entered(
  dictation: Dictation,
  state: DictationState,
  stage: Pick<Stage, 'at' | 'by' | 'reason'>,
): Dictation {
  if (state.phase === dictation.state.phase) return { ...dictation, state };
  const change = { from: dictation.state.phase, to: state.phase, ...stage };
  return { ...dictation, state, stages: [...(dictation.stages ?? []), change] };
}

const STILL_HEARING: readonly Phase[] = [
  'importing',
  'recording',
  'paused',
  'recorded',
  'transcribing',
];

/** False while the machine may still hear something of it. */
export const isHeard = ({ phase }: DictationState): boolean => !STILL_HEARING.includes(phase);

/** Sound can only be added to, or closed for, a dictation that nothing has heard yet. */
export const isBeingDictated = ({ state }: Dictation): boolean =>
  state.phase === 'recording' || state.phase === 'paused';

/** Identifiers under which sound of this dictation is stored. */
export const soundIds = ({ id, original }: Dictation): readonly string[] =>
  original.kind === 'takes' ? original.edits.map(({ takeId }) => takeId) : [id];

export const durationSeconds = ({ sampleCount }: Pick<Dictation, 'sampleCount'>): number =>
  sampleCount / SPEECH_RATE_HZ;

/** Urgent first, then the newest: what a person just asked for is what she waits for. */
export function byUrgency(a: Dictation, b: Dictation): number {
  if (a.priority !== b.priority) return a.priority === 'urgent' ? -1 : 1;
  return b.createdAt - a.createdAt;
}

/** Milliseconds since 1970 of "2026-11-22" here: without a time the language takes a day for one of Greenwich. */
export const startOfDay = (day: string): number => new Date(`${day}T00:00`).getTime();

/** Day of the dictation where it was made: "2026-11-22". */
export function dayOf({ createdAt }: Pick<Dictation, 'createdAt'>): string {
  const date = new Date(createdAt);
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
}
