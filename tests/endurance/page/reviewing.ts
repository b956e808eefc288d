import { Findings } from '../../../terminology/rules/findings';
import { newIdentifier } from '../../../web/dossier/identifier';
import { NOTHING_MISSING, type Move } from '../../../web/dossier/life';
import { TRIAL_PERSON } from '../../../web/dossier/person';
import type { Verdict as Decision } from '../../../web/dossier/verdict';
import { MILESTONES, type ReportVersion } from '../../../web/dossier/version';
import { openReport } from '../../../web/editor/history';
import { ReportEditor } from '../../../web/editor/report-editor';
import { makeMove } from '../../../web/screens/moves';
import type { Vault } from '../../../web/vault/vault';
import { dictation } from '../../builders';
import { draftedReport } from '../../seeding/page/drafted-report';
import { DICTATION, reached, type Check, type Trial } from './kept';

const WRITTEN = ' (?)';
const MOVES: readonly Move[] = ['release', 'return', 'release', 'sign', 'amend'];

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

const decide = (
  { id, text, risk }: ReportEditor['findings'][number],
  decision: Decision['decision'],
): Decision => ({
  findingId: id,
  text,
  risk,
  decision,
  by: TRIAL_PERSON.id,
  at: Date.now(),
  listened: true,
});

async function openEditor(vault: Vault): Promise<ReportEditor> {
  const element = document.body.appendChild(document.createElement('div'));
  const rules = new Findings(undefined);
  return new ReportEditor({
    element,
    dictationId: DICTATION,
    stored: await vault.reports.open(DICTATION),
    store: {
      append: async (entries) => {
        await vault.reports.append(entries);
        for (const { version } of entries) void reached(version);
      },
      settle: vault.reports.settle,
    },
    editable: true,
    label: 'Compte rendu',
    autoTexts: () => [],
    onSeek: () => undefined,
    onType: () => undefined,
    onSaving: () => undefined,
    askFindings: (request) =>
      Promise.resolve(rules.update({ context: { day: '2026-11-22' }, ...request })),
    askMarks: () => Promise.resolve(undefined),
    onMove: () => undefined,
  });
}

/** Types, keeps passages and writes proposals in the real editor, as fast as the page will. */
async function review(vault: Vault): Promise<void> {
  await vault.dictations.put(dictation({ id: DICTATION, state: { phase: 'drafted' } }));
  const { document: report } = draftedReport({ words: 300, doubts: 150, soundSeconds: 60 });
  await vault.reports.settle({ format: 1, dictationId: DICTATION, version: 1, document: report });
  const editor = await openEditor(vault);
  await editor.checked();
  const surface = document.querySelector('.ProseMirror');
  const decided = new Set<string>();
  for (let turn = 1; ; turn++) {
    const next = editor.findings.find(({ id }) => !decided.has(id));
    if (next && turn % 4 === 0) {
      decided.add(next.id);
      editor.goTo(next);
      const fix = next.fixes.find(({ text }) => text.endsWith(WRITTEN));
      if (!fix || turn % 8 === 0) editor.keepVerdicts([decide(next, 'kept')]);
      else {
        const verdict = decide(next, 'accepted');
        editor.acceptFixes([{ finding: next, text: fix.text, verdict }]);
      }
    } else {
      surface?.dispatchEvent(new KeyboardEvent('keypress', { charCode: 97, bubbles: true }));
    }
    if (turn % 50 === 0) void editor.settle();
    await pause(3);
  }
}

const isWhole = ({ findingId, by, at, decision, risk }: Decision): boolean =>
  findingId !== '' && by === TRIAL_PERSON.id && at > 0 && decision.length > 0 && risk >= 1;

/** Every acknowledged change is there, and each proposal that was written has its decision, and the reverse. */
async function checkReview(vault: Vault, acknowledged: number): Promise<Check> {
  const { document: report, version, damaged } = openReport(await vault.reports.open(DICTATION));
  if (damaged) return { wrong: 'the journal has a gap' };
  report.check();
  const decisions = report.attrs.verdicts as readonly Decision[];
  if (!decisions.every(isWhole)) return { wrong: 'a decision without its author' };
  const accepted = decisions.filter(({ decision }) => decision === 'accepted').length;
  const written = report.textContent.split(WRITTEN).length - 1;
  if (accepted !== written) return { wrong: `${accepted} decisions, ${written} proposals written` };
  return { keystrokes: Math.max(0, acknowledged - version) };
}

/** Releases, returns, signs and amends one report, over and over. */
async function move(vault: Vault): Promise<void> {
  await vault.dictations.put(dictation({ id: DICTATION, state: { phase: 'drafted' } }));
  for (let turn = 0; ; turn++) {
    const refused = await makeMove(vault, DICTATION, {
      move: MOVES[turn % MOVES.length] ?? 'release',
      person: TRIAL_PERSON,
      missing: NOTHING_MISSING,
      reason: newIdentifier(),
      content: { document: { type: 'doc', turn }, text: `Texte ${turn}` },
    });
    if (refused) throw new Error(refused.kind);
    void reached(turn + 1);
  }
}

/** The state is what the last stage says, each stage follows the one before, and each milestone has its text. */
async function checkMoves(vault: Vault, acknowledged: number): Promise<Check> {
  const { state, stages = [] } = (await vault.dictations.get(DICTATION)) ?? dictation();
  if (state.phase !== (stages.at(-1)?.to ?? 'drafted'))
    return { wrong: 'a state without its stage' };
  const isChain = stages.every(
    ({ from, by, at, reason }, index) =>
      from === (stages[index - 1]?.to ?? 'drafted') && by === TRIAL_PERSON.id && at > 0 && reason,
  );
  if (!isChain) return { wrong: 'the stages do not follow one another' };
  const versions = await vault.annexes<ReportVersion>('versions').all(DICTATION);
  for (const index of stages.keys()) {
    const milestone = MILESTONES[MOVES[index % MOVES.length] ?? 'release'];
    const version = versions.find(({ id }) => id === `${index}-${milestone}`);
    if (milestone && version?.text !== `Texte ${index}`)
      return { wrong: 'a milestone without text' };
  }
  const lines = (await vault.audit.all()).filter(({ action }) => action === 'state-changed');
  // The line of a move is written when the move is made: the last one may be missing, and never one that was not made.
  const unsaid = stages.length - lines.length;
  if (unsaid < 0 || unsaid > 1)
    return { wrong: `${stages.length} moves, ${lines.length} in the audit` };
  return { others: Math.max(0, acknowledged - stages.length) };
}

export const reviewing: Trial = { work: review, check: checkReview };
export const moving: Trial = { work: move, check: checkMoves };
