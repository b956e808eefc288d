import { mayCorrect, type Person } from '../dossier/person';
import type { SealedTableName } from './database';

/** The account may not write this. */
export class ForbiddenError extends Error {}

/** How one listens and what one has understood: a reader's too. */
const OF_A_READER: ReadonlySet<string | number | undefined> = new Set([
  'hiddenMarks',
  'isFiltered',
  'keys',
  'pedalMode',
  'rewindSeconds',
  'speed',
  'volume',
  'waitsWhileTyping',
]);

function mayWrite(
  person: Person,
  table: SealedTableName,
  [first, second, third]: readonly (string | number)[],
): boolean {
  if (mayCorrect(person) || table === 'audit') return true;
  if (table === 'settings') return OF_A_READER.has(first);
  return table === 'annexes' && second === 'listened' && third === person.id;
}

/** Says whether a row may be written or removed; whoever listens is told of each refusal. */
export class Permission {
  readonly #person: Person;
  readonly #listeners = new Set<() => void>();

  constructor(person: Person) {
    this.#person = person;
  }

  /** @throws ForbiddenError */
  demand(table: SealedTableName, key: readonly (string | number)[]): void {
    if (mayWrite(this.#person, table, key)) return;
    for (const tell of this.#listeners) tell();
    throw new ForbiddenError(`This account may not write ${table}.`);
  }

  /** Until the returned function is called. */
  onRefusal(tell: () => void): () => void {
    this.#listeners.add(tell);
    return () => void this.#listeners.delete(tell);
  }
}
