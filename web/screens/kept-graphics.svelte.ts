import { NO_VERDICT, type GraphicsVerdict } from '../dossier/graphics-verdict';
import type { GraphicsMemory } from '../engine/graphics-choice';
import type { SettingsStore } from '../vault/settings';

/** A page that is closed can write nothing into the vault any more: one word that says nothing of anybody is left here. */
const LEFT_DURING_TRIAL = 'plume-left-during-trial';

interface KeptGraphicsOptions {
  readonly settings: Pick<SettingsStore, 'get' | 'set'>;
  readonly holdOpen: (work: Promise<unknown>) => void;
  readonly storage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Where a page that closes says so. */
  readonly page?: EventTarget;
}

/** The settings as the choice of the graphics card sees them, and the verdict as it is shown while it changes. */
export class KeptGraphics implements GraphicsMemory {
  readonly #settings: KeptGraphicsOptions['settings'];
  readonly #storage: NonNullable<KeptGraphicsOptions['storage']>;
  readonly #page: EventTarget;
  readonly holdOpen: (work: Promise<unknown>) => void;
  #shown = $state.raw(NO_VERDICT);

  constructor({
    settings,
    holdOpen,
    storage = localStorage,
    page = globalThis,
  }: KeptGraphicsOptions) {
    this.#settings = settings;
    this.#storage = storage;
    this.#page = page;
    this.holdOpen = holdOpen;
  }

  /** The verdict as it was last read or kept. */
  get shown(): GraphicsVerdict {
    return this.#shown;
  }

  isWanted = (): Promise<boolean> => this.#settings.get('usesGraphics');

  want = (isWanted: boolean): Promise<void> => this.#settings.set('usesGraphics', isWanted);

  verdict = async (): Promise<GraphicsVerdict> => {
    const verdict = await this.#settings.get('graphicsVerdict');
    this.#shown = verdict;
    const isForgiven = verdict.outcome === 'begun' && this.#storage.getItem(LEFT_DURING_TRIAL);
    return isForgiven ? { ...verdict, attempts: Math.max(0, verdict.attempts - 1) } : verdict;
  };

  keep = async (verdict: GraphicsVerdict): Promise<void> => {
    await this.#settings.set('graphicsVerdict', verdict);
    this.#storage.removeItem(LEFT_DURING_TRIAL);
    this.#shown = verdict;
  };

  forgiveLeaving = (): (() => void) => {
    const trying = new AbortController();
    const note = () => this.#storage.setItem(LEFT_DURING_TRIAL, 'yes');
    this.#page.addEventListener('pagehide', note, { signal: trying.signal });
    return () => trying.abort();
  };
}
