import { SvelteSet } from 'svelte/reactivity';
import type { Dictation } from '../dossier/dictation';
import {
  authorsOf,
  chosen,
  entryOf,
  isIn,
  nextUrgent,
  type Choice,
  type Column,
  type Entry,
  type Labels,
  type View,
} from '../dossier/worklist';

export interface WorklistSource {
  readonly dictations: readonly Dictation[];
  readonly labels: (dictation: Dictation) => Labels;
}

export const VIEWS: readonly View[] = [
  'to-correct',
  'queried',
  'to-sign',
  'returned',
  'unattached',
  'signed',
  'filed',
  'all',
];

/** Which dictations are looked at, in which order, and which of them the hand is on. */
export class Worklist {
  readonly #source: WorklistSource;
  #choice = $state.raw<Choice>({
    view: 'to-correct',
    search: '',
    urgentOnly: false,
    author: '',
    sorting: { column: 'urgency', isDescending: false },
  });
  #activeId = $state.raw<string>();
  readonly #selected = new SvelteSet<string>();
  readonly #entries = $derived.by(() =>
    this.#source.dictations.map((dictation) => entryOf(dictation, this.#source.labels(dictation))),
  );
  readonly #shown = $derived(chosen(this.#entries, this.#choice));

  constructor(source: WorklistSource) {
    this.#source = source;
  }

  get choice(): Choice {
    return this.#choice;
  }

  get shown(): readonly Entry[] {
    return this.#shown;
  }

  get authors(): readonly string[] {
    return authorsOf(this.#entries);
  }

  count(view: View): number {
    return this.#entries.filter((entry) => isIn(view, entry)).length;
  }

  choose(change: Partial<Choice>): void {
    this.#choice = { ...this.#choice, ...change };
    if ('view' in change) this.#selected.clear();
  }

  /** The same column again turns its order round. */
  sortBy(column: Column): void {
    const { sorting } = this.#choice;
    const isDescending = sorting.column === column && !sorting.isDescending;
    this.choose({ sorting: { column, isDescending } });
  }

  /** Position of the row that the keys move; the first where it went away. */
  get active(): number {
    const at = this.#shown.findIndex(({ dictation }) => dictation.id === this.#activeId);
    return Math.max(0, at);
  }

  get activeEntry(): Entry | undefined {
    return this.#shown[this.active];
  }

  /** Moves to a row; beyond an end it stays there. */
  moveTo(index: number): void {
    const last = this.#shown.length - 1;
    this.#activeId = this.#shown[Math.max(0, Math.min(index, last))]?.dictation.id;
  }

  isSelected = (id: string): boolean => this.#selected.has(id);

  /** Selected and still shown: nothing out of sight is ever changed. */
  get selection(): readonly Entry[] {
    return this.#shown.filter(({ dictation }) => this.#selected.has(dictation.id));
  }

  toggle(id: string): void {
    if (!this.#selected.delete(id)) this.#selected.add(id);
  }

  selectAll(): void {
    const isAll = this.selection.length === this.#shown.length;
    this.#selected.clear();
    if (!isAll) for (const { dictation } of this.#shown) this.#selected.add(dictation.id);
  }

  /** The most urgent draft, or letter to sign, whatever is shown. */
  next(isSigning: boolean): Dictation | undefined {
    return nextUrgent(this.#entries, isSigning)?.dictation;
  }
}
