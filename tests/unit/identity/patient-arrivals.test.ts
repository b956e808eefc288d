import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PatientArrivals } from '../../../web/screens/patients/patient-arrivals.svelte';
import { PatientBook } from '../../../web/screens/patients/patient-book.svelte';
import { PatientTyping } from '../../../web/screens/patients/patient-typing.svelte';
import { Messages } from '../../../web/ui/messages.svelte';
import type { Vault } from '../../../web/vault/vault';
import { openTestVault } from '../../vaults';
import { dictation } from '../../builders';
import { traits } from './patients';

let vault: Vault;
let book: PatientBook;
let messages: Messages;
let arrivals: PatientArrivals;
let count = 0;

beforeEach(async () => {
  vault = await openTestVault(`arrivals-${++count}`);
  book = new PatientBook(vault);
  messages = new Messages();
  arrivals = new PatientArrivals(book, messages);
});
afterEach(() => vault.close());

const file = (text: string, name = 'liste.csv') => new File([text], name);
const LIST = 'Nom;Prénom;Né le;Sexe\nEssay;Jeanne;12/03/1968;F\nFictif;Luc;1970;M\n;;;M\n';
const names = () => book.recent.map(({ birthName }) => birthName).sort();
const texts = () => messages.all.map(({ text }) => text);

describe('a day’s list', () => {
  test('takes new patients, and look-alikes only when asked', async () => {
    await book.save(traits(), { origin: 'typed' });
    await arrivals.receive([file(LIST)]);
    expect(arrivals.lines.map(({ kind }) => kind)).toEqual(['look-alike', 'new', 'refused']);
    expect([0, 1, 2].map((at) => arrivals.isChosen(at))).toEqual([false, true, false]);
    await arrivals.confirm();
    expect(names()).toEqual(['Essai', 'Fictif']);
    expect(arrivals.isOpen).toBe(false);
    expect(texts()).toEqual(['1 patient importé.']);
  });

  test('is taken back whole, but for a patient who has a dictation since', async () => {
    await arrivals.receive([file(LIST)]);
    await arrivals.confirm();
    const { id } = book.recent.find(({ birthName }) => birthName === 'Fictif')!;
    await vault.dictations.put(dictation({ patientId: id }));
    messages.all[0]!.action!.run();
    await expect.poll(texts).toContain('L’import est annulé\u00a0: les fiches sont comme avant.');
    const stored = await vault.records<{ birthName: string }>('patients').all();
    expect(stored.map(({ birthName }) => birthName)).toEqual(['Fictif']);
  });

  test('has its columns corrected, one for each field', async () => {
    await arrivals.receive([file('A;B;C\nJeanne;Essai;12/03/1968\n')]);
    arrivals.setColumn(0, 'firstName');
    arrivals.setColumn(1, 'birthName');
    expect(arrivals.table?.columns).toEqual(['firstName', 'birthName', 'birthDate']);
    arrivals.setColumn(0, 'birthName');
    expect(arrivals.table?.columns).toEqual(['birthName', undefined, 'birthDate']);
  });

  test('that is bad says why, and the others go on', async () => {
    const hprim = `P1\nFICTIF\nLUC\n\n\n\n01/02/1970\n\n\n\n\n\n****FIN****\n`;
    await arrivals.receive([file('', 'vide.csv'), file(hprim, 'a.hpr'), file(hprim, 'b.hpr')]);
    expect(texts()).toEqual(['vide.csv\u00a0: ce fichier est vide. Exportez la liste de nouveau.']);
    expect(arrivals.lines.map(({ kind }) => kind)).toEqual(['new', 'repeated']);
  });
});

describe('typing a patient', () => {
  const type = (typing: PatientTyping, fields: Record<string, string>) => {
    for (const [field, text] of Object.entries(fields)) typing.type(field as 'sex', text);
  };
  const JEANNE = { birthName: 'Essay', firstName: 'Jeanne', birthDate: '120368', sex: 'F' };

  test('tells problems when one is done, and keeps nothing until they are gone', async () => {
    const typing = new PatientTyping(book);
    type(typing, { ...JEANNE, birthDate: '31/02/1968' });
    expect(typing.problems).toEqual([]);
    expect(await typing.save()).toBeUndefined();
    expect(typing.problemOf('birthDate')).toEqual({ field: 'birthDate', problem: 'bad-date' });
    type(typing, { birthDate: '12/03/1968' });
    expect(await typing.save()).toMatchObject(traits({ birthName: 'Essay' }));
  });

  test('asks once more when somebody is alike', async () => {
    await book.save(traits(), { origin: 'typed' });
    const typing = new PatientTyping(book);
    type(typing, JEANNE);
    expect(typing.lookAlikes).toMatchObject([{ likeness: 'near-names' }]);
    expect(await typing.save()).toBeUndefined();
    expect(typing.asksAgain).toBe(true);
    expect(await typing.save()).toMatchObject({ birthName: 'Essay', origin: 'typed' });
    expect(names()).toEqual(['Essai', 'Essay']);
  });

  test('changes a patient in place', async () => {
    const known = await book.save(traits({ birthDate: '1968-03-00' }), { origin: 'imported' });
    const typing = new PatientTyping(book, known);
    expect(typing.draft).toMatchObject({ birthDate: '03/1968', sex: 'F', status: 'provisional' });
    type(typing, { usedName: 'Martin' });
    const { changedAt: _, ...changed } = (await typing.save())!;
    const { changedAt: __, ...before } = known;
    expect(changed).toEqual({ ...before, usedName: 'Martin' });
    expect(names()).toEqual(['Essai']);
  });
});
