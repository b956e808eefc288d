export interface Message {
  readonly id: number;
  /** An alert interrupts a screen reader; a status waits for a pause. */
  readonly role: 'status' | 'alert';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** What it tells of: the next word on the same thing takes its place. */
  readonly about?: string;
}

const LIFETIME_MILLISECONDS = 12_000;

/** What the application has to say: alerts stay until closed, the rest goes by itself. */
export class Messages {
  #messages = $state.raw<readonly Message[]>([]);
  #nextId = 1;
  #isHeld = false;

  get all(): readonly Message[] {
    return this.#messages;
  }

  tell(text: string, action?: Message['action']): void {
    this.#expire(this.#add({ role: 'status', text, ...(action && { action }) }));
  }

  /** Tells how something stands now: what was told of it before does not hold any more. */
  tellOf(about: string, text: string): void {
    this.#expire(this.#add({ role: 'status', text, about }));
  }

  /** Nothing goes by itself while somebody is at it. */
  hold(isHeld: boolean): void {
    this.#isHeld = isHeld;
  }

  alert(text: string, action?: Message['action']): void {
    this.#add({ role: 'alert', text, ...(action && { action }) });
  }

  close(id: number): void {
    // What had the focus is gone, and does not say that it lost it.
    this.#isHeld = false;
    this.#messages = this.#messages.filter((message) => message.id !== id);
  }

  #expire(id: number): void {
    const end = () => (this.#isHeld ? this.#expire(id) : this.close(id));
    setTimeout(end, LIFETIME_MILLISECONDS);
  }

  #add(message: Omit<Message, 'id'>): number {
    const id = this.#nextId++;
    const others = this.#messages.filter(
      ({ text, about }) =>
        text !== message.text && (about === undefined || about !== message.about),
    );
    this.#messages = [...others, { ...message, id }];
    return id;
  }
}
