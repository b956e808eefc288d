import type { Command } from '../commands/command';
import { newIdentifier } from '../dossier/identifier';
import type { PlacedBlank } from '../editor/blank';
import type { ReportEditor } from '../editor/report-editor';
import { blankWords as words } from '../words/blanks';
import type { Listening } from './listening.svelte';

/** Passages nobody could hear, and what is asked of the doctor. */
export class Blanks {
  readonly #editor: () => ReportEditor | undefined;
  readonly #listening: Listening;
  #all = $state.raw<readonly PlacedBlank[]>([]);
  #asking = $state.raw('');

  constructor(editor: () => ReportEditor | undefined, listening: Listening) {
    this.#editor = editor;
    this.#listening = listening;
  }

  /** In the order of the text. */
  get all(): readonly PlacedBlank[] {
    return this.#all;
  }

  /** Questions that nobody has answered in the text yet. */
  get queries(): number {
    return this.#all.filter(({ question }) => question !== '').length;
  }

  /** Blanks of which nothing is asked. */
  get holes(): number {
    return this.#all.length - this.queries;
  }

  /** Questions that wait for their answer. */
  get waiting(): readonly string[] {
    return this.#all
      .filter(({ question, answer }) => question !== '' && answer === '')
      .map(({ id }) => id);
  }

  /** The blank whose question is to be typed next. */
  get asking(): string {
    return this.#asking;
  }

  get commands(): readonly Command[] {
    return [
      { id: 'blank', label: words.add, keys: ['Alt+C'], run: () => void this.add() },
      { id: 'query', label: words.ask, keys: ['Alt+Q'], run: () => this.ask() },
    ];
  }

  /** The text or the caret has moved. */
  look(): void {
    this.#all = this.#editor()?.blanks ?? [];
  }

  /** Puts a blank where the selection or the caret is; says which. */
  add(): string | undefined {
    const id = newIdentifier();
    this.#editor()?.addBlank(id);
    return this.#all.find((blank) => blank.id === id)?.id;
  }

  /** Asks the doctor about the blank at the caret, or about a new one there. */
  ask(): void {
    const caret = this.#editor()?.caret ?? -1;
    const here = this.#all.find(({ from }) => from === caret || from + 1 === caret);
    this.#asking = here?.id ?? this.add() ?? '';
  }

  question(id: string, question: string): void {
    this.#editor()?.changeBlank(id, { question: question.trim() });
    this.#asking = '';
  }

  answer(id: string, answer: string): void {
    this.#editor()?.changeBlank(id, { answer: answer.trim() });
  }

  /** Writes what stands there now: the answer, or words a person is sure of. */
  fill(id: string, written: string): void {
    this.#editor()?.fillBlank(id, written.trim());
  }

  play({ start, end }: PlacedBlank): void {
    this.#listening.playSpan({ start, end });
  }

  /** Back to the text, at the blank; what was typed of it is left. */
  leave(blank: PlacedBlank): void {
    this.#asking = '';
    this.goTo(blank);
  }

  goTo({ from }: PlacedBlank): void {
    this.#editor()?.goTo({ to: from + 1 });
  }
}
