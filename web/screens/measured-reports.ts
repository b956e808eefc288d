import { durationSeconds, type Dictation } from '../dossier/dictation';
import { quality, type Measured, type WorkTime } from '../dossier/quality';
import { byTime, type ReportVersion } from '../dossier/version';
import type { Vault } from '../vault/vault';

/** One signed dictation; `undefined` while it is not signed, or where its draft was never kept. */
async function measured(vault: Vault, dictation: Dictation): Promise<Measured | undefined> {
  const { id, state, documentType } = dictation;
  if (state.phase !== 'signed' && state.phase !== 'filed') return undefined;
  const versions = byTime(await vault.annexes<ReportVersion>('versions').all(id));
  const draft = versions.find(({ milestone }) => milestone === 'draft');
  const signed = versions.findLast(({ milestone }) => milestone === 'signed');
  if (!draft || !signed) return undefined;
  const [work] = await vault.annexes<WorkTime>('work-time').all(id);
  return {
    at: signed.at,
    documentType: documentType ?? '',
    quality: quality(draft.text, signed.text),
    soundSeconds: durationSeconds(dictation),
    ...(work && { work }),
  };
}

/** Every signed dictation whose draft was kept. */
export async function measuredReports(vault: Vault): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (const dictation of await vault.dictations.all()) {
    const one = await measured(vault, dictation);
    if (one) all.push(one);
  }
  return all;
}
