import { optionsOf, USUAL_HABITS } from '../../terminology/spoken/habits';
import type { ReportContext } from '../../terminology/rules/report';
import type { Draft } from '../../workers/checker';
import { dayOf, type Dictation } from '../dossier/dictation';
import { identityContext } from '../dossier/identity/identity-context';
import type { Move } from '../dossier/life';
import { mayCorrect, type Person } from '../dossier/person';
import { requiredSections } from '../dossier/template';
import type { HeardTranscript } from '../dossier/transcript';
import { byTime, type ReportVersion } from '../dossier/version';
import { nextUrgent, type Entry } from '../dossier/worklist';
import { HABITS_ID, type KeptHabits } from '../dossier/writing-habits';
import { draftContent } from '../editor/report-content';
import type { Checker } from '../engine/checker';
import type { SignOffStore } from '../review/sign-off.svelte';
import type { WorkbenchStore } from '../review/workbench.svelte';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { lifeWords, refusalWords } from '../words/life';
import type { Authors } from './authors.svelte';
import type { CorrectionMemory } from './correction-memory.svelte';
import { keepDraft, makeMove } from './moves';
import type { PatientBook } from './patients/patient-book.svelte';
import type { PracticeWords } from './practice-words';
import type { Router } from './route.svelte';
import type { Templates } from './templates.svelte';

/** What a report needs of the workplace it lies in. */
export interface AroundReports {
  readonly vault: Vault;
  readonly person: Person;
  readonly checker: Checker;
  /** Aborts when the workplace closes. */
  readonly closing: AbortSignal;
  readonly messages: Messages;
  readonly router: Router;
  readonly templates: Templates;
  readonly authors: Authors;
  readonly patients: PatientBook;
  readonly memory: CorrectionMemory;
  readonly practiceWords: PracticeWords;
  /** Keeps the vault open until this work is done. */
  readonly holdOpen: (work: Promise<unknown>) => void;
  readonly dictation: (id: string) => Dictation | undefined;
  /** Made anew at each call: to be asked for seldom. */
  readonly entries: () => readonly Entry[];
}

/** Brings reports together with what they are kept in, checked by and signed under. */
export class ReportDesk {
  readonly #around: AroundReports;

  constructor(around: AroundReports) {
    this.#around = around;
  }

  /** How a person releases, signs or returns this dictation. */
  signOff(id: string): SignOffStore {
    return {
      person: this.#around.person,
      dictation: () => {
        const dictation = this.#around.dictation(id);
        if (!dictation) throw new Error('The dictation of this screen is gone.');
        return dictation;
      },
      hasPatient: () => {
        const { patientId } = this.#around.dictation(id) ?? {};
        return patientId !== undefined && this.#around.patients.index.get(patientId) !== undefined;
      },
      move: (asked) => makeMove(this.#around.vault, id, { ...asked, person: this.#around.person }),
      done: (move, goOn) => this.#tellMove(id, move, goOn),
      refused: (refusal) => this.#around.messages.alert(refusalWords(refusal)),
    };
  }

  #tellMove(id: string, move: Move, goOn: boolean): void {
    const next =
      goOn &&
      nextUrgent(
        this.#around.entries().filter((entry) => entry.dictation.id !== id),
        true,
      );
    if (goOn && next) this.#around.router.go({ screen: 'dictation', id: next.dictation.id });
    else if (goOn) this.#around.router.go({ screen: 'worklist' });
    this.#around.messages.tellOf('life', lifeWords.done(move));
  }

  async versions(dictationId: string): Promise<readonly ReportVersion[]> {
    return byTime(await this.#around.vault.annexes<ReportVersion>('versions').all(dictationId));
  }

  /** What the rules are told of a report beside its text. */
  contextOf(dictation: Dictation | undefined): ReportContext {
    const { documentType, authorId, patientId } = dictation ?? {};
    const patient =
      patientId === undefined ? undefined : this.#around.patients.index.get(patientId);
    const author = this.#around.authors.nameOf(authorId);
    return {
      day: dayOf(dictation ?? { createdAt: Date.now() }),
      sections: requiredSections(this.#around.templates.all, documentType, authorId),
      ...(documentType && { documentType }),
      ...(author && { author }),
      ...(patient && { patient: identityContext(patient) }),
    };
  }

  async #noteOpen(id: string, open: NonNullable<Dictation['open']>): Promise<void> {
    const known = this.#around.dictation(id)?.open;
    const isNew = known?.findings !== open.findings || known.queries !== open.queries;
    if (isNew) await this.#around.vault.dictations.change(id, { open });
  }

  store(dictationId: string): WorkbenchStore {
    const { reports, transcripts } = this.#around.vault;
    const draft = async (
      { windows, isComplete }: HeardTranscript,
      writtenUntil: number,
    ): Promise<Draft> => {
      const dictation = await this.#around.vault.dictations.get(dictationId);
      const habits = await this.#around.vault.records<KeptHabits>('spoken').get(HABITS_ID);
      const rules = await this.#around.memory.rulesFor(dictation?.authorId);
      const written = await this.#around.checker.draft(this.#around.closing, {
        rules,
        dictationId,
        windows: windows.map(({ segments }) => segments),
        writtenUntil,
        isComplete,
        spoken: {
          ...optionsOf(habits ?? USUAL_HABITS, dictation?.documentType),
          day: dayOf(dictation ?? { createdAt: Date.now() }),
        },
      });
      if (mayCorrect(this.#around.person)) void this.#around.memory.used(written);
      return written;
    };
    return {
      draft,
      noteOpen: (open) => this.#noteOpen(dictationId, open),
      keepDraft: async (transcript) => {
        if (!mayCorrect(this.#around.person)) return;
        await keepDraft(this.#around.vault, dictationId, async () =>
          draftContent(await draft(transcript, -1)),
        );
      },
      open: () => {
        this.#around.vault.audit.mention('dictation-opened', dictationId);
        return reports.open(dictationId);
      },
      mayCorrect: mayCorrect(this.#around.person),
      holdOpen: this.#around.holdOpen,
      append: reports.append,
      settle: reports.settle,
      watch: (next) => transcripts.watch(dictationId, next),
      autoTexts: () => this.#around.templates.autoTexts,
      learn: async (edits) => {
        const dictation = await this.#around.vault.dictations.get(dictationId);
        if (dictation) await this.#around.memory.learn(dictation, edits);
      },
      terms: this.#around.practiceWords.termStore(dictationId, this.#around.closing),
      person: this.#around.person,
      findings: async (request) => {
        const dictation = await this.#around.vault.dictations.get(dictationId);
        const context = this.contextOf(dictation);
        const reportId = dictationId;
        return this.#around.checker.findings(this.#around.closing, {
          reportId,
          context,
          ...request,
        });
      },
    };
  }
}
