import { BackupFile, writeBackup } from '../../../web/vault/backup/backup-file';
import { Restore } from '../../../web/vault/backup/restore';
import { openVault, type Vault } from '../../../web/vault/vault';
import {
  derive,
  DICTATION,
  fill,
  fillAtOnce,
  filledRows,
  forEver,
  keptKey,
  reached,
  ROWS,
} from './kept';
import type { Check, Trial } from './kept';
import { checkTyped, type } from './work';

const SECRET = { passphrase: 'une phrase de sauvegarde', deriveKey: derive } as const;
const ENTRIES = 30;
/** So many that the page dies before the last one. */
const RESTORED = Array.from({ length: 12 }, (_, at) => `restored-${at}`);

const always = () => new AbortController().signal;

async function backUp(vault: Vault): Promise<Blob> {
  const parts: Blob[] = [];
  const signal = always();
  for await (const part of writeBackup(signal, vault.backup.rows(signal), SECRET)) {
    parts.push(new Blob([part]));
  }
  return new Blob(parts);
}

/** Backups one after the other while a person types; what is acknowledged are the keystrokes. */
export const backingUp: Trial = {
  async work(vault) {
    await fill(vault, DICTATION);
    await Promise.all([type(vault), forEver(() => backUp(vault))]);
  },

  async check(vault, acknowledged) {
    const missing = 2 * ROWS - (await filledRows(vault, DICTATION));
    const file = await BackupFile.open(await backUp(vault), SECRET);
    if (typeof file === 'string') return { wrong: file };
    const reading = file.records(always());
    for (;;) {
      const { done, value } = await reading.next();
      if (!done) continue;
      if (value.lost !== 0) return { wrong: 'a backup that is not whole' };
      return { others: missing, ...(await checkTyped(vault, acknowledged)) };
    }
  },
};

async function fillWithReports(vault: Vault): Promise<void> {
  for (const id of RESTORED) {
    await fillAtOnce(vault, id, ROWS);
    await vault.reports.settle({ format: 1, dictationId: id, document: { id }, version: 1 });
    await vault.reports.append(
      Array.from({ length: ENTRIES }, (_, at) => ({ dictationId: id, version: at + 2, steps: [] })),
    );
  }
}

async function bring(from: Vault, to: Vault, onRow: (count: number) => void): Promise<void> {
  const restore = new Restore(to.backup);
  let count = 0;
  for await (const row of from.backup.rows(always())) {
    await restore.bring(row);
    onRow(++count);
  }
  await restore.finish();
}

const openSource = async (): Promise<Vault> => openVault('endurance-source', await keptKey());

const reportRows = async (vault: Vault, id: string): Promise<number> =>
  (await vault.reports.open(id)).journal.length;

/** All of it, or nothing that a person would see. */
async function checkRestored(vault: Vault): Promise<Check> {
  for (const id of RESTORED) {
    const isHere = (await vault.dictations.get(id)) !== undefined;
    const [rows, entries] = [await filledRows(vault, id), await reportRows(vault, id)];
    const isWhole = rows === 2 * ROWS && entries === ENTRIES;
    if (isHere ? !isWhole : rows + entries > 0)
      return { wrong: `half restored: ${rows}, ${entries}` };
  }
  return {};
}

/** Dictations with sound and report into an empty vault; it is tidied as at an unlocking, and restored again. */
export const restoring: Trial = {
  async work(vault) {
    const source = await openSource();
    await fillWithReports(source);
    await bring(source, vault, (count) => void reached(count));
    await forEver(() => new Promise((resolve) => setTimeout(resolve, 100)));
  },

  async check(vault) {
    await vault.backup.tidy();
    const after = await checkRestored(vault);
    if (after.wrong) return after;
    const source = await openSource();
    await bring(source, vault, () => undefined);
    await source.close();
    for (const id of RESTORED) {
      if (!(await vault.dictations.get(id))) return { wrong: 'not restored the second time' };
    }
    return checkRestored(vault);
  },
};
