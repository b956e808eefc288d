import type { Person } from '../dossier/person';
import type { Vault } from '../vault/vault';

/** What a workplace stands on: there before any field of it is made. */
export class OpenedVault {
  readonly vault: Vault;
  /** Who is at work. */
  readonly person: Person;

  constructor(vault: Vault, person: Person) {
    this.vault = vault;
    this.person = person;
  }
}
