import { soundIds, type Dictation } from '../../dossier/dictation';
import { readContent } from '../content';
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
  /** It was here and was removed on purpose. */
  readonly isErased: (table: string, key: Key) => boolean;
  /** All of them at once, or none. */
  readonly put: (rows: readonly StoredRow[]) => Promise<void>;
  /** Remembers a sound that comes before its dictation is here, until {@link tidy}. */
  readonly beginSound: (soundId: string) => Promise<void>;
  /** Erases sounds that were begun and whose dictation never came. */
  readonly tidy: () => Promise<void>;
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
  /** They were erased here since, and stay erased unless it is asked for. */
  readonly erased: number;
  /** Of a kind that this version does not bring back. */
  readonly unknown: number;
}

type Verdict = Exclude<keyof RestorePlan, 'dictations'>;

interface RestoreOptions {
  /** Brings back what was erased here since the backup was made. */
  readonly bringsErased?: boolean;
}

const NOTHING: RestorePlan = {
  dictations: 0,
  fresh: 0,
  same: 0,
  kept: 0,
  later: 0,
  erased: 0,
  unknown: 0,
};

const SOUNDS = new Set(['speech', 'originals', 'peaks']);
/** Rows that are added once and never overwritten. */
const ADDED_ONCE = new Set([...SOUNDS, 'windows']);
/** Rows that are overwritten, and count how often. */
const COUNTED = new Set(['dictations', 'records', 'annexes']);
/** A snapshot and a journal say the same story: two of them are never mixed. */
const REPORT = new Set(['snapshots', 'journal']);
/** What a person chose on this machine stays as it is here. */
const OF_THIS_MACHINE = new Set(['settings']);
/** What is written together with the dictation that it belongs to; sound is too large for that. */
const OF_A_DICTATION = new Set(['dictations', 'windows', 'annexes', ...REPORT]);

const isKnown = (table: string): boolean =>
  [ADDED_ONCE, COUNTED, REPORT, OF_THIS_MACHINE].some((set) => set.has(table));

const isSame = (one: StoredRow, other: StoredRow): boolean =>
  one.kind === other.kind &&
  one.bytes.length === other.bytes.length &&
  one.bytes.every((byte, at) => byte === other.bytes[at]);

const ownerOf = ({ key }: StoredRow): string => String(key[0]);

/**
 * Brings a backup back, or says what that would do; newer work is never overwritten. A dictation appears in one
 * transaction with its words and its report, after its sound.
 */
export class Restore {
  readonly #target: BackupTarget;
  readonly #bringsErased: boolean;
  /** Sounds of dictations that were erased here. */
  readonly #erasedSounds = new Set<string>();
  readonly #begunSounds = new Set<string>();
  /** Rows by the dictation that they belong to, until all of it has been read. */
  readonly #waiting = new Map<string, StoredRow[]>();
  #plan = NOTHING;

  constructor(target: BackupTarget, { bringsErased = false }: RestoreOptions = {}) {
    this.#target = target;
    this.#bringsErased = bringsErased;
  }

  get plan(): RestorePlan {
    return this.#plan;
  }

  /** Looks at a row without writing it. */
  async weigh(row: StoredRow): Promise<void> {
    this.#noteErased(row);
    await this.#judged([row]);
  }

  /** Takes a row in; it may be written later, with what belongs to it. */
  async bring(row: StoredRow): Promise<void> {
    this.#noteErased(row);
    if (row.table === 'dictations') await this.#putWhole();
    if (OF_A_DICTATION.has(row.table)) {
      const owner = ownerOf(row);
      const waiting = this.#waiting.get(owner);
      if (waiting) waiting.push(row);
      else this.#waiting.set(owner, [row]);
      return;
    }
    const rows = await this.#judged([row]);
    if (rows.length > 0 && SOUNDS.has(row.table)) await this.#beginSound(ownerOf(row));
    await this.#put(rows);
  }

  /** Writes what waits for more of its dictation: no more comes. */
  async finish(): Promise<void> {
    for (const owner of [...this.#waiting.keys()]) await this.#putDictation(owner);
    await this.#target.tidy();
  }

  /** A backup writes a dictation before what belongs to it: when the next one comes, those before are whole. */
  async #putWhole(): Promise<void> {
    for (const [owner, rows] of [...this.#waiting]) {
      if (rows.some(({ table }) => table === 'dictations')) await this.#putDictation(owner);
    }
  }

  async #putDictation(owner: string): Promise<void> {
    const rows = this.#waiting.get(owner) ?? [];
    this.#waiting.delete(owner);
    await this.#put(await this.#judged(rows));
  }

  async #put(rows: readonly StoredRow[]): Promise<void> {
    if (rows.length > 0) await this.#target.put(rows);
  }

  async #beginSound(soundId: string): Promise<void> {
    if (this.#begunSounds.has(soundId)) return;
    this.#begunSounds.add(soundId);
    await this.#target.beginSound(soundId);
  }

  /** Those of these rows that are to be written; all of them are counted. */
  async #judged(rows: readonly StoredRow[]): Promise<readonly StoredRow[]> {
    const wanted: StoredRow[] = [];
    for (const row of rows) {
      const verdict = await this.#verdict(row);
      const isDictation = row.table === 'dictations' && verdict === 'fresh';
      const dictations = this.#plan.dictations + (isDictation ? 1 : 0);
      this.#plan = { ...this.#plan, [verdict]: this.#plan[verdict] + 1, dictations };
      if (verdict === 'fresh' || verdict === 'later') wanted.push(row);
    }
    return wanted;
  }

  async #verdict(row: StoredRow): Promise<Verdict> {
    const { table, key } = row;
    if (!isKnown(table)) return 'unknown';
    if (!this.#bringsErased && this.#isErased(row)) return 'erased';
    const here = await this.#target.find(table, key);
    if (here && isSame(here, row)) return 'same';
    if (REPORT.has(table)) return (await this.#target.hasReport(ownerOf(row))) ? 'kept' : 'fresh';
    if (!here) return 'fresh';
    return COUNTED.has(table) && row.revision > here.revision ? 'later' : 'kept';
  }

  #isErased(row: StoredRow): boolean {
    const { table, key } = row;
    const owner = ownerOf(row);
    if (SOUNDS.has(table) && this.#erasedSounds.has(owner)) return true;
    const isOfDictation = OF_A_DICTATION.has(table) || SOUNDS.has(table);
    if (isOfDictation && this.#target.isErased('dictations', [owner])) return true;
    return COUNTED.has(table) && this.#target.isErased(table, key);
  }

  /** The takes of a recording have identifiers of their own: only the dictation says whose they are. */
  #noteErased({ table, key, kind, bytes }: StoredRow): void {
    if (table !== 'dictations' || !this.#target.isErased(table, key)) return;
    const dictation = readContent(kind, bytes) as Dictation;
    for (const id of soundIds(dictation)) this.#erasedSounds.add(id);
  }
}
