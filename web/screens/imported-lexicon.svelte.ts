import type { Family } from '../../terminology/lexicon/import/edition';
import type { CompiledEdition, FileReading } from '../../workers/importer';
import { byFamily, PRACTICE_LEXICON, type PracticeLexicon } from '../dossier/practice-lexicon';
import type { Checker } from '../engine/checker';
import { LexiconImporter } from '../engine/lexicon-importer';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { lexiconWords as words } from '../words/lexicon';

type ImportPhase =
  | { readonly name: 'idle' }
  | { readonly name: 'reading' | 'compiling'; readonly share: number }
  | { readonly name: 'preview'; readonly readings: readonly FileReading[] };

const IDLE: ImportPhase = { name: 'idle' };

/** Official files and lists that the practice dropped on the app: read, shown, then kept or not. */
export class ImportedLexicon {
  readonly #messages: Messages;
  readonly #checker: Checker;
  readonly #importer = new LexiconImporter();
  readonly #records: ReturnType<typeof lexiconRecords>;
  #kept = $state.raw<PracticeLexicon>();
  #phase = $state.raw<ImportPhase>(IDLE);
  #job: AbortController | undefined;

  constructor(vault: Vault, checker: Checker, messages: Messages) {
    this.#records = lexiconRecords(vault);
    this.#checker = checker;
    this.#messages = messages;
  }

  get phase(): ImportPhase {
    return this.#phase;
  }

  get kept(): PracticeLexicon | undefined {
    return this.#kept;
  }

  get families(): ReturnType<typeof byFamily> {
    return byFamily(this.#kept?.files ?? []);
  }

  /** When the edition was added that a file would replace. */
  replacedBy = (key: string): number | undefined =>
    this.#kept?.files.find((file) => file.key === key)?.addedAt;

  /** Reads what is kept, again after each change, until the returned function is called. */
  open(): () => void {
    let layer: PracticeLexicon['layer'] | undefined;
    return this.#records.watch(([kept]) => {
      this.#kept = kept;
      if (kept?.layer === layer) return;
      layer = kept?.layer;
      this.#checker.takeImported(kept && { layer: kept.layer, sounds: kept.sounds });
    });
  }

  /** Reads files and shows what they are; nothing is kept yet. */
  async offer(files: readonly File[]): Promise<void> {
    if (this.#phase.name === 'compiling' || files.length === 0) return;
    this.#job?.abort();
    await this.#work('reading', async (signal, tell) => {
      const readings = await this.#importer.read(signal, files, tell);
      this.#phase = { name: 'preview', readings };
    });
  }

  /** Keeps what was read, in place of older editions of the same files. */
  keep(): Promise<void> {
    return this.#replace(undefined, ({ words: forms, terms }) => words.kept(forms, terms));
  }

  remove(family: Family): Promise<void> {
    return this.#replace(family, () => words.removed(words.family(family)));
  }

  /** Compiles again what another version of Plume packed. */
  renew(): Promise<void> {
    return this.#replace(undefined, undefined, words.unreadable);
  }

  discard(): void {
    this.#phase = IDLE;
    this.#importer.rest();
  }

  /** Stops reading or compiling at once; what is kept stays as it is. */
  cancel(): void {
    this.#job?.abort();
    this.#messages.tell(words.cancelled);
  }

  async #replace(
    without: Family | undefined,
    sentence: ((made: Pick<PracticeLexicon, 'words' | 'terms'>) => string) | undefined,
    failure: string = words.failed,
  ): Promise<void> {
    const before = this.#kept;
    await this.#work(
      'compiling',
      async (signal, tell) => {
        const request = { kept: before?.parts, ...(without && { without }) };
        const made = await this.#importer.compile(signal, request, tell);
        await this.#write(made && asKept(made));
        this.discard();
        const text = sentence?.(made ?? { words: 0, terms: 0 });
        if (text === undefined) return;
        this.#messages.tell(text, { label: words.undo, run: () => void this.#write(before) });
      },
      failure,
    );
  }

  async #write(lexicon: PracticeLexicon | undefined): Promise<void> {
    if (lexicon === undefined) await this.#records.remove(PRACTICE_LEXICON);
    else await this.#records.put(PRACTICE_LEXICON, lexicon);
  }

  /** One job at a time; what goes wrong leaves the lexicon as it was, and says so. */
  async #work(
    name: 'reading' | 'compiling',
    job: (signal: AbortSignal, tell: (share: number) => void) => Promise<void>,
    failure: string = words.failed,
  ): Promise<void> {
    const control = new AbortController();
    this.#job = control;
    this.#phase = { name, share: 0 };
    const tell = (share: number) => {
      if (this.#job === control && this.#phase.name === name) this.#phase = { name, share };
    };
    try {
      await job(control.signal, tell);
    } catch {
      if (this.#job === control) this.discard();
      if (!control.signal.aborted) this.#messages.alert(failure);
    }
  }
}

const asKept = ({ facts, ...packed }: CompiledEdition): PracticeLexicon => ({
  format: 1,
  files: facts,
  ...packed,
});

const lexiconRecords = (vault: Vault) => vault.records<PracticeLexicon>('lexicon-layers');
