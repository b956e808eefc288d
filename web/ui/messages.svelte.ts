export interface Message {
  readonly id: number;
  /** An alert interrupts a screen reader; a status waits for a pause. */
  readonly role: 'status' | 'alert';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

const LIFETIME_MILLISECONDS = 12_000;

/** What the application has to say: alerts stay until closed, the rest goes by itself. */
export class Messages {
  #messages = $state.raw<readonly Message[]>([]);
  #nextId = 1;

  get all(): readonly Message[] {
    return this.#messages;
  }

  tell(text: string, action?: Message['action']): void {
    const id = this.#add({ role: 'status', text, ...(action && { action }) });
    setTimeout(() => this.close(id), LIFETIME_MILLISECONDS);
  }

  alert(text: string, action?: Message['action']): void {
    this.#add({ role: 'alert', text, ...(action && { action }) });
  }

  close(id: number): void {
    this.#messages = this.#messages.filter((message) => message.id !== id);
  }

  #add(message: Omit<Message, 'id'>): number {
    const id = this.#nextId++;
    const others = this.#messages.filter(({ text }) => text !== message.text);
    this.#messages = [...others, { ...message, id }];
    return id;
  }
}
