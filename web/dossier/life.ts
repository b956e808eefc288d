import { entered, type Dictation, type Phase, type ReviewPhase } from './dictation';
import { mayCorrect, maySign, type Person } from './person';

/** What a person may do with a dictation once there is a draft. */
export type Move =
  'take' | 'ask' | 'answer' | 'release' | 'recall' | 'return' | 'sign' | 'amend' | 'file';

/** What still stands between a report and its release. */
export interface Missing {
  /** The rules have looked through the text as it stands. */
  readonly isChecked: boolean;
  /** Open findings of risk 1 to 6. */
  readonly findings: number;
  readonly queries: number;
  readonly hasPatient: boolean;
  readonly hasText: boolean;
}

export const NOTHING_MISSING: Missing = {
  isChecked: true,
  findings: 0,
  queries: 0,
  hasPatient: true,
  hasText: true,
};

export interface Circumstances {
  readonly person: Person;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly missing: Missing;
  /** Empty where the person gave none. */
  readonly reason: string;
}

/** Why a move is not made; the sentences are in `words/life.ts`. */
export type Refusal =
  | { readonly kind: 'not-from-here'; readonly phase: Phase; readonly move: Move }
  | { readonly kind: 'not-your-role'; readonly move: Move }
  | { readonly kind: 'empty' }
  /** Passed over with a reason, which is kept. */
  | { readonly kind: 'missing'; readonly missing: Missing }
  | { readonly kind: 'reason-needed'; readonly move: Move };

interface Rule {
  readonly from: readonly Phase[];
  readonly to: ReviewPhase;
  readonly may: (person: Person) => boolean;
  readonly needsReason?: true;
  /** Nothing may be open unless a reason says why. */
  readonly needsWhole?: true;
}

const RULES: Readonly<Record<Move, Rule>> = {
  take: { from: ['drafted', 'returned'], to: 'in-review', may: mayCorrect },
  ask: { from: ['drafted', 'in-review', 'returned'], to: 'queried', may: mayCorrect },
  answer: { from: ['queried'], to: 'in-review', may: mayCorrect },
  release: {
    from: ['drafted', 'in-review', 'queried', 'returned'],
    to: 'to-sign',
    may: mayCorrect,
    needsWhole: true,
  },
  recall: { from: ['to-sign'], to: 'in-review', may: mayCorrect },
  return: { from: ['to-sign'], to: 'returned', may: maySign, needsReason: true },
  sign: { from: ['to-sign'], to: 'signed', may: maySign, needsWhole: true },
  amend: { from: ['signed', 'filed'], to: 'in-review', may: mayCorrect, needsReason: true },
  file: { from: ['signed'], to: 'filed', may: mayCorrect },
};

const isWhole = ({ isChecked, findings, queries, hasPatient }: Missing): boolean =>
  isChecked && findings === 0 && queries === 0 && hasPatient;

/** What keeps a person from this move now, or `undefined` where nothing does. */
export function refusal(
  { state }: Pick<Dictation, 'state'>,
  move: Move,
  { person, missing, reason }: Omit<Circumstances, 'at'>,
): Refusal | undefined {
  const rule = RULES[move];
  if (!rule.from.includes(state.phase)) return { kind: 'not-from-here', phase: state.phase, move };
  if (!rule.may(person)) return { kind: 'not-your-role', move };
  const hasReason = reason.trim() !== '';
  if (rule.needsWhole && !missing.hasText) return { kind: 'empty' };
  if (rule.needsWhole && !isWhole(missing) && !hasReason) return { kind: 'missing', missing };
  if (rule.needsReason && !hasReason) return { kind: 'reason-needed', move };
  return undefined;
}

/** The dictation after the move, with the move recorded; or why it is not made. */
export function moved(
  dictation: Dictation,
  move: Move,
  circumstances: Circumstances,
): Dictation | Refusal {
  const refused = refusal(dictation, move, circumstances);
  if (refused) return refused;
  const { person, at, reason } = circumstances;
  const why = reason.trim();
  const state = { phase: RULES[move].to };
  return entered(dictation, state, { at, by: person.id, ...(why && { reason: why }) });
}

export const isRefusal = (answer: Dictation | Refusal): answer is Refusal => 'kind' in answer;

/** Moves that start from this state, whoever asks. */
export const movesFrom = (phase: Phase): readonly Move[] =>
  (Object.keys(RULES) as Move[]).filter((move) => RULES[move].from.includes(phase));

/** After signature nothing is typed any more: what follows is another version. */
export const isLocked = ({ phase }: Dictation['state']): boolean =>
  phase === 'signed' || phase === 'filed';

/** How long a dictation has been in each stage, in milliseconds; a stage entered twice counts both times. */
export function waits(
  { createdAt, stages = [], state }: Dictation,
  now: number,
): ReadonlyMap<Phase, number> {
  const times = new Map<Phase, number>();
  const add = (phase: Phase, from: number, to: number) =>
    times.set(phase, (times.get(phase) ?? 0) + Math.max(0, to - from));
  let since = createdAt;
  for (const { from, at } of stages) {
    add(from, since, at);
    since = at;
  }
  add(state.phase, since, now);
  return times;
}

/** When the present stage began. */
export const since = ({ createdAt, stages = [] }: Dictation): number =>
  stages.at(-1)?.at ?? createdAt;
