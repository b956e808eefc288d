import { lower } from '../../terminology/lexicon/fold';
import type { OwnKind, OwnTerm } from '../../terminology/lexicon/own-words';
import { newIdentifier } from '../dossier/identifier';
import {
  isOwnForm,
  newTerms,
  ownWordsFile,
  readOwnWordsFile,
  type OwnWord,
} from '../dossier/own-word';
import type { Checker } from '../engine/checker';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { lexiconWords as words } from '../words/lexicon';
import { saveFile } from './save-text';

const ALPHABETICAL = new Intl.Collator('fr');

/** Terms and names that the practice added. */
export class OwnWords {
  readonly #messages: Messages;
  readonly #checker: Checker;
  readonly #records: ReturnType<typeof ownRecords>;
  #all = $state.raw<readonly OwnWord[]>([]);

  constructor(vault: Vault, checker: Checker, messages: Messages) {
    this.#records = ownRecords(vault);
    this.#checker = checker;
    this.#messages = messages;
  }

  /** In alphabetical order. */
  get all(): readonly OwnWord[] {
    return this.#all;
  }

  /** Of colleagues, hospitals and streets. */
  get names(): readonly string[] {
    return this.#all.filter(({ kind }) => kind === 'name').map(({ form }) => form);
  }

  /** Reads the words, again after each change, until the returned function is called. */
  open(): () => void {
    return this.#records.watch((all) => {
      this.#all = all.toSorted((a, b) => ALPHABETICAL.compare(a.form, b.form));
      this.#checker.takeOwnWords(this.#all.map(({ form, kind }) => ({ form, kind })));
    });
  }

  /** False where it cannot be a word; a word that is there already only changes its kind. */
  async add(text: string, kind: OwnKind): Promise<boolean> {
    const form = text.trim().replace(/\s+/g, ' ').replaceAll('’', "'").normalize('NFC');
    if (!isOwnForm(form)) {
      this.#messages.alert(words.notAWord);
      return false;
    }
    const before = this.#all.find((word) => lower(word.form) === lower(form));
    const id = before?.id ?? newIdentifier();
    await this.#records.put(id, { format: 1, id, form, kind, addedAt: Date.now() });
    this.#messages.tell(words.wordAdded(form, kind), {
      label: words.undo,
      run: () => void (before ? this.#records.put(id, before) : this.#records.remove(id)),
    });
    return true;
  }

  changeKind = (word: OwnWord, kind: OwnKind): Promise<void> =>
    this.#records.put(word.id, { ...word, kind });

  async remove(word: OwnWord): Promise<void> {
    await this.#records.remove(word.id);
    this.#messages.tell(words.wordRemoved(word.form), {
      label: words.undo,
      run: () => void this.#records.put(word.id, word),
    });
  }

  export(): void {
    saveFile(`${words.fileName}.json`, ownWordsFile(this.#all));
  }

  /** True where the file was one of own words, good or bad, and has been dealt with. */
  async takeFile(file: File): Promise<boolean> {
    const read = readOwnWordsFile(await file.text());
    if (read === undefined) return false;
    if (typeof read === 'number') this.#messages.alert(words.badOwnWord(file.name, read));
    else await this.#import(read);
    return true;
  }

  async importFile(file: File): Promise<void> {
    if (!(await this.takeFile(file))) this.#messages.alert(words.notOwnWords(file.name));
  }

  async #import(terms: readonly OwnTerm[]): Promise<void> {
    const added = newTerms(this.#all, terms).map((term): OwnWord => ({
      ...term,
      format: 1,
      id: newIdentifier(),
      addedAt: Date.now(),
    }));
    for (const word of added) await this.#records.put(word.id, word);
    this.#messages.tell(words.imported(added.length), {
      label: words.undo,
      run: () => void Promise.all(added.map(({ id }) => this.#records.remove(id))),
    });
  }
}

const ownRecords = (vault: Vault) => vault.records<OwnWord>('own-words');
