import { heardKey, type Lesson } from '../../terminology/memory/lessons';
import type { MemoryRule } from '../../terminology/memory/apply';
import type { Pair } from '../../terminology/memory/pair';

/** What the report of one dictation teaches as it stands; replaced whole, so that an edit undone teaches nothing. */
export interface KeptLessons {
  readonly format: 1;
  readonly kind: 'lessons';
  readonly dictationId: string;
  /** The doctor who dictated; empty for nobody. */
  readonly authorId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly lessons: readonly Lesson[];
}

/** A pair that a person switched on. */
export interface KeptRule extends MemoryRule {
  readonly format: 1;
  readonly kind: 'rule';
  /** The doctor it is for; empty for the whole practice. */
  readonly authorId: string;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** When it last wrote something. */
  readonly usedAt: number;
}

/** A pair that a person does not want to be asked about again. */
export interface DeclinedPair extends Pair {
  readonly format: 1;
  readonly kind: 'declined';
  readonly id: string;
}

/** What the collection "corrections" holds. */
export type CorrectionRecord = KeptLessons | KeptRule | DeclinedPair;

export const recordId = (record: CorrectionRecord): string =>
  record.kind === 'lessons' ? record.dictationId : record.id;

const YEAR_MILLISECONDS = 365 * 24 * 3600 * 1000;
/** Once may be a slip; the second time, on another dictation, it is worth asking. */
const TIMES_BEFORE_ASKING = 2;

export const isAsleep = ({ usedAt }: KeptRule, now: number): boolean =>
  now - usedAt > YEAR_MILLISECONDS;

/** What is written for a doctor today: his rules before those of the practice, none that slept for a year. */
export function rulesFor(
  records: readonly CorrectionRecord[],
  authorId: string,
  now: number,
): MemoryRule[] {
  return records
    .filter((record) => record.kind === 'rule')
    .filter((rule) => !isAsleep(rule, now) && ['', authorId].includes(rule.authorId))
    .sort((a, b) => Number(a.authorId !== '') - Number(b.authorId !== ''))
    .map(({ id, heard, written }) => ({ id, heard, written }));
}

export interface Sighting extends Lesson {
  readonly dictationId: string;
  readonly at: number;
}

/** A pair corrected the same way in several dictations. */
export interface Proposal extends Pair {
  /** One a dictation, newest first. */
  readonly seen: readonly Sighting[];
  /** The doctor who dictated them all; empty where there are several, or nobody. */
  readonly authorId: string;
}

const pairKey = ({ heard, written }: Pair): string => `${heardKey(heard)}→${written}`;

/**
 * Pairs worth asking about, most often corrected first: corrected in two dictations or more, never otherwise, neither
 * switched on nor declined.
 */
export function proposalsIn(records: readonly CorrectionRecord[]): Proposal[] {
  const settled = new Set(
    records.filter((record) => record.kind !== 'lessons').map((pair) => pairKey(pair)),
  );
  const found = new Map<string, { seen: Sighting[]; authors: Set<string> }>();
  const writings = new Map<string, Set<string>>();
  for (const record of records) {
    if (record.kind !== 'lessons') continue;
    for (const lesson of record.lessons) {
      const key = pairKey(lesson);
      const pair = found.get(key) ?? { seen: [], authors: new Set() };
      const { dictationId, at, authorId } = record;
      if (pair.seen.some((sighting) => sighting.dictationId === dictationId)) continue;
      pair.seen.push({ ...lesson, dictationId, at });
      pair.authors.add(authorId);
      found.set(key, pair);
      const heard = heardKey(lesson.heard);
      writings.set(heard, (writings.get(heard) ?? new Set()).add(lesson.written));
    }
  }
  return [...found]
    .filter(([key, { seen }]) => seen.length >= TIMES_BEFORE_ASKING && !settled.has(key))
    .map(([, { seen, authors }]): Proposal => {
      const [newest, ...others] = [...seen].sort((a, b) => b.at - a.at);
      if (!newest) throw new Error('a pair was found nowhere');
      const [author = ''] = authors;
      const authorId = authors.size === 1 ? author : '';
      const { heard, written } = newest;
      return { heard, written, seen: [newest, ...others], authorId };
    })
    .filter(({ heard }) => writings.get(heardKey(heard))?.size === 1)
    .sort((a, b) => b.seen.length - a.seen.length);
}

/** The rules of a practice as a file that another workstation can read. */
export interface CorrectionsFile {
  readonly format: 1;
  readonly kind: 'plume-corrections';
  readonly pairs: readonly Pair[];
}

export function exported(records: readonly CorrectionRecord[]): CorrectionsFile {
  const rules = records.filter((record) => record.kind === 'rule');
  const pairs = rules.map(({ heard, written }) => ({ heard, written }));
  return { format: 1, kind: 'plume-corrections', pairs };
}

const isPair = (value: unknown): value is Pair =>
  typeof value === 'object' &&
  value !== null &&
  'heard' in value &&
  'written' in value &&
  typeof value.heard === 'string' &&
  typeof value.written === 'string';

/** The pairs of a file; `undefined` where it is not one of ours. */
export function pairsOfFile(text: string): readonly Pair[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('pairs' in value))
    return undefined;
  const { kind, pairs } = value;
  if (kind !== 'plume-corrections' || !Array.isArray(pairs)) return undefined;
  return pairs.every(isPair)
    ? pairs.map(({ heard, written }: Pair) => ({ heard, written }))
    : undefined;
}
