import type { FindingsAnswer } from '../../terminology/rules/findings';
import type { CheckerApi, Draft, DraftRequest, ReportFindingsRequest } from '../../workers/checker';
import type { KnownNames } from '../../terminology/memory/known-names';
import type { Lesson, PersonEdit } from '../../terminology/memory/lessons';
import type { Pair, PairFault } from '../../terminology/memory/pair';
import type { Usage } from '../../terminology/lexicon/usage';
import type { OwnTerm } from '../../terminology/lexicon/own-words';
import type { TermCard } from '../../terminology/lexicon/term-card';
import type { KeptEdition } from '../../workers/practice-words';
import { WorkerHandle } from './worker-handle';

const CLOSED = new DOMException('the workplace is closed', 'AbortError');

/** What knows medical French, in its worker; started at the first question, afresh after a crash. */
export class Checker {
  #handle: WorkerHandle<CheckerApi> | undefined;
  #isStopped = false;
  #imported: KeptEdition | undefined;
  #own: readonly OwnTerm[] = [];
  #usage: Usage | undefined;
  #followers: readonly (() => void)[] = [];
  readonly #onUnreadable: () => void;

  /** @param onUnreadable what the practice imported was packed by another version and has to be compiled again. */
  constructor(onUnreadable: () => void = () => undefined) {
    this.#onUnreadable = onUnreadable;
  }

  draft(signal: AbortSignal, request: DraftRequest): Promise<Draft> {
    return this.#ready().call(signal, (api) => api.draft(request));
  }

  /** What should be looked at in a report. */
  findings(signal: AbortSignal, request: ReportFindingsRequest): Promise<FindingsAnswer> {
    return this.#ready().call(signal, (api) => api.findings(request));
  }

  /** What the edits of a report teach; names are never learnt. */
  lessons(signal: AbortSignal, edits: readonly PersonEdit[], names: KnownNames): Promise<Lesson[]> {
    return this.#ready().call(signal, (api) => api.lessons(edits, names));
  }

  /** Why a pair can be no rule, one answer a pair. */
  pairFaults(signal: AbortSignal, pairs: readonly Pair[]): Promise<(PairFault | undefined)[]> {
    return this.#ready().call(signal, (api) => api.pairFaults(pairs));
  }

  /** Nearest words of the lexicon for one it does not know. */
  suggest(signal: AbortSignal, word: string): Promise<readonly string[]> {
    return this.#ready().call(signal, (api) => api.suggest(word));
  }

  /** Terms and unknown words of each paragraph, as `packMarks` has them; undefined without a lexicon. */
  marks(
    signal: AbortSignal,
    paragraphs: readonly string[],
  ): Promise<readonly Uint32Array<ArrayBuffer>[] | undefined> {
    return this.#ready().call(signal, (api) => api.marks(paragraphs));
  }

  /** What the lexicon says of the term at an offset of a paragraph. */
  card(signal: AbortSignal, paragraph: string, offset: number): Promise<TermCard | undefined> {
    return this.#ready().call(signal, (api) => api.card(paragraph, offset));
  }

  /** Knows what a practice imported from now on. */
  takeImported(imported: KeptEdition | undefined): void {
    this.#imported = imported;
    if (this.#handle) this.#tellImported(this.#handle);
    this.#tellFollowers();
  }

  /** Knows the own words of a practice from now on. */
  takeOwnWords(own: readonly OwnTerm[]): void {
    this.#own = own;
    void this.#handle?.api.takeOwnWords(own);
    this.#tellFollowers();
  }

  /** Medical words that a report uses, without those of these names; undefined without a lexicon. */
  wordsOf(
    signal: AbortSignal,
    text: string,
    names: readonly string[],
  ): Promise<readonly string[] | undefined> {
    return this.#ready().call(signal, (api) => api.wordsOf(text, names));
  }

  /** Weighs words by what a practice writes often, from now on. */
  takeUsage(usage: Usage): void {
    this.#usage = usage;
    void this.#handle?.api.takeUsage(usage);
  }

  /** Called when it has learnt words, until the returned function is called. */
  follow(follower: () => void): () => void {
    this.#followers = [...this.#followers, follower];
    return () => {
      this.#followers = this.#followers.filter((other) => other !== follower);
    };
  }

  #tellFollowers(): void {
    for (const tell of this.#followers) tell();
  }

  /** Stops the worker with all it remembers, for good: what is asked later fails. */
  stop(): void {
    this.#isStopped = true;
    this.#handle?.stop(CLOSED);
  }

  #ready(): WorkerHandle<CheckerApi> {
    if (this.#handle) return this.#handle;
    const handle = new WorkerHandle<CheckerApi>(
      new Worker(new URL('../../workers/checker.ts', import.meta.url), { type: 'module' }),
    );
    if (this.#isStopped) {
      handle.stop(CLOSED);
      return handle;
    }
    this.#handle = handle;
    void handle.ended.then(() => {
      if (this.#handle === handle) this.#handle = undefined;
    });
    // Calls arrive in order: what is asked first of a fresh worker finds these words.
    if (this.#imported) this.#tellImported(handle);
    if (this.#own.length > 0) void handle.api.takeOwnWords(this.#own);
    if (this.#usage) void handle.api.takeUsage(this.#usage);
    return handle;
  }

  #tellImported({ api }: WorkerHandle<CheckerApi>): void {
    const isOpen = api.takeImported(this.#imported);
    void isOpen.then((open) => {
      if (!open) this.#onUnreadable();
    });
  }
}
