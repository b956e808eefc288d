import { fold } from '../../terminology/lexicon/fold';
import type { Dictation, Phase } from './dictation';
import { since } from './life';

/** Trays of the worklist; a dictation may lie in several. */
export type View =
  'to-correct' | 'queried' | 'to-sign' | 'returned' | 'unattached' | 'signed' | 'filed' | 'all';

/** A dictation as the worklist shows it. */
export interface Entry {
  readonly dictation: Dictation;
  /** Names as they are shown; empty where there is none. */
  readonly patient: string;
  readonly author: string;
  readonly documentType: string;
  /** Folded text in which one searches. */
  readonly searched: string;
}

/** What an entry is made from beside the dictation. */
export interface Labels {
  readonly patient: string;
  readonly author: string;
  readonly documentType: string;
}

export function entryOf(dictation: Dictation, labels: Labels): Entry {
  const { patient, author, documentType } = labels;
  const searched = fold([dictation.name, patient, author, documentType].join(' '));
  return { dictation, ...labels, searched };
}

const PHASES: Readonly<Record<Exclude<View, 'unattached' | 'all'>, readonly Phase[]>> = {
  'to-correct': [
    'importing',
    'paused',
    'recording',
    'recorded',
    'transcribing',
    'failed',
    'drafted',
    'in-review',
  ],
  queried: ['queried'],
  'to-sign': ['to-sign'],
  returned: ['returned'],
  signed: ['signed'],
  filed: ['filed'],
};

const isDone = ({ state }: Dictation) => state.phase === 'filed';

export function isIn(view: View, { dictation, patient, author }: Entry): boolean {
  if (view === 'all') return true;
  if (view === 'unattached') return (patient === '' || author === '') && !isDone(dictation);
  return PHASES[view].includes(dictation.state.phase);
}

export type Column =
  | 'name'
  | 'patient'
  | 'author'
  | 'documentType'
  | 'urgency'
  | 'state'
  | 'waiting'
  | 'duration'
  | 'open';

export interface Sorting {
  readonly column: Column;
  readonly isDescending: boolean;
}

const COLLATOR = new Intl.Collator('fr', { numeric: true });

/** Urgent first, then what is wanted soonest, then what has been waiting longest. */
function byUrgency({ dictation: a }: Entry, { dictation: b }: Entry): number {
  if (a.priority !== b.priority) return a.priority === 'urgent' ? -1 : 1;
  const due = (a.dueAt || Infinity) - (b.dueAt || Infinity);
  if (due !== 0 && !Number.isNaN(due)) return due;
  return a.createdAt - b.createdAt;
}

const openCount = ({ dictation: { open } }: Entry): number =>
  open ? open.findings + open.queries : -1;

const ORDERS: Readonly<Record<Column, (a: Entry, b: Entry) => number>> = {
  name: (a, b) => COLLATOR.compare(a.dictation.name, b.dictation.name),
  patient: (a, b) => COLLATOR.compare(a.patient, b.patient),
  author: (a, b) => COLLATOR.compare(a.author, b.author),
  documentType: (a, b) => COLLATOR.compare(a.documentType, b.documentType),
  urgency: byUrgency,
  state: (a, b) => COLLATOR.compare(a.dictation.state.phase, b.dictation.state.phase),
  waiting: (a, b) => since(a.dictation) - since(b.dictation),
  duration: (a, b) => a.dictation.sampleCount - b.dictation.sampleCount,
  open: (a, b) => openCount(a) - openCount(b),
};

export interface Choice {
  readonly view: View;
  /** Every word must be found somewhere. */
  readonly search: string;
  readonly urgentOnly: boolean;
  readonly author: string;
  readonly sorting: Sorting;
}

export function chosen(entries: readonly Entry[], choice: Choice): Entry[] {
  const { view, search, urgentOnly, author, sorting } = choice;
  const words = fold(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const order = ORDERS[sorting.column];
  const sign = sorting.isDescending ? -1 : 1;
  return entries
    .filter(
      (entry) =>
        isIn(view, entry) &&
        (!urgentOnly || entry.dictation.priority === 'urgent') &&
        (author === '' || entry.author === author) &&
        words.every((word) => entry.searched.includes(word)),
    )
    .sort((a, b) => sign * order(a, b) || byUrgency(a, b));
}

/** Names of those who dictated, in order. */
export const authorsOf = (entries: readonly Entry[]): string[] =>
  [...new Set(entries.map(({ author }) => author))]
    .filter((name) => name !== '')
    .sort(COLLATOR.compare);

const WORKABLE: readonly Phase[] = ['drafted', 'in-review', 'returned'];

/** What a secretary should take next, whatever is on the screen. */
export const nextUrgent = (entries: readonly Entry[], isSigning = false): Entry | undefined =>
  entries
    .filter(({ dictation: { state } }) =>
      isSigning ? state.phase === 'to-sign' : WORKABLE.includes(state.phase),
    )
    .sort(byUrgency)[0];
