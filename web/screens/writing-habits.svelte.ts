import { USUAL_HABITS, type WritingHabits } from '../../terminology/spoken/habits';
import { HABITS_ID, type KeptHabits } from '../dossier/writing-habits';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { writingWords as words } from '../words/writing';

/** How the practice wants its dictations written; every change is kept at once and can be undone. */
export class Habits {
  readonly #vault: Vault;
  readonly #messages: Messages;
  #now = $state.raw<WritingHabits>(USUAL_HABITS);
  #isOpen = $state.raw(false);

  constructor(vault: Vault, messages: Messages) {
    this.#vault = vault;
    this.#messages = messages;
  }

  get now(): WritingHabits {
    return this.#now;
  }

  /** False until they have been read once. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Follows what is kept, from any tab, until the returned function is called. */
  open(): () => void {
    return this.#kept.watch((all) => {
      this.#now = all[0] ?? USUAL_HABITS;
      this.#isOpen = true;
    });
  }

  /** Keeps a change and says so, with a way back. */
  async change(change: Partial<WritingHabits>, said: string): Promise<void> {
    const before = this.#now;
    if (!(await this.#keep({ ...before, ...change }))) return;
    const changed = Object.keys(change) as (keyof WritingHabits)[];
    const undone = Object.fromEntries(changed.map((name) => [name, before[name]]));
    const undo = () => void this.#keep({ ...this.#now, ...undone });
    this.#messages.tell(said, { label: words.undo, run: undo });
  }

  get #kept() {
    return this.#vault.records<KeptHabits>('spoken');
  }

  async #keep(habits: WritingHabits): Promise<boolean> {
    try {
      await this.#kept.put(HABITS_ID, { ...habits, format: 1 });
      this.#now = habits;
      return true;
    } catch {
      this.#messages.alert(words.notKept);
      return false;
    }
  }
}

/** A list with one item put in the place of another, or at its end; without it where there is none. */
export function withItem<Item>(
  items: readonly Item[],
  old: Item | undefined,
  item: Item | undefined,
): readonly Item[] {
  if (old === undefined) return item === undefined ? items : [...items, item];
  return items.flatMap((other) => (other === old ? (item === undefined ? [] : [item]) : [other]));
}
