import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  proposalsIn,
  type CorrectionRecord,
  type KeptLessons,
  type KeptRule,
} from '../../../web/dossier/corrections';
import type { Dictation } from '../../../web/dossier/dictation';
import type { Patient } from '../../../web/dossier/identity/patient';
import type { ReportWords } from '../../../web/dossier/report-words';
import { TRIAL_PERSON } from '../../../web/dossier/person';
import { Housekeeping } from '../../../web/screens/housekeeping';
import { queueStore } from '../../../web/screens/queue-store';
import type { Vault } from '../../../web/vault/vault';
import { openTestVault } from '../../vaults';
import { certificateText } from '../../../web/words/retention';
import { dictation, segment, transcriptWindow } from '../../builders';
import { patient } from '../identity/patients';

const DAY = 24 * 3600 * 1000;
const NOW = 1000 * DAY;

let vault: Vault;
let housekeeping: Housekeeping;
const onGoing = vi.fn();
const note = vi.fn(() => Promise.resolve());
let count = 0;

beforeEach(async () => {
  vault = await openTestVault(`housekeeping-${++count}`);
  housekeeping = new Housekeeping({ vault, person: TRIAL_PERSON, onGoing, note });
  const request = (_: string, __: object, run: (lock: object) => Promise<void>) => run({});
  vi.stubGlobal('navigator', { locks: { request } });
  vi.clearAllMocks();
});
afterEach(() => {
  vault.close();
  vi.unstubAllGlobals();
});

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

/** With sound in each of its stores, a transcript, a report and an annex. */
async function keep(change: Parameters<typeof dictation>[0]): Promise<void> {
  const kept = dictation(change);
  const { id } = kept;
  await vault.dictations.put(kept);
  const sound = { soundId: id, index: 0, speech: bytes(1), original: bytes(2), peaks: bytes(3) };
  await vault.sounds.writePiece(sound);
  await vault.transcripts.add(transcriptWindow(0, [segment('mot')], id));
  await vault.reports.append([{ dictationId: id, version: 1, steps: [] }]);
  await vault.annexes<string>('versions').put(id, 'first', 'text');
}

const signed = (at: number): Partial<Dictation> => ({
  state: { phase: 'signed' },
  stages: [{ from: 'to-sign', to: 'signed', at }],
});

async function leftOf(id: string): Promise<Record<string, number>> {
  const { speech, originals, peaks } = vault.sounds;
  const sizes = [speech, originals, peaks].map((pieces) => pieces.size(id));
  return {
    sound: (await Promise.all(sizes)).reduce((sum, size) => sum + size),
    transcript: (await vault.transcripts.windows(id)).length,
    report: (await vault.reports.open(id)).journal.length,
    annexes: (await vault.annexes<string>('versions').all(id)).length,
  };
}

const RULE: KeptRule = {
  format: 1,
  kind: 'rule',
  id: 'rule',
  heard: 'anse diatermique',
  written: 'anse diathermique',
  authorId: '',
  since: NOW,
  usedAt: NOW,
};

async function teach(dictationId: string, ...pairs: readonly [string, string][]): Promise<void> {
  const lessons = pairs.map(([heard, written]) => ({ heard, written, before: '', after: '' }));
  await vault.records<CorrectionRecord>('corrections').put(dictationId, {
    format: 1,
    kind: 'lessons',
    dictationId,
    authorId: '',
    at: NOW,
    lessons,
  });
}

const WHOLE = { sound: 3, transcript: 1, report: 1, annexes: 1 };
const NOTHING = { sound: 0, transcript: 0, report: 0, annexes: 0 };

describe('the sweep', () => {
  test('erases sound some days after signing, keeps the text, and certifies it once', async () => {
    await keep({ id: 'signed', ...signed(NOW - 30 * DAY) });
    await keep({ id: 'recent', ...signed(NOW - 29 * DAY) });
    await keep({ id: 'open', createdAt: 0 });
    await housekeeping.sweep(NOW);
    await housekeeping.sweep(NOW + DAY / 2);
    expect(await leftOf('signed')).toEqual({ ...WHOLE, sound: 0 });
    expect(await leftOf('recent')).toEqual(WHOLE);
    expect(await leftOf('open')).toEqual(WHOLE);
    expect(await vault.dictations.get('signed')).toMatchObject({ soundPurgedAt: NOW });
    expect(await housekeeping.erasures()).toEqual([
      {
        format: 1,
        id: expect.any(String),
        at: NOW,
        what: 'sound',
        subjectId: 'signed',
        dictationCount: 1,
        why: 'settled',
      },
    ]);
    expect(note.mock.calls).toEqual([['sound-purged', 'signed']]);
  });

  test('that breaks off before the end does it again', async () => {
    await keep({ id: 'signed', ...signed(NOW - 30 * DAY) });
    const replace = vi
      .spyOn(vault.sounds.peaks, 'replace')
      .mockRejectedValueOnce(new Error('killed'));
    await expect(housekeeping.sweep(NOW)).rejects.toThrow('killed');
    expect(await vault.dictations.get('signed')).not.toHaveProperty('soundPurgedAt');
    replace.mockRestore();
    await housekeeping.sweep(NOW);
    expect(await leftOf('signed')).toEqual({ ...WHOLE, sound: 0 });
  });

  test('empties the bin after the days that were chosen', async () => {
    await vault.settings.set('binDays', 7);
    await keep({ id: 'old', deletedAt: NOW - 7 * DAY });
    await keep({ id: 'new', deletedAt: NOW - 6 * DAY });
    await teach('old', ['cardégique', 'Kardégic']);
    await teach('new', ['cardégique', 'Kardégic']);
    await housekeeping.sweep(NOW);
    const lessons = await vault.records<KeptLessons>('corrections').all();
    expect(lessons.map(({ dictationId }) => dictationId)).toEqual(['new']);
    expect(await vault.dictations.get('old')).toBeUndefined();
    expect(await leftOf('old')).toEqual(NOTHING);
    expect(await leftOf('new')).toEqual(WHOLE);
    expect(onGoing.mock.calls).toEqual([['old']]);
  });

  test('leaves it to the tab that is at it', async () => {
    await keep({ id: 'old', deletedAt: 0 });
    const request = (_: string, __: object, run: (lock: null) => Promise<void>) => run(null);
    vi.stubGlobal('navigator', { locks: { request } });
    await housekeeping.sweep(NOW);
    expect(await leftOf('old')).toEqual(WHOLE);
  });
});

describe('erasing a patient', () => {
  test('takes every dictation of his, the bin included, and nothing of others', async () => {
    const patients = vault.records<Patient>('patients');
    await patients.put('essai', patient());
    await patients.put('other', patient({ id: 'other' }));
    await keep({ id: 'his', patientId: 'essai' });
    await keep({ id: 'his-too', patientId: 'essai', deletedAt: NOW });
    await keep({ id: 'another', patientId: 'other' });
    await keep({ id: 'nobodys' });
    const erasure = await housekeeping.erasePatient('essai');
    expect(erasure).toMatchObject({ what: 'patient', subjectId: 'essai', dictationCount: 2 });
    expect((await patients.all()).map(({ id }) => id)).toEqual(['other']);
    expect((await vault.dictations.all()).map(({ id }) => id).sort()).toEqual([
      'another',
      'nobodys',
    ]);
    expect(await leftOf('his')).toEqual(NOTHING);
    expect(await leftOf('his-too')).toEqual(NOTHING);
    expect(await leftOf('another')).toEqual(WHOLE);
    expect(note.mock.calls).toEqual([['patient-erased', 'essai']]);
  });

  test('takes what was learnt from his dictations alone', async () => {
    await vault.records<Patient>('patients').put('essai', patient());
    await keep({ id: 'his', patientId: 'essai' });
    await keep({ id: 'a' });
    await keep({ id: 'b' });
    const kept = vault.records<CorrectionRecord>('corrections');
    await teach('his', ['cardégique', 'Kardégic'], ['séphasoline', 'céfazoline']);
    await teach('a', ['cardégique', 'Kardégic'], ['séphasoline', 'céfazoline']);
    await teach('b', ['cardégique', 'Kardégic']);
    await kept.put(RULE.id, RULE);
    const words = vault.records<ReportWords>('report-words');
    for (const dictationId of ['his', 'a'])
      await words.put(dictationId, { format: 1, dictationId, signedAt: NOW, words: ['anse'] });
    await housekeeping.erasePatient('essai');
    expect((await words.all()).map(({ dictationId }) => dictationId)).toEqual(['a']);
    const left = await kept.all();
    expect(JSON.stringify(left)).not.toContain('his');
    expect(proposalsIn(left).map(({ heard }) => heard)).toEqual(['cardégique']);
    expect(await kept.get(RULE.id)).toEqual(RULE);
  });

  test('that breaks off can be done again: he goes last', async () => {
    await vault.records<Patient>('patients').put('essai', patient());
    await keep({ id: 'his', patientId: 'essai' });
    vi.spyOn(vault.dictations, 'purge').mockRejectedValueOnce(new Error('killed'));
    await expect(housekeeping.erasePatient('essai')).rejects.toThrow('killed');
    expect(await vault.records<Patient>('patients').get('essai')).toEqual(patient());
    await housekeeping.erasePatient('essai');
    expect(await leftOf('his')).toEqual(NOTHING);
  });

  test('is not undone by a recognition that still runs elsewhere', async () => {
    await keep({ id: 'his', patientId: 'essai' });
    await housekeeping.erasePatient('essai');
    await queueStore(vault).addWindow(transcriptWindow(1, [segment('suite')], 'his'));
    expect(await leftOf('his')).toEqual(NOTHING);
  });

  test('leaves a certificate that names nobody', async () => {
    await vault.records<Patient>('patients').put('essai', patient());
    const erasure = await housekeeping.erasePatient('essai');
    const text = certificateText([erasure]);
    expect(text).toContain('La fiche d’un patient, à la demande.');
    expect(text).toContain(erasure.id);
    expect(text).not.toMatch(/jeanne|1968/i);
  });
});

test('a secretary erases nothing for good, and what is due goes all the same', async () => {
  const person = { id: 's', name: 'Basile', role: 'secretary' } as const;
  const hers = new Housekeeping({ vault, person, onGoing, note });
  await keep({ id: 'binned', deletedAt: NOW - 31 * DAY });
  await vault.records<Patient>('patients').put('p', patient({ id: 'p' }));
  await expect(hers.purge(dictation({ id: 'binned' }))).rejects.toThrow('may not erase');
  await expect(hers.erasePatient('p')).rejects.toThrow('may not erase');
  expect(await leftOf('binned')).toEqual(WHOLE);
  await hers.sweep(NOW);
  expect(await vault.dictations.all()).toEqual([]);
});
