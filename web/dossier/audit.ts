import type { Phase } from './dictation';
import type { Role } from './person';

/** What people do that is told afterwards. */
export type AuditAction =
  | 'account-added'
  | 'account-removed'
  | 'audit-exported'
  | 'audit-pruned'
  | 'backup-made'
  | 'backup-restored'
  | 'dictation-added'
  | 'dictation-exported'
  | 'dictation-opened'
  | 'dictation-purged'
  | 'dictation-removed'
  | 'dictation-restored'
  | 'locked'
  | 'passkey-added'
  | 'passphrase-changed'
  | 'older-vault-seen'
  | 'patient-erased'
  | 'practice-made'
  | 'recovery-code-made'
  | 'sound-purged'
  | 'state-changed'
  | 'try-failed'
  | 'unlocked';

export interface AuditNote {
  readonly action: AuditAction;
  /** Random identifier of what it was done to. */
  readonly subject?: string;
  /** The phase a dictation went on to. */
  readonly state?: Phase;
  /** When it happened, if the line was written later. */
  readonly happenedAt?: number;
  /** The last line that was erased for its age, and its hash. */
  readonly pruned?: { readonly line: number; readonly hash: string };
}

/** One line of the audit: no name, no text, nothing of health. */
export interface AuditEntry extends AuditNote {
  readonly format: 1;
  /** From 1, without a gap. */
  readonly line: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Identifier of the account. */
  readonly who: string;
  readonly role: Role;
  /** SHA-256 of the line before, as exported. */
  readonly previous: string;
}

export interface AuditVerdict {
  readonly isWhole: boolean;
  /** Lines that do not follow the one before. */
  readonly broken: readonly number[];
}
