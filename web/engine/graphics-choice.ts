import type { Trial } from '../../workers/recognition/graphics/trial';
import type { GraphicsFiles, ModelEntry } from '../../workers/recognition/models/manifest';
import { nextStep, NO_VERDICT, type GraphicsVerdict } from '../dossier/graphics-verdict';

/** Where the person's choice and the last verdict are kept. */
export interface GraphicsMemory {
  readonly isWanted: () => Promise<boolean>;
  readonly verdict: () => Promise<GraphicsVerdict>;
  readonly keep: (verdict: GraphicsVerdict) => Promise<void>;
  /** Nothing is locked before this has settled. */
  readonly holdOpen: (work: Promise<unknown>) => void;
  /** Until the returned function is called, a page that is closed is no attempt that failed. */
  readonly forgiveLeaving: () => () => void;
}

/** Where the files for a card come from; `forget` gives their room back. */
export interface GraphicsShelf {
  readonly files: (model: ModelEntry, signal?: AbortSignal) => Promise<GraphicsFiles>;
  readonly forget: (model: ModelEntry) => Promise<void>;
}

/** The part of the transcriber's worker that is asked about the card. */
export interface CardWorker {
  readonly graphicsCard: () => Promise<string | undefined>;
  readonly tryGraphics: (files: GraphicsFiles) => Promise<Trial | undefined>;
}

/** What to call when a card that won its trial fails. */
interface WonCard {
  readonly onLost: () => void;
}

/** A person ended it; a worker that fell over, or a card that did not answer in time, is another matter. */
const isStop = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

/** Whether hearing goes on the graphics card: only where a trial on this computer showed that it gains by it. */
export class GraphicsChoice {
  readonly #memory: GraphicsMemory;
  readonly #shelf: GraphicsShelf;
  readonly #lost: Set<string>;
  readonly #now: () => number;

  /** @param session.lost what failed since the page was opened, which is left alone until it is opened again. */
  constructor(
    memory: GraphicsMemory,
    shelf: GraphicsShelf,
    { lost, now = () => Date.now() }: { readonly lost: Set<string>; readonly now?: () => number },
  ) {
    this.#memory = memory;
    this.#shelf = shelf;
    this.#lost = lost;
    this.#now = now;
  }

  /** What the person chose. */
  isWanted = (): Promise<boolean> => this.#memory.isWanted();

  /** The card with the version and the model, as a verdict names them; nothing where there is nothing to decide. */
  async #subject(worker: CardWorker, { graphics }: ModelEntry): Promise<string | undefined> {
    if (graphics === undefined || !(await this.isWanted())) return undefined;
    const card = await worker.graphicsCard();
    if (card === undefined) return undefined;
    const subject = [card, ...graphics.map(({ sha256 }) => sha256)].join(' / ');
    return this.#lost.has(subject) ? undefined : subject;
  }

  /** The files to open a card with, where it won its trial; nothing, where the processor hears. */
  async toUse(
    worker: CardWorker,
    model: ModelEntry,
  ): Promise<{ readonly files: GraphicsFiles; readonly onLost: () => void } | undefined> {
    const subject = await this.#subject(worker, model);
    if (subject === undefined) return undefined;
    const verdict = await this.#memory.verdict();
    if (nextStep(verdict, subject) !== 'use') return undefined;
    const files = await this.#shelf.files(model).catch(() => undefined);
    return files && { files, onLost: () => this.#lose(subject, verdict) };
  }

  /** Whether there is a card to try and its files are at hand: they are fetched, for as long as that takes. */
  async isReadyToTry(worker: CardWorker, model: ModelEntry, signal: AbortSignal): Promise<boolean> {
    const subject = await this.#subject(worker, model);
    if (subject === undefined || nextStep(await this.#memory.verdict(), subject) !== 'try') {
      return false;
    }
    return this.#shelf.files(model, signal).then(
      () => true,
      () => false,
    );
  }

  /**
   * Tries the card once, where nothing is known of it, and keeps what the trial showed. Whoever locks the vault, or closes
   * the page, meanwhile finds it as it was before: the card has done nothing wrong.
   * @returns whether the worker hears on the card from now on, and what to call when it fails.
   */
  tryOut(worker: CardWorker, model: ModelEntry): Promise<WonCard | undefined> {
    const done = this.#tryOut(worker, model);
    this.#memory.holdOpen(done);
    return done;
  }

  async #tryOut(worker: CardWorker, model: ModelEntry): Promise<WonCard | undefined> {
    const subject = await this.#subject(worker, model);
    const before = await this.#memory.verdict();
    if (subject === undefined || nextStep(before, subject) !== 'try') return undefined;
    const files = await this.#shelf.files(model).catch(() => undefined);
    if (files === undefined) return undefined;
    const attempts = before.of === subject ? before.attempts + 1 : 1;
    const begun: GraphicsVerdict = { ...NO_VERDICT, of: subject, attempts, at: this.#now() };
    // Kept first: a driver that takes the browser down with it is not tried at each start.
    await this.#memory.keep(begun);
    const trial = await this.#endOfTrial(() => worker.tryGraphics(files), before);
    if (trial === undefined) {
      await this.#memory.keep(before);
      return undefined;
    }
    const verdict: GraphicsVerdict = { ...begun, ...trial, attempts: 0 };
    await this.#memory.keep(verdict);
    if (trial.outcome === 'faster') return { onLost: () => this.#lose(subject, verdict) };
    await this.#shelf.forget(model);
    return undefined;
  }

  /** @throws what broke the trial off. */
  async #endOfTrial(
    attempt: () => Promise<Trial | undefined>,
    before: GraphicsVerdict,
  ): Promise<Trial | undefined> {
    const stopForgiving = this.#memory.forgiveLeaving();
    try {
      return await attempt();
    } catch (error) {
      if (isStop(error)) await this.#memory.keep(before);
      throw error;
    } finally {
      stopForgiving();
    }
  }

  #lose(subject: string, verdict: GraphicsVerdict): void {
    this.#lost.add(subject);
    void this.#memory.keep({ ...verdict, outcome: 'lost', at: this.#now() }).catch(() => undefined);
  }
}
