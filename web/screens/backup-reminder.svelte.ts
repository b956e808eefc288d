import { daysWithoutBackup, putOff } from '../dossier/backup-reminder';
import type { Dictation } from '../dossier/dictation';
import type { Vault } from '../vault/vault';

type Settings = Vault['settings'];

/** Says quietly that the last backup is old, until one is made or it is put off. */
export class BackupReminder {
  readonly #settings: Settings;
  #days = $state.raw<number>();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Days without a backup; undefined where nothing is to be said. */
  get days(): number | undefined {
    return this.#days;
  }

  async look(dictations: readonly Pick<Dictation, 'createdAt'>[]): Promise<void> {
    const [backedUpAt, putOffUntil, reminderDays] = await Promise.all([
      this.#settings.get('backedUpAt'),
      this.#settings.get('backupPutOffUntil'),
      this.#settings.get('backupReminderDays'),
    ]);
    const firstAt = dictations.reduce<number | undefined>(
      (first, { createdAt }) => Math.min(first ?? createdAt, createdAt),
      undefined,
    );
    const habits = { backedUpAt, putOffUntil, reminderDays };
    this.#days = daysWithoutBackup(habits, firstAt, Date.now());
  }

  async putOff(): Promise<void> {
    this.#days = undefined;
    await this.#settings.set('backupPutOffUntil', putOff(Date.now()));
  }

  /** A backup of everything was made. */
  async done(): Promise<void> {
    this.#days = undefined;
    await this.#settings.set('backedUpAt', Date.now());
  }
}
