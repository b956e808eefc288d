import { passphraseStrength } from '../dossier/passphrase';
import { deriveKey } from '../engine/locksmith';
import { BackupFile, writeBackup, type BackupProblem } from '../vault/backup/backup-file';
import type { ReadingReport } from '../vault/backup/records';
import { Restore, type RestorePlan, type StoredRow } from '../vault/backup/restore';
import type { Vault } from '../vault/vault';
import { backupWords } from '../words/backup';
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

/** Parts of a file that are put together, so that the browser may keep them on disk. */
const PARTS_TOGETHER = 32;

/** A backup being made, looked at or brought back. */
export class Backup {
  readonly #rows: Vault['backup'];
  #stop = new AbortController();
  #phase = $state.raw<BackupPhase>({ name: 'idle' });
  #share = $state.raw(0);

  constructor(vault: Pick<Vault, 'backup'>) {
    this.#rows = vault.backup;
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

  save(passphrase: string): Promise<void> {
    return this.#work('saving', async (signal) => {
      const total = (await this.#rows.count()) + 1;
      let done = 0;
      const counted = async function* (rows: AsyncIterable<StoredRow>, tell: () => void) {
        for await (const row of rows) {
          yield row;
          tell();
        }
      };
      const rows = counted(this.#rows.rows(signal), () => {
        this.#share = ++done / total;
      });
      const file = await gathered(writeBackup(signal, rows, { passphrase, deriveKey }));
      const fileName = backupWords.fileName(Date.now());
      saveBlob(fileName, file);
      return { name: 'saved', fileName };
    });
  }

  /** What a restore would do; nothing is written. */
  look(file: Blob, passphrase: string): Promise<void> {
    return this.#work('looking', async (signal) => {
      const backup = await BackupFile.open(file, { passphrase, deriveKey });
      if (typeof backup === 'string') return { name: 'refused', problem: backup };
      const found = await this.#read(signal, backup, (restore, row) => restore.weigh(row));
      return { name: 'looked', file: backup, found };
    });
  }

  restore(backup: BackupFile): Promise<void> {
    return this.#work('restoring', async (signal) => {
      const found = await this.#read(signal, backup, (restore, row) => restore.bring(row));
      return { name: 'restored', found };
    });
  }

  cancel(): void {
    this.#stop.abort();
  }

  async #read(
    signal: AbortSignal,
    backup: BackupFile,
    take: (restore: Restore, row: StoredRow) => Promise<unknown>,
  ): Promise<Found> {
    const restore = new Restore(this.#rows);
    const reading = backup.records(signal);
    for (;;) {
      const { done, value } = await reading.next();
      if (done) return { plan: restore.plan, report: value };
      await take(restore, value);
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
