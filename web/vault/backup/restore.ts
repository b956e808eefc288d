import type { BackupRecord } from './records';

/** A row as it stands in a vault, opened. */
export type StoredRow = BackupRecord;

type Key = StoredRow['key'];

/** Where a backup is taken from. */
export interface BackupSource {
  /** Every row of everything that is backed up, or of one dictation with its sound. */
  readonly rows: (signal: AbortSignal, dictationId?: string) => AsyncIterable<StoredRow>;
  readonly count: (dictationId?: string) => Promise<number>;
}

/** Where a backup is brought back to. */
export interface BackupTarget {
  readonly find: (table: string, key: Key) => Promise<StoredRow | undefined>;
  /** Whether anything of a report is kept: its snapshot or its journal. */
  readonly hasReport: (dictationId: string) => Promise<boolean>;
  readonly put: (row: StoredRow) => Promise<void>;
}

/** Rows of a backup against what is kept here. */
export interface RestorePlan {
  readonly dictations: number;
  readonly fresh: number;
  readonly same: number;
  /** They differ, and what is here stays: it is as new or newer, or a report that is here. */
  readonly kept: number;
  /** They differ, and the backup's is the later state. */
  readonly later: number;
  /** Of a kind that this version does not bring back. */
  readonly unknown: number;
}

type Verdict = Exclude<keyof RestorePlan, 'dictations'>;

const NOTHING: RestorePlan = { dictations: 0, fresh: 0, same: 0, kept: 0, later: 0, unknown: 0 };

/** Rows that are added once and never overwritten. */
const ADDED_ONCE = new Set(['speech', 'originals', 'peaks', 'windows']);
/** Rows that are overwritten, and count how often. */
const COUNTED = new Set(['dictations', 'records', 'annexes']);
/** A snapshot and a journal say the same story: two of them are never mixed. */
const REPORT = new Set(['snapshots', 'journal']);
/** What a person chose on this machine stays as it is here. */
const OF_THIS_MACHINE = new Set(['settings']);

const isSame = (one: StoredRow, other: StoredRow): boolean =>
  one.kind === other.kind &&
  one.bytes.length === other.bytes.length &&
  one.bytes.every((byte, at) => byte === other.bytes[at]);

/** Brings a backup back, or says what that would do; newer work is never overwritten. */
export class Restore {
  readonly #target: BackupTarget;
  /** Reports that are not here, or that this very restore has begun to bring. */
  readonly #missingReports = new Map<string, Promise<boolean>>();
  #plan = NOTHING;

  constructor(target: BackupTarget) {
    this.#target = target;
  }

  get plan(): RestorePlan {
    return this.#plan;
  }

  /** Looks at a row without writing it. */
  async weigh(row: StoredRow): Promise<Verdict> {
    const verdict = await this.#verdict(row);
    const isDictation = row.table === 'dictations' && verdict === 'fresh';
    const { dictations } = this.#plan;
    this.#plan = {
      ...this.#plan,
      [verdict]: this.#plan[verdict] + 1,
      dictations: dictations + (isDictation ? 1 : 0),
    };
    return verdict;
  }

  async bring(row: StoredRow): Promise<void> {
    const verdict = await this.weigh(row);
    if (verdict === 'fresh' || verdict === 'later') await this.#target.put(row);
  }

  async #verdict(row: StoredRow): Promise<Verdict> {
    const { table, key } = row;
    const isKnown = [ADDED_ONCE, COUNTED, REPORT, OF_THIS_MACHINE].some((set) => set.has(table));
    if (!isKnown) return 'unknown';
    const here = await this.#target.find(table, key);
    if (here && isSame(here, row)) return 'same';
    if (REPORT.has(table)) return (await this.#isReportMissing(String(key[0]))) ? 'fresh' : 'kept';
    if (!here) return 'fresh';
    return COUNTED.has(table) && row.revision > here.revision ? 'later' : 'kept';
  }

  #isReportMissing(dictationId: string): Promise<boolean> {
    const known = this.#missingReports.get(dictationId);
    const missing = known ?? this.#target.hasReport(dictationId).then((isThere) => !isThere);
    this.#missingReports.set(dictationId, missing);
    return missing;
  }
}
