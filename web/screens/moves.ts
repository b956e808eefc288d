import { isRefusal, moved, refusal, type Missing, type Move, type Refusal } from '../dossier/life';
import type { Person } from '../dossier/person';
import { MILESTONES, type ReportVersion } from '../dossier/version';
import type { ReportContent } from '../editor/report-content';
import type { Vault } from '../vault/vault';

export interface AskedMove {
  readonly move: Move;
  readonly person: Person;
  readonly missing: Missing;
  readonly reason: string;
  readonly content: ReportContent;
}

/**
 * Makes a move of a dictation, or says why not. The version is kept before the state changes: a stop between the two
 * leaves a version that the next try replaces, never a signed report without its text.
 */
export async function makeMove(
  vault: Vault,
  id: string,
  { move, person, missing, reason, content }: AskedMove,
): Promise<Refusal | undefined> {
  const dictation = await vault.dictations.get(id);
  if (!dictation) return undefined;
  const refused = refusal(dictation, move, { person, missing, reason });
  if (refused) return refused;
  const at = Date.now();
  const milestone = MILESTONES[move];
  if (milestone) {
    const version = { milestone, ...content, at, by: person.id };
    const count = dictation.stages?.length ?? 0;
    await keepVersion(vault, id, { ...version, id: `${count}-${milestone}`, format: 1 });
  }
  let late: Refusal | undefined;
  await vault.dictations.change(id, (now) => {
    const next = moved(now, move, { person, at, missing, reason });
    late = isRefusal(next) ? next : undefined;
    return isRefusal(next) ? {} : next;
  });
  return late;
}

const keepVersion = (vault: Vault, dictationId: string, version: ReportVersion): Promise<void> =>
  vault.annexes<ReportVersion>('versions').put(dictationId, version.id, version);

/** Keeps what the machine wrote, once, so that every later version can be compared with it. */
export async function keepDraft(
  vault: Vault,
  dictationId: string,
  draft: () => Promise<ReportContent>,
): Promise<void> {
  const versions = await vault.annexes<ReportVersion>('versions').all(dictationId);
  if (versions.some(({ milestone }) => milestone === 'draft')) return;
  const at = Date.now();
  const version = { milestone: 'draft', ...(await draft()), at } as const;
  await keepVersion(vault, dictationId, { ...version, id: 'draft', format: 1 });
}
