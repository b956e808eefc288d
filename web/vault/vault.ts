import type { Dictation } from '../dossier/dictation';
import { TRIAL_PERSON, type Person } from '../dossier/person';
import { annexes } from './annexes';
import { storedRows } from './backup/stored-rows';
import { Audit } from './audit';
import { contents } from './stored-contents';
import {
  openDatabase,
  SEALED_TABLE_NAMES,
  type Database,
  type DictationRow,
  type SealedTableName,
} from './database';
import { dictations } from './dictations';
import { Keyring, UnreadableError } from './keyring';
import { Ledger } from './ledger';
import { Permission } from './permission';
import { keyOf, Quarantine } from './quarantine';
import { records } from './records';
import { reports } from './reports';
import { SealedTable, type Opened } from './sealed-table';
import { settings } from './settings';
import { sounds } from './sounds';
import { sealPlainRows, takeOver, type TakeOverProgress } from './take-over';
import { transcripts } from './transcripts';
import { Witness, type WitnessStorage } from './witness';

export type Vault = Awaited<ReturnType<typeof openVault>>;

const TRIAL_DATABASE = 'plume';
const SAMPLE_ROWS = 20;

/** With the wrong key nothing would open, and everything would be set apart. */
async function checkKey(database: Database, keyring: Keyring): Promise<void> {
  for (const table of [database.ledger, database.settings, database.dictations, database.audit]) {
    for (const row of await table.limit(SAMPLE_ROWS).toArray()) {
      const key = 'part' in row ? [row.part] : keyOf(table.name as SealedTableName, row);
      const place = { table: table.name, key, revision: row.revision };
      const opened = await keyring.open(place, row.sealed).catch(() => undefined);
      if (opened !== undefined) return;
    }
  }
  throw new UnreadableError('This key opens nothing of this vault.');
}

async function openDatabaseWith(
  name: string,
  key: CryptoKey,
  person = TRIAL_PERSON,
): Promise<Opened> {
  const database = openDatabase(name);
  const keyring = new Keyring(key);
  const ledger = new Ledger(database, keyring);
  const quarantine = new Quarantine(database);
  try {
    const damaged = await ledger.load();
    if (damaged.length > 0) await checkKey(database, keyring);
    await quarantine.takeParts(damaged);
  } catch (error) {
    database.close();
    throw error;
  }
  const permission = new Permission(person);
  return { database, keyring, ledger, quarantine, permission, writing: new Set() };
}

/** Everything that is kept, sealed with one key, behind repositories: nothing outside this folder knows how. */
export async function openVault(
  name: string,
  key: CryptoKey,
  person = TRIAL_PERSON,
  storage: WitnessStorage | undefined = globalThis.localStorage,
) {
  const opened = await openDatabaseWith(name, key, person);
  return repositories(opened, person, new Witness(opened.keyring, name, storage));
}

function repositories(opened: Opened, person: Person, witness: Witness) {
  const audit = new Audit(opened, person, witness);
  const table = new SealedTable<Dictation, DictationRow>(opened, 'dictations', { remembers: true });
  return {
    audit,
    dictations: dictations(opened, table, audit),
    sounds: sounds(opened),
    transcripts: transcripts(opened, table),
    reports: reports(opened),
    settings: settings(opened),
    records: records(opened),
    annexes: annexes(opened),
    quarantine: opened.quarantine,
    onRefusal: (tell: () => void) => opened.permission.onRefusal(tell),
    contents: contents(opened),
    backup: storedRows(opened),

    /** What was chosen or typed a moment ago is not on the disk yet. */
    isWriting: (): boolean => opened.writing.size > 0,

    /** Drops the key once everything is written that was being written; what comes later fails. */
    close: async (): Promise<void> => {
      await Promise.allSettled(opened.writing);
      opened.keyring.close();
      opened.database.close();
    },
  };
}

/** What is kept before a vault is made. */
export const openTrialVault = (key: CryptoKey): Promise<Vault> => openVault(TRIAL_DATABASE, key);

/** Seals what an older version kept readable; while it runs, nobody may write. */
export async function sealTrial(key: CryptoKey): Promise<void> {
  const opened = await openDatabaseWith(TRIAL_DATABASE, key);
  try {
    await sealPlainRows(opened);
  } finally {
    opened.database.close();
  }
}

/** Each practice has a database of its own. */
export const openPracticeVault = (
  practiceId: string,
  key: CryptoKey,
  person: Person,
): Promise<Vault> => openVault(databaseOf(practiceId), key, person);

const databaseOf = (practiceId: string): string => `plume-${practiceId}`;

/** Forgets the database of the trial, once nothing is in it any more. */
export async function forgetTrial(): Promise<void> {
  const database = openDatabase(TRIAL_DATABASE);
  const counts = await Promise.all(SEALED_TABLE_NAMES.map((name) => database.table(name).count()));
  if (counts.every((count) => count === 0)) await database.delete();
  else database.close();
}

/** Moves what was kept before a vault was made into the vault of a practice; may be stopped and begun again. */
export async function takeOverTrial(
  { practiceId, key, deviceKey }: { practiceId: string; key: CryptoKey; deviceKey: CryptoKey },
  onProgress: TakeOverProgress,
): Promise<void> {
  const source = await openDatabaseWith(TRIAL_DATABASE, deviceKey);
  const vault = await openDatabaseWith(databaseOf(practiceId), key);
  try {
    await takeOver(source, vault, onProgress);
    await source.database.ledger.clear();
  } finally {
    source.database.close();
    vault.database.close();
  }
}
