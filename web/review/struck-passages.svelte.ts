import type { Command } from '../commands/command';
import type { ReportEditor } from '../editor/report-editor';
import { passageAt, type StruckPassage } from '../editor/struck';
import { workbenchWords as words } from '../words/workbench';
import type { Listening } from './listening.svelte';

/** What the speaker took back: seen and heard by a person before it goes. */
export class StruckPassages {
  readonly #listening: Listening;
  readonly #editor: () => ReportEditor | undefined;
  #all = $state.raw<readonly StruckPassage[]>([]);
  /** Seconds at which the passages begin that the caret has been on. */
  #seen = $state.raw<readonly number[]>([]);

  constructor(editor: () => ReportEditor | undefined, listening: Listening) {
    this.#editor = editor;
    this.#listening = listening;
  }

  get all(): readonly StruckPassage[] {
    return this.#all;
  }

  get unseen(): readonly StruckPassage[] {
    return this.#all.filter(({ start }) => !this.#seen.includes(start));
  }

  get commands(): readonly Command[] {
    return [
      {
        id: 'remove-struck',
        label: words.removeStruck,
        keys: ['Alt+B'],
        run: () => this.removeHere(),
      },
      {
        id: 'remove-all-struck',
        label: words.removeAllStruck,
        keys: ['Alt+Maj+B'],
        run: () => this.removeAll(),
      },
    ];
  }

  /** The text or the caret has moved. */
  look(): void {
    const editor = this.#editor();
    if (!editor) return;
    this.#all = editor.struck;
    const here = passageAt(this.#all, editor.caret);
    if (here && !this.#seen.includes(here.start)) this.#seen = [...this.#seen, here.start];
  }

  goTo(passage: StruckPassage): void {
    this.#editor()?.goTo(passage);
    this.#listening.seek(passage.start);
  }

  remove(passage: StruckPassage): void {
    this.#editor()?.removeStruck([passage]);
  }

  /** Removes the passage at the caret; elsewhere, goes to the next one first. */
  removeHere(): void {
    const caret = this.#editor()?.caret ?? 0;
    const here = passageAt(this.#all, caret);
    if (here) this.remove(here);
    else this.#show(this.#all.find(({ from }) => from >= caret) ?? this.#all[0]);
  }

  /** Shows those not seen yet one after the other, then removes all. */
  removeAll(): void {
    const [next] = this.unseen;
    if (next) this.#show(next);
    else this.#editor()?.removeStruck(this.#all);
  }

  #show(passage: StruckPassage | undefined): void {
    if (passage) this.goTo(passage);
  }
}
