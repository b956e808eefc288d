import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Usage } from '../../../terminology/lexicon/usage';
import type { Dictation } from '../../../web/dossier/dictation';
import type { Patient } from '../../../web/dossier/identity/patient';
import { countedReports, MOST_REPORTS, type ReportWords } from '../../../web/dossier/report-words';
import type { ReportVersion } from '../../../web/dossier/version';
import { PracticeUsage } from '../../../web/screens/practice-usage';
import type { Vault } from '../../../web/vault/vault';
import { dictation } from '../../builders';
import { openTestVault } from '../../vaults';
import { patient } from '../identity/patients';

let vault: Vault;
let usage: PracticeUsage;
let count = 0;
const take = vi.fn<(usage: Usage) => void>();
/** Every word that is none of the names, in place of the worker. */
const wordsOf = vi.fn(
  (text: string, names: readonly string[]): Promise<readonly string[] | undefined> =>
    Promise.resolve(text.split(' ').filter((word) => word !== '' && !names.includes(word))),
);

beforeEach(async () => {
  vault = await openTestVault(`usage-${++count}`);
  usage = new PracticeUsage({ vault, wordsOf, take });
  vi.clearAllMocks();
});
afterEach(() => vault.close());

const signedAt = (at: number, change: Partial<Dictation> = {}): Dictation =>
  dictation({
    id: `signed-${at}`,
    state: { phase: 'signed' },
    stages: [{ from: 'to-sign', to: 'signed', at }],
    ...change,
  });

async function sign(at: number, text: string, change: Partial<Dictation> = {}) {
  const signed = signedAt(at, change);
  const version = { format: 1, id: `${at}`, milestone: 'signed', document: {}, text, at } as const;
  await vault.annexes<ReportVersion>('versions').put(signed.id, version.id, version);
  return signed;
}

const counts = () => Object.fromEntries(take.mock.lastCall?.[0].counts ?? []);

describe('the words of signed reports', () => {
  test('are counted once a report, without the names of its patient', async () => {
    await vault.records<Patient>('patients').put('essai', patient({ birthName: 'kyste' }));
    const one = await sign(1, 'anse kyste', { patientId: 'essai' });
    const other = await sign(2, 'anse kyste');
    await usage.follow([one, other, dictation({ id: 'open' })]);
    expect(counts()).toEqual({ anse: 2, kyste: 1 });
    expect(take.mock.lastCall?.[0].reports).toBe(2);
    expect(await vault.records<ReportWords>('report-words').get('signed-1')).toEqual({
      format: 1,
      dictationId: 'signed-1',
      signedAt: 1,
      words: ['anse'],
    });
  });

  test('are read again only where something was signed since, also after a restart', async () => {
    const one = await sign(1, 'anse');
    await usage.follow([one]);
    await usage.follow([one]);
    const restarted = new PracticeUsage({ vault, wordsOf, take });
    await restarted.follow([one, await sign(2, 'anse')]);
    expect(wordsOf).toHaveBeenCalledTimes(2);
    expect(counts()).toEqual({ anse: 2 });
  });

  test('are forgotten where the dictation is gone, deleted, or signed anew', async () => {
    const one = await sign(1, 'anse');
    const other = await sign(2, 'kyste');
    await usage.follow([one, other]);
    await usage.follow([{ ...one, deletedAt: 3 }, other]);
    expect(counts()).toEqual({ kyste: 1 });
    const again = await sign(4, 'valvule', { id: other.id });
    await usage.follow([again]);
    expect(counts()).toEqual({ valvule: 1 });
    await usage.follow([]);
    expect(counts()).toEqual({});
    expect(await vault.records('report-words').all()).toEqual([]);
  });

  test('are counted later where there was no lexicon', async () => {
    const one = await sign(1, 'anse');
    wordsOf.mockResolvedValueOnce(undefined);
    await usage.follow([one]);
    expect(counts()).toEqual({});
    await usage.follow([one]);
    expect(counts()).toEqual({ anse: 1 });
  });
});

test('only the last signed reports count', () => {
  const all = Array.from({ length: MOST_REPORTS + 2 }, (_, at) => signedAt(at + 1));
  const counted = countedReports(all);
  expect(counted).toHaveLength(MOST_REPORTS);
  expect(counted.at(-1)?.signedAt).toBe(3);
});
