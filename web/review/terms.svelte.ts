import { likelyKind, type OwnKind } from '../../terminology/lexicon/own-words';
import type { TermCard } from '../../terminology/lexicon/term-card';
import type { Command } from '../commands/command';
import type { ReportEditor } from '../editor/report-editor';
import type { TermHere, WordToAdd } from '../editor/report-terms';
import type { AskMarks, MarkKind } from '../editor/term-marks';
import { termWords as words } from '../words/lexicon';

/** What the terms of a report need of the lexicon and of the vault. */
export interface TermStore {
  readonly ask: AskMarks;
  readonly card: (paragraph: string, offset: number) => Promise<TermCard | undefined>;
  /** Nearest words of the lexicon for one it does not know. */
  readonly suggest: (word: string) => Promise<readonly string[]>;
  /** Called when the lexicon has learnt words, until the returned function is called. */
  readonly follow: (follower: () => void) => () => void;
  readonly add: (form: string, kind: OwnKind) => Promise<void>;
  /** Says that there is no word to add. */
  readonly nothingToAdd: () => void;
  readonly hidden: () => Promise<readonly MarkKind[]>;
  /** Leaves an unknown word alone in this report. */
  readonly ignore: (word: string) => Promise<void>;
  /** Words this report leaves alone, again after each change, until the returned function is called. */
  readonly watchIgnored: (next: (words: readonly string[]) => void) => () => void;
}

/** Terms and unknown words of the report being corrected. */
export class Terms {
  readonly #store: TermStore;
  #editor: ReportEditor | undefined;
  #here = $state.raw<TermHere>();
  #card = $state.raw<TermCard>();
  #suggestions = $state.raw<readonly string[]>([]);
  #candidate = $state.raw<WordToAdd>();
  #chosenKind = $state.raw<OwnKind>();

  constructor(store: TermStore) {
    this.#store = store;
  }

  get ask(): AskMarks {
    return this.#store.ask;
  }

  /** The term or unknown word at the caret. */
  get here(): TermHere | undefined {
    return this.#here;
  }

  get card(): TermCard | undefined {
    return this.#card;
  }

  /** Nearest words of the lexicon for the unknown word at the caret, best first. */
  get suggestions(): readonly string[] {
    return this.#suggestions;
  }

  get commands(): readonly Command[] {
    return [
      { id: 'add-word', label: words.add, keys: ['Alt+L'], run: () => this.add() },
      { id: 'ignore-here', label: words.ignoreHere, keys: ['Alt+K'], run: () => this.ignoreHere() },
      {
        id: 'ignore-always',
        label: words.ignoreAlways,
        keys: ['Alt+J'],
        run: () => this.add('ignored'),
      },
      {
        id: 'next-unknown',
        label: words.nextUnknown,
        keys: ['Alt+X'],
        run: () => this.#editor?.terms.goToNextUnknown(),
      },
    ];
  }

  /** What the word to be added will be. */
  get kind(): OwnKind {
    const { text, begins } = this.#candidate ?? { text: '', begins: true };
    return this.#chosenKind ?? likelyKind(text, begins);
  }

  set kind(kind: OwnKind) {
    this.#chosenKind = kind;
  }

  /** Marks the report until the returned function is called. */
  attach(editor: ReportEditor): () => void {
    this.#editor = editor;
    let hidden: readonly MarkKind[] = [];
    let ignored: readonly string[] = [];
    const choose = () => {
      if (this.#editor === editor) editor.terms.choose({ hidden, ignored });
    };
    void this.#store.hidden().then((kinds) => {
      hidden = kinds;
      choose();
    });
    const stops = [
      this.#store.follow(() => editor.terms.askAgain()),
      this.#store.watchIgnored((all) => {
        ignored = all.map((word) => word.toLowerCase());
        choose();
        this.look();
      }),
    ];
    return () => {
      this.#editor = undefined;
      for (const stop of stops) stop();
    };
  }

  /** The text, the caret or a mark has moved. */
  look(): void {
    const terms = this.#editor?.terms;
    const before = this.#here;
    const here = terms?.atCaret;
    const candidate = terms?.toBeAdded;
    if (candidate?.text !== this.#candidate?.text) this.#chosenKind = undefined;
    this.#candidate = candidate;
    this.#here = here;
    if (here?.text === before?.text && here?.kind === before?.kind) return;
    this.#card = undefined;
    this.#suggestions = [];
    if (here) void this.#learn(here);
  }

  /** Adds the unknown word at the caret, or what is selected, to the words of the practice. */
  add(kind: OwnKind = this.kind): void {
    if (this.#candidate) void this.#store.add(this.#candidate.text, kind);
    else this.#store.nothingToAdd();
    this.#editor?.focus();
  }

  ignoreHere(): void {
    if (this.#here?.kind === 'unknown') void this.#store.ignore(this.#here.text);
    this.#editor?.focus();
  }

  replaceHere(text: string): void {
    this.#editor?.terms.replaceHere(text);
  }

  replaceEverywhere(text: string): void {
    if (this.#here) this.#editor?.terms.replaceEverywhere(this.#here.text, text);
  }

  /** The answer to another word comes too late. */
  async #learn(here: TermHere): Promise<void> {
    const isStill = () => this.#here?.text === here.text && this.#here.kind === here.kind;
    if (here.kind === 'unknown') {
      const suggestions = await this.#store.suggest(here.text).catch(() => []);
      if (isStill()) this.#suggestions = suggestions;
      return;
    }
    const card = await this.#store.card(here.paragraph, here.offset).catch(() => undefined);
    if (isStill()) this.#card = card;
  }
}
