import { PEAKS_PER_SECOND } from '../../../web/audio/peaks';
import { SPEECH_RATE_HZ, type Dictation, type Stage } from '../../../web/dossier/dictation';
import { newIdentifier } from '../../../web/dossier/identifier';
import { NOTHING_MISSING } from '../../../web/dossier/life';
import { TRIAL_PERSON } from '../../../web/dossier/person';
import type { WorkTime } from '../../../web/dossier/quality';
import type { EditorJson } from '../../../web/dossier/report';
import { keepDraft, makeMove } from '../../../web/screens/moves';
import { deviceKey, openRegistry } from '../../../web/vault/registry';
import { openTrialVault, type Vault } from '../../../web/vault/vault';
import { dictation } from '../../builders';
import { draftedReport, type WantedReport } from './drafted-report';

export interface Seeded {
  readonly id: string;
  readonly words: number;
  readonly doubts: number;
}

export interface SignedReport {
  readonly draft: string;
  readonly signed: string;
  readonly documentType?: Dictation['documentType'];
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly soundSeconds: number;
  readonly work?: { readonly seconds: number; readonly keystrokes: number };
}

const SAMPLE = '/sample/courrier-endocrinologie.ogg';
const PHASES = ['drafted', 'in-review', 'queried', 'to-sign', 'returned', 'signed'] as const;
const MINUTE = 60_000;

const openTrial = async (): Promise<Vault> => openTrialVault((await deviceKey(openRegistry())).key);

/** Works on the vault that the application opens before one is made, as the application would. */
async function inTrial<Result>(work: (vault: Vault) => Promise<Result>): Promise<Result> {
  const vault = await openTrial();
  try {
    return await work(vault);
  } finally {
    await vault.close();
  }
}

const plain = (text: string): { document: EditorJson; text: string } => ({
  document: {
    type: 'doc',
    content: text.split('\n').map((line) => ({
      type: 'paragraph',
      content: line === '' ? [] : [{ type: 'text', text: line }],
    })),
  },
  text,
});

/** The sound of the sample, as the application keeps one that was imported. */
async function keepSound(vault: Vault, id: string, seconds: number): Promise<number> {
  const sound = await (await fetch(SAMPLE)).arrayBuffer();
  await vault.sounds.originals.write(id, 0, sound);
  const heights = new Uint8Array(Math.ceil(seconds * PEAKS_PER_SECOND)).map((_, at) => at % 200);
  await vault.sounds.peaks.write(id, 0, heights.buffer);
  return sound.byteLength;
}

const seeding = {
  /** A drafted dictation with its sound and a report of so many words, some of them doubtful. */
  report: (wanted: WantedReport): Promise<Seeded> =>
    inTrial(async (vault) => {
      const id = newIdentifier();
      const { document, words, doubts } = draftedReport(wanted);
      const bytes = await keepSound(vault, id, wanted.soundSeconds);
      await vault.reports.settle({ format: 1, dictationId: id, version: 1, document });
      await vault.dictations.put(
        dictation({
          id,
          name: `Compte rendu de ${words} mots`,
          createdAt: Date.now(),
          sampleCount: wanted.soundSeconds * SPEECH_RATE_HZ,
          original: { kind: 'file', mimeType: 'audio/ogg', bytes },
          state: { phase: 'drafted' },
        }),
      );
      return { id, words, doubts };
    }),

  /** Many dictations at every stage. */
  worklist: (count: number): Promise<void> =>
    inTrial(async (vault) => {
      for (let at = 0; at < count; at++) {
        const phase = PHASES[at % PHASES.length] ?? 'drafted';
        const createdAt = Date.now() - at * MINUTE;
        const stages: Stage[] = [{ from: 'recorded', to: phase, at: createdAt + MINUTE }];
        await vault.dictations.put(
          dictation({
            id: newIdentifier(),
            name: `Dictée ${at + 1}`,
            createdAt,
            state: { phase },
            stages,
            priority: at % 17 === 0 ? 'urgent' : 'normal',
            documentType: at % 2 === 0 ? 'consultation' : 'ct',
            open: { findings: at % 5, queries: at % 7 === 0 ? 1 : 0 },
          }),
        );
      }
    }),

  /** Reports corrected, released and signed by the application's own moves; each at the time it says. */
  signed: (reports: readonly SignedReport[]): Promise<void> =>
    inTrial(async (vault) => {
      for (const report of reports) await sign(vault, newIdentifier(), report);
    }),
};

async function sign(vault: Vault, id: string, report: SignedReport): Promise<void> {
  const { documentType, work } = report;
  const now = Date.now;
  Date.now = () => report.at;
  try {
    await vault.dictations.put(
      dictation({
        id,
        name: `Dictée signée`,
        createdAt: report.at - 10 * MINUTE,
        sampleCount: report.soundSeconds * SPEECH_RATE_HZ,
        state: { phase: 'drafted' },
        ...(documentType && { documentType }),
      }),
    );
    await keepDraft(vault, id, () => Promise.resolve(plain(report.draft)));
    for (const move of ['release', 'sign'] as const) {
      const content = plain(report.signed);
      const asked = { move, person: TRIAL_PERSON, missing: NOTHING_MISSING, reason: '', content };
      const refused = await makeMove(vault, id, asked);
      if (refused) throw new Error(`The move "${move}" was refused: ${refused.kind}.`);
    }
    if (work) {
      const kept = { format: 1, dictationId: id, ...work } as const;
      await vault.annexes<WorkTime>('work-time').put(id, 'work', kept);
    }
  } finally {
    Date.now = now;
  }
}

export type Seeding = typeof seeding;

Object.assign(window, { seeding });
