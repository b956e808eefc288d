import type { Command } from '../commands/command';
import type { ReportEditor } from '../editor/report-editor';
import type { Tally } from '../editor/report-find';
import { findWords as words } from '../words/find';
import type { Listening } from './listening.svelte';

const RUN_UP_SECONDS = 1;
const NONE: Tally = { count: 0, at: 0 };

/** Looking for text in the report, with the sound of each hit. */
export class SearchBar {
  readonly #editor: () => ReportEditor | undefined;
  readonly #listening: Listening;
  #openings = $state.raw(0);
  #isOpen = $state.raw(false);
  #text = $state.raw('');
  #isExact = $state.raw(false);
  #tally = $state.raw<Tally>(NONE);
  #replaced = $state.raw<number>();

  constructor(editor: () => ReportEditor | undefined, listening: Listening) {
    this.#editor = editor;
    this.#listening = listening;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** How often it was asked for: each time, the hand goes to its field. */
  get openings(): number {
    return this.#openings;
  }

  get text(): string {
    return this.#text;
  }

  get isExact(): boolean {
    return this.#isExact;
  }

  get tally(): Tally {
    return this.#tally;
  }

  /** How many places were just written over; `undefined` once the search has gone on. */
  get replaced(): number | undefined {
    return this.#replaced;
  }

  get commands(): readonly Command[] {
    return [{ id: 'find', label: words.command, keys: [], run: () => this.open() }];
  }

  /** Opens on what is selected, or on what was looked for last. */
  open(): void {
    const selected = this.#editor()?.find.selected ?? '';
    this.#isOpen = true;
    this.#openings += 1;
    this.search(selected === '' ? this.#text : selected);
  }

  /** Gives the report its focus back, with the last hit selected. */
  close(): void {
    this.#isOpen = false;
    this.#replaced = undefined;
    this.#editor()?.find.look(undefined);
    this.#editor()?.focus();
  }

  search(text: string, isExact = this.#isExact): void {
    this.#text = text;
    this.#isExact = isExact;
    this.#replaced = undefined;
    this.#editor()?.find.look(text === '' ? undefined : { text, isExact });
    this.look();
    this.#follow();
  }

  go(direction: 1 | -1): void {
    this.#replaced = undefined;
    this.#editor()?.find.go(direction);
    this.#follow();
  }

  /** Plays the hit with a run-up; one that was typed, from the word before it. */
  play(): void {
    const sound = this.#editor()?.find.sound;
    if (sound?.span) {
      const start = Math.max(0, sound.span.start - RUN_UP_SECONDS);
      this.#listening.playSpan({ start, end: sound.span.end });
    } else this.#follow();
  }

  replaceHere(text: string): void {
    this.#editor()?.find.replaceHere(text);
    this.#follow();
  }

  replaceAll(text: string): void {
    this.#replaced = this.#editor()?.find.replaceAll(text);
  }

  /** The text or the caret has moved. */
  look(): void {
    if (this.#isOpen) this.#tally = this.#editor()?.find.tally ?? NONE;
  }

  #follow(): void {
    const seconds = this.#editor()?.find.sound.seconds;
    if (this.#tally.at > 0 && seconds !== undefined) this.#listening.seek(seconds);
  }
}
