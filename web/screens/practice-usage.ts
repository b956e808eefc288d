import type { Usage } from '../../terminology/lexicon/usage';
import type { Dictation } from '../dossier/dictation';
import { namesOf, type Patient } from '../dossier/identity/patient';
import {
  countedReports,
  MOST_WORDS,
  usageOf,
  type ReportWords,
  type SignedReport,
} from '../dossier/report-words';
import { byTime, type ReportVersion } from '../dossier/version';
import type { Vault } from '../vault/vault';

export interface UsageSources {
  readonly vault: Vault;
  /** Medical words of a text, without the words of these names; `undefined` while there is no lexicon. */
  readonly wordsOf: (
    text: string,
    names: readonly string[],
  ) => Promise<readonly string[] | undefined>;
  /** Takes what the practice uses from now on. */
  readonly take: (usage: Usage) => void;
}

/** Counts the words of signed reports, for what the practice writes often to go before what it never does. */
export class PracticeUsage {
  readonly #sources: UsageSources;
  #counted = '';
  #underWay: Promise<void> = Promise.resolve();

  constructor(sources: UsageSources) {
    this.#sources = sources;
  }

  /**
   * Counts what was signed since, forgets what is gone or signed no more. One report at a time, and each by itself: what breaks
   * off is taken up at the next call.
   */
  follow(dictations: readonly Dictation[]): Promise<void> {
    const signed = countedReports(dictations);
    const key = signed.map(({ dictation, signedAt }) => `${dictation.id} ${signedAt}`).join();
    if (key === this.#counted) return this.#underWay;
    this.#counted = key;
    this.#underWay = this.#underWay
      .then(() => this.#catchUp(signed))
      .catch(() => {
        this.#counted = '';
      });
    return this.#underWay;
  }

  async #catchUp(signed: readonly SignedReport[]): Promise<void> {
    const kept = new Map((await this.#records.all()).map((words) => [words.dictationId, words]));
    const wanted = new Map(signed.map((report) => [report.dictation.id, report.signedAt]));
    for (const { dictationId, signedAt } of kept.values()) {
      if (wanted.get(dictationId) === signedAt) continue;
      await this.#records.remove(dictationId);
      kept.delete(dictationId);
    }
    this.#sources.take(usageOf([...kept.values()]));
    const missing = signed.filter(({ dictation }) => !kept.has(dictation.id));
    for (const report of missing) {
      const words = await this.#read(report);
      await this.#records.put(words.dictationId, words);
      kept.set(words.dictationId, words);
    }
    if (missing.length > 0) this.#sources.take(usageOf([...kept.values()]));
  }

  /** A report whose signed version was never kept counts for nothing. */
  async #read({ dictation, signedAt }: SignedReport): Promise<ReportWords> {
    const { id, patientId } = dictation;
    const { vault, wordsOf } = this.#sources;
    const versions = byTime(await vault.annexes<ReportVersion>('versions').all(id));
    const signed = versions.findLast(({ milestone }) => milestone === 'signed');
    const patient =
      patientId === undefined ? undefined : await vault.records<Patient>('patients').get(patientId);
    const words = await wordsOf(signed?.text ?? '', namesOf(patient));
    if (!words) throw new Error('There is no lexicon to read reports with.');
    return { format: 1, dictationId: id, signedAt, words: words.slice(0, MOST_WORDS) };
  }

  get #records() {
    return this.#sources.vault.records<ReportWords>('report-words');
  }
}
