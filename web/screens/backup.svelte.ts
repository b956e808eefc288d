import { passphraseStrength } from '../dossier/passphrase';
import { deriveKey } from '../engine/locksmith';
import {
  BackupFile,
  writeBackup,
  type BackupProblem,
  type Recipient,
} from '../vault/backup/backup-file';
import { newExchangeKeys, type ExchangeKeys } from '../vault/backup/exchange';
import type { ReadingReport } from '../vault/backup/records';
import { Restore, type RestorePlan, type StoredRow } from '../vault/backup/restore';
import type { Vault } from '../vault/vault';
import { backupWords } from '../words/backup';
import { whileRestoring } from './restore-lock';
import { saveBlob } from './save-text';

export type BackupPhase =
  | { readonly name: 'idle' }
  | { readonly name: 'working'; readonly job: 'saving' | 'looking' | 'restoring' }
  | { readonly name: 'looked'; readonly file: BackupFile; readonly found: Found }
  | { readonly name: 'saved'; readonly fileName: string }
  | { readonly name: 'restored'; readonly found: Found }
  | { readonly name: 'refused'; readonly problem: BackupProblem }
  | { readonly name: 'cancelled' | 'failed' };

export interface Found {
  readonly plan: RestorePlan;
  readonly report: ReadingReport;
}

type BackedUp = Pick<Vault, 'audit' | 'backup' | 'records'>;

/** The keys of the practice, by which others send it dictations. */
const OWN_KEYS = 'own';

/** Parts of a file that are put together, so that the browser may keep them on disk. */
const PARTS_TOGETHER = 32;

/** A backup being made, looked at or brought back. */
export class Backup {
  readonly #vault: BackedUp;
  #stop = new AbortController();
  #phase = $state.raw<BackupPhase>({ name: 'idle' });
  #share = $state.raw(0);

  constructor(vault: BackedUp) {
    this.#vault = vault;
  }

  get phase(): BackupPhase {
    return this.#phase;
  }

  /** Of the job in progress, in [0, 1]. */
  get share(): number {
    return this.#share;
  }

  /** Why a passphrase will not do; nothing where it will. */
  complaint(passphrase: string, again: string): string | undefined {
    if (passphraseStrength(passphrase) === 'weak') return backupWords.weak;
    return passphrase === again ? undefined : backupWords.different;
  }

  /** Everything, into a file of the person's own. */
  save(passphrase: string): Promise<void> {
    return this.#save({ passphrase, deriveKey }, backupWords.fileName(Date.now()), () =>
      this.#vault.audit.note('backup-made'),
    );
  }

  /** One dictation with sound and report, for another Plume: with a passphrase, or for who has the other half of a key. */
  give(dictationId: string, secret: string | Recipient): Promise<void> {
    const sealing = typeof secret === 'string' ? { passphrase: secret, deriveKey } : secret;
    const note = () => this.#vault.audit.note('dictation-exported', dictationId);
    return this.#save(sealing, backupWords.givenName(Date.now()), note, dictationId);
  }

  /** The keys of the practice, made when they are first asked for. */
  async ownKeys(): Promise<ExchangeKeys> {
    const known = await this.#keys.get(OWN_KEYS);
    if (known) return known;
    await this.#keys.put(OWN_KEYS, await newExchangeKeys());
    return (await this.#keys.get(OWN_KEYS)) ?? this.ownKeys();
  }

  get #keys() {
    return this.#vault.records<ExchangeKeys>('exchange-keys');
  }

  #save(
    secret: Parameters<typeof writeBackup>[2],
    fileName: string,
    note: () => Promise<void>,
    dictationId?: string,
  ): Promise<void> {
    return this.#work('saving', async (signal) => {
      const total = (await this.#vault.backup.count(dictationId)) + 1;
      let done = 0;
      const counted = async function* (rows: AsyncIterable<StoredRow>, tell: () => void) {
        for await (const row of rows) {
          yield row;
          tell();
        }
      };
      const rows = counted(this.#vault.backup.rows(signal, dictationId), () => {
        this.#share = ++done / total;
      });
      const file = await gathered(writeBackup(signal, rows, secret));
      saveBlob(fileName, file);
      await note();
      return { name: 'saved', fileName };
    });
  }

  /** What a restore would do; nothing is written. */
  look(file: Blob, passphrase: string): Promise<void> {
    return this.#work('looking', async (signal) => {
      const own = await this.#keys.get(OWN_KEYS);
      const backup = await BackupFile.open(file, { passphrase, deriveKey, own });
      if (typeof backup === 'string') return { name: 'refused', problem: backup };
      const restore = new Restore(this.#vault.backup);
      const report = await this.#read(signal, backup, (row) => restore.weigh(row));
      const found = { plan: restore.plan, report };
      return { name: 'looked', file: backup, found };
    });
  }

  /** @param bringsErased what was erased here since comes back as well. */
  restore(backup: BackupFile, bringsErased: boolean): Promise<void> {
    return this.#work('restoring', (signal) =>
      whileRestoring(async () => {
        const restore = new Restore(this.#vault.backup, { bringsErased });
        try {
          const report = await this.#read(signal, backup, (row) => restore.bring(row));
          await restore.finish();
          await this.#vault.audit.note('backup-restored');
          return { name: 'restored', found: { plan: restore.plan, report } };
        } catch (error) {
          await this.#vault.backup.tidy();
          throw error;
        }
      }),
    );
  }

  cancel(): void {
    this.#stop.abort();
  }

  async #read(
    signal: AbortSignal,
    backup: BackupFile,
    take: (row: StoredRow) => Promise<void>,
  ): Promise<ReadingReport> {
    const reading = backup.records(signal);
    for (;;) {
      const { done, value } = await reading.next();
      if (done) return value;
      await take(value);
      this.#share = backup.progress;
    }
  }

  async #work(
    job: 'saving' | 'looking' | 'restoring',
    run: (signal: AbortSignal) => Promise<BackupPhase>,
  ): Promise<void> {
    this.#stop = new AbortController();
    this.#share = 0;
    this.#phase = { name: 'working', job };
    const { signal } = this.#stop;
    try {
      this.#phase = await run(signal);
    } catch {
      this.#phase = { name: signal.aborted ? 'cancelled' : 'failed' };
    }
  }
}

async function gathered(parts: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  let whole = new Blob([]);
  let waiting: BlobPart[] = [];
  for await (const part of parts) {
    waiting.push(part);
    if (waiting.length < PARTS_TOGETHER) continue;
    whole = new Blob([whole, ...waiting]);
    waiting = [];
  }
  return new Blob([whole, ...waiting], { type: 'application/octet-stream' });
}
