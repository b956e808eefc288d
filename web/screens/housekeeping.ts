import type { CorrectionRecord } from '../dossier/corrections';
import { soundIds, type Dictation } from '../dossier/dictation';
import type { SpokenPiece } from '../dossier/spoken-answer';
import { newIdentifier } from '../dossier/identifier';
import type { Patient } from '../dossier/identity/patient';
import type { ReportWords } from '../dossier/report-words';
import { mayErase, type Person } from '../dossier/person';
import { dueFor, type Retention } from '../dossier/retention';
import type { Erasure } from '../dossier/retention-erasure';
import type { Vault } from '../vault/vault';

const LOCK = 'plume-housekeeping';

/** How the audit of the practice calls it. */
const ACTIONS = {
  patient: 'patient-erased',
  dictation: 'dictation-purged',
  sound: 'sound-purged',
} as const satisfies Record<Erasure['what'], string>;

type ErasureAction = (typeof ACTIONS)[Erasure['what']];

interface HousekeepingOptions {
  readonly vault: Vault;
  readonly person: Person;
  /** Stops what is being done to a dictation that goes. */
  readonly onGoing: (dictationId: string) => void;
  /** Tells the audit of the practice, where there is one; identifiers are random. */
  readonly note?: (action: ErasureAction, subjectId: string) => Promise<void>;
}

/** What is not needed any more goes, at its time or when asked, and a certificate of it stays. */
export class Housekeeping {
  readonly #options: HousekeepingOptions;

  constructor(options: HousekeepingOptions) {
    this.#options = options;
  }

  async retention(): Promise<Retention> {
    const { settings } = this.#options.vault;
    const [binDays, soundDays, settledDays] = await Promise.all([
      settings.get('binDays'),
      settings.get('soundDays'),
      settings.get('settledDays'),
    ]);
    return { binDays, soundDays, settledDays };
  }

  /** Erases what is due, in one tab at a time; breaking off in the middle leaves the rest due. */
  sweep(now = Date.now()): Promise<void> {
    return navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock) await this.#sweep(now);
    });
  }

  /** Erases a dictation of the bin before its time. */
  async purge(dictation: Dictation): Promise<Erasure> {
    this.#demand();
    return this.#purge(dictation, 'asked', Date.now());
  }

  /** Dictations that would go with a patient, those of the bin included. */
  async dictationsOf(patientId: string): Promise<readonly Dictation[]> {
    const all = await this.#options.vault.dictations.all();
    return all.filter((dictation) => dictation.patientId === patientId);
  }

  /** Erases a patient with all that is about him; last of all himself, so that it can be done again if it broke off. */
  async erasePatient(patientId: string): Promise<Erasure> {
    this.#demand();
    const { vault, onGoing } = this.#options;
    const dictations = await this.dictationsOf(patientId);
    for (const { id } of dictations) {
      onGoing(id);
      await this.#purgeWhole(id);
    }
    await vault.records<Patient>('patients').remove(patientId);
    return this.#certify({
      at: Date.now(),
      what: 'patient',
      subjectId: patientId,
      dictationCount: dictations.length,
      why: 'asked',
    });
  }

  /** Newest first. */
  async erasures(): Promise<readonly Erasure[]> {
    const all = await this.#erasures.all();
    return all.toSorted((one, other) => other.at - one.at);
  }

  async #sweep(now: number): Promise<void> {
    const retention = await this.retention();
    for (const dictation of await this.#options.vault.dictations.all()) {
      const due = dueFor(dictation, retention, now);
      if (due === 'purge-sound') await this.#purgeSound(dictation, now);
      else if (due === 'purge-binned') await this.#purge(dictation, 'bin', now);
      else if (due === 'purge-settled') await this.#purge(dictation, 'settled', now);
    }
  }

  async #purge({ id }: Dictation, why: Erasure['why'], at: number): Promise<Erasure> {
    this.#options.onGoing(id);
    await this.#purgeWhole(id);
    return this.#certify({ at, what: 'dictation', subjectId: id, dictationCount: 1, why });
  }

  /** What was learnt from it goes first: a purge that breaks off is still due. */
  async #purgeWhole(id: string): Promise<void> {
    const { vault } = this.#options;
    await vault.records<CorrectionRecord>('corrections').remove(id);
    await vault.records<ReportWords>('report-words').remove(id);
    await vault.dictations.purge(id);
  }

  /** Marked only when all is gone: a sweep that breaks off does it again. */
  async #purgeSound(dictation: Dictation, at: number): Promise<void> {
    const { sounds, dictations } = this.#options.vault;
    const { id } = dictation;
    for (const soundId of soundIds(dictation)) {
      for (const pieces of [sounds.speech, sounds.originals, sounds.peaks]) {
        await pieces.replace(soundId, []);
      }
    }
    await this.#options.vault.annexes<SpokenPiece>('answers').removeAll(id);
    await dictations.change(id, { soundPurgedAt: at });
    await this.#certify({ at, what: 'sound', subjectId: id, dictationCount: 1, why: 'settled' });
  }

  async #certify(erased: Omit<Erasure, 'format' | 'id'>): Promise<Erasure> {
    const erasure: Erasure = { format: 1, id: newIdentifier(), ...erased };
    await this.#erasures.put(erasure.id, erasure);
    await this.#options.note?.(ACTIONS[erasure.what], erasure.subjectId);
    return erasure;
  }

  /** What goes at its time goes by the rules of the practice; what is asked for, by who may ask. */
  #demand(): void {
    if (!mayErase(this.#options.person)) throw new Error('This account may not erase for good.');
  }

  get #erasures() {
    return this.#options.vault.records<Erasure>('erasures');
  }
}
