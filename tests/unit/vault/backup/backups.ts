import { createHash } from 'node:crypto';
import {
  BackupFile,
  writeBackup,
  type BackupProblem,
  type Secret,
} from '../../../../web/vault/backup/backup-file';
import type { BackupRecord, ReadingReport } from '../../../../web/vault/backup/records';

/** A passphrase that costs nothing: what Argon2id does is tested where it lives. */
export const secret = (passphrase: string): Secret => ({
  passphrase,
  deriveKey: async (text, salt) => {
    const bytes = new TextEncoder().encode(`${text} ${salt.join()}`);
    return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  },
});

export const RIGHT = secret('sept mots que personne ne devine');

export const record = (index: number, length: number): BackupRecord => ({
  table: 'speech',
  key: ['sound', index],
  revision: 0,
  kind: 1,
  bytes: new Uint8Array(length).map((_, at) => (at * 31 + index) % 256),
});

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

export async function backupOf(records: readonly BackupRecord[]): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const signal = new AbortController().signal;
  for await (const part of writeBackup(signal, each(records), RIGHT)) parts.push(part);
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** As short as can be compared quickly: its place and a digest of its bytes. */
export const digest = ({ table, key, revision, kind, bytes }: BackupRecord): string =>
  `${table} ${key.join()} ${revision} ${kind} ${createHash('sha256').update(bytes).digest('hex')}`;

export interface Restored {
  /** Digests. */
  readonly records: readonly string[];
  readonly report: ReadingReport;
}

export async function restored(
  bytes: Uint8Array<ArrayBuffer>,
  asked: Secret = RIGHT,
): Promise<Restored | BackupProblem> {
  const backup = await BackupFile.open(new Blob([bytes]), asked);
  if (typeof backup === 'string') return backup;
  const records: string[] = [];
  const reading = backup.records(new AbortController().signal);
  for (;;) {
    const { done, value } = await reading.next();
    if (done) return { records, report: value };
    records.push(digest(value));
  }
}
