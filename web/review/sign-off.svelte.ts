import type { Command } from '../commands/command';
import type { Dictation } from '../dossier/dictation';
import { movesFrom, type Missing, type Move, type Refusal } from '../dossier/life';
import { mayCorrect, maySign, type Person } from '../dossier/person';
import type { ReportContent } from '../editor/report-content';
import { lifeWords as words } from '../words/life';
import type { Workbench } from './workbench.svelte';

export interface AskedOfStore {
  readonly move: Move;
  readonly missing: Missing;
  readonly reason: string;
  readonly content: ReportContent;
}

/** What signing off needs of the rest of the workplace. */
export interface SignOffStore {
  readonly person: Person;
  readonly dictation: () => Dictation;
  /** A patient of the practice was chosen, and still exists. */
  readonly hasPatient: () => boolean;
  readonly move: (asked: AskedOfStore) => Promise<Refusal | undefined>;
  /** A move was made; `goOn` asks for the next letter to sign. */
  readonly done: (move: Move, goOn: boolean) => void;
  readonly refused: (refusal: Refusal) => void;
}

/** A move that waits for a reason, or for a second thought. */
export interface Pending {
  readonly move: Move;
  readonly goOn: boolean;
  readonly refusal: Extract<Refusal, { kind: 'missing' | 'reason-needed' }>;
}

/** In the order one is most likely to want them. */
const SHOWN: readonly Move[] = [
  'sign',
  'answer',
  'release',
  'ask',
  'take',
  'return',
  'recall',
  'amend',
  'file',
];

const SIGNING: readonly Move[] = ['sign', 'return'];

/** Release, signature and return of one report. */
export class SignOff {
  readonly #workbench: Workbench;
  readonly #store: SignOffStore;
  #pending = $state.raw<Pending>();

  constructor(workbench: Workbench, store: SignOffStore) {
    this.#workbench = workbench;
    this.#store = store;
  }

  /** What this person may ask for now, the likeliest first. */
  get moves(): readonly Move[] {
    // Another tab writes the report: nothing is done with it from here, and a notice says so.
    if (this.#workbench.isReadOnly) return [];
    const { person } = this.#store;
    const now = movesFrom(this.#store.dictation().state.phase);
    const { queries } = this.#workbench.blanks;
    return SHOWN.filter(
      (move) =>
        (move !== 'ask' || queries > 0) &&
        now.includes(move) &&
        (SIGNING.includes(move) ? maySign : mayCorrect)(person),
    );
  }

  get pending(): Pending | undefined {
    return this.#pending;
  }

  async #missing(): Promise<Missing> {
    return {
      isChecked: await this.#workbench.checked(),
      findings: this.#workbench.pass.harmful + this.#workbench.blanks.holes,
      queries: this.#workbench.blanks.queries,
      hasPatient: this.#store.hasPatient(),
      hasText: !this.#workbench.isEmpty,
    };
  }

  get commands(): readonly Command[] {
    const [likeliest, ...others] = this.moves;
    if (!likeliest) return [];
    const run = (move: Move) => () => void this.ask(move);
    const canGoOn = likeliest === 'sign';
    return [
      { id: likeliest, label: words.move(likeliest), keys: ['Ctrl+Entrée'], run: run(likeliest) },
      ...(canGoOn
        ? [
            {
              id: 'sign-next',
              label: words.signNext,
              keys: ['Ctrl+Maj+Entrée'],
              run: () => void this.ask('sign', { goOn: true }),
            },
          ]
        : []),
      ...others.map((move) => ({ id: move, label: words.move(move), keys: [], run: run(move) })),
    ];
  }

  /** Makes the move, or waits for the reason it needs. */
  async ask(move: Move, { goOn = false, reason = '' } = {}): Promise<void> {
    const missing = await this.#missing();
    const content = await this.#workbench.settledContent();
    if (!content) return;
    const refusal = await this.#store.move({ move, missing, reason, content });
    this.#pending = undefined;
    if (!refusal) this.#store.done(move, goOn);
    else if (refusal.kind === 'missing' || refusal.kind === 'reason-needed') {
      this.#pending = { move, goOn, refusal };
    } else this.#store.refused(refusal);
  }

  /** Makes the pending move with its reason. */
  async confirm(reason: string): Promise<void> {
    const pending = this.#pending;
    if (pending) await this.ask(pending.move, { goOn: pending.goOn, reason });
  }

  dismiss(): void {
    this.#pending = undefined;
  }
}
