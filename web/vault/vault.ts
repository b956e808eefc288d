import { openDatabase } from './database';
import { annexes } from './annexes';
import { storedRows } from './backup/stored-rows';
import { dictations } from './dictations';
import { records } from './records';
import { reports } from './reports';
import { settings } from './settings';
import { sounds } from './sounds';
import { transcripts } from './transcripts';

export type Vault = ReturnType<typeof openVault>;

/** Everything that is kept, behind repositories: nothing outside this folder knows how. */
export function openVault(name = 'plume') {
  const database = openDatabase(name);
  return {
    dictations: dictations(database),
    sounds: sounds(database),
    transcripts: transcripts(database),
    reports: reports(database),
    settings: settings(database),
    records: records(database),
    annexes: annexes(database),
    backup: storedRows(database),
    close: () => database.close(),
  };
}
