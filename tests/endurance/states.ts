/** What a page is doing when it is killed. */
export const STATES = [
  'recording',
  'editing',
  'transcribing',
  'sealing',
  'converting',
  're-wrapping',
  'backing up',
  'restoring',
  'purging',
  'reviewing',
  'moving',
] as const;

export type State = (typeof STATES)[number];

/** The longest that a page lives in a state once there is something to lose, in milliseconds. */
export const LONGEST_MILLISECONDS: Readonly<Record<State, number>> = {
  recording: 1_500,
  editing: 600,
  transcribing: 600,
  sealing: 400,
  converting: 400,
  're-wrapping': 300,
  'backing up': 600,
  restoring: 400,
  purging: 600,
  reviewing: 800,
  moving: 800,
};

/** What was acknowledged before the kill and is not there after it. */
export interface Loss {
  readonly soundSeconds: number;
  readonly keystrokes: number;
  /** Rows, windows or dictations. */
  readonly others: number;
}

/** What a page killed in some state left behind. */
export interface Verdict extends Loss {
  /** Rows that do not open. */
  readonly unreadable: number;
  /** Why it is not as it should be; undefined when it is. */
  readonly wrong: string | undefined;
}

const MOST_LOST_SECONDS = 1;

/** A second of sound may be lost, and nothing else. */
export const isAllowed = (verdict: Verdict): boolean =>
  verdict.soundSeconds <= MOST_LOST_SECONDS &&
  verdict.keystrokes === 0 &&
  verdict.others === 0 &&
  verdict.unreadable === 0 &&
  verdict.wrong === undefined;
