import { newIdentifier } from '../dossier/identifier';
import type { Checker } from '../engine/checker';
import type { MarkKind } from '../editor/term-marks';
import type { TermStore } from '../review/terms.svelte';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { termWords } from '../words/lexicon';
import { ImportedLexicon } from './imported-lexicon.svelte';
import { OwnWords } from './own-words.svelte';

/** An unknown word that one report leaves alone. */
interface IgnoredWord {
  readonly format: 1;
  readonly word: string;
}

/** Everything a practice adds to the lexicon, and the lexicon as its reports see it. */
export class PracticeWords {
  readonly own: OwnWords;
  readonly imported: ImportedLexicon;
  readonly #vault: Vault;
  readonly #checker: Checker;
  readonly #messages: Messages;

  constructor(vault: Vault, checker: Checker, messages: Messages) {
    this.#vault = vault;
    this.#checker = checker;
    this.#messages = messages;
    this.own = new OwnWords(vault, checker, messages);
    this.imported = new ImportedLexicon(vault, checker, messages);
  }

  /** Reads and watches both, until the returned function is called. */
  open(): () => void {
    const stops = [this.own.open(), this.imported.open()];
    return () => stops.forEach((stop) => stop());
  }

  /** Takes dropped files: exported own words at once, everything else for a preview. */
  async offer(files: readonly File[]): Promise<void> {
    const others: File[] = [];
    for (const file of files)
      if (!/\.json$/i.test(file.name) || !(await this.own.takeFile(file))) others.push(file);
    await this.imported.offer(others);
  }

  /** The terms of one report. */
  termStore(dictationId: string, closing: AbortSignal): TermStore {
    const ignored = this.#vault.annexes<IgnoredWord>('ignored-words');
    return {
      ask: (paragraphs) => this.#checker.marks(closing, paragraphs),
      card: (paragraph, offset) => this.#checker.card(closing, paragraph, offset),
      suggest: (word) => this.#checker.suggest(closing, word),
      follow: (follower) => this.#checker.follow(follower),
      add: async (form, kind) => {
        await this.own.add(form, kind);
      },
      nothingToAdd: () => this.#messages.tell(termWords.nothingToAdd),
      hidden: async () => (await this.#vault.settings.get('hiddenMarks')) as readonly MarkKind[],
      ignore: (word) => ignored.put(dictationId, newIdentifier(), { format: 1, word }),
      watchIgnored: (next) =>
        ignored.watch(dictationId, (all) => next(all.map(({ word }) => word))),
    };
  }
}
