/** What one may do: an administrator keeps the practice, a reader changes nothing. */
export type Role = 'administrator' | 'secretary' | 'doctor' | 'reader';

/** Who is at work; verdicts, moves and versions carry the identifier. */
export interface Person {
  /** Random; "trial" where no vault has been made yet. */
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** Before a vault is made, one person does everything. */
export const TRIAL_PERSON: Person = { id: 'trial', name: '', role: 'administrator' };

export const mayCorrect = ({ role }: Person): boolean => role !== 'reader';
export const maySign = ({ id, role }: Person): boolean =>
  role === 'doctor' || id === TRIAL_PERSON.id;
/** For good, that is: putting into the bin is for everyone who corrects. */
export const mayErase = ({ role }: Person): boolean =>
  role === 'administrator' || role === 'doctor';
export const mayAdminister = ({ role }: Person): boolean => role === 'administrator';
