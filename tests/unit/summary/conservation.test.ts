import { describe, expect, test } from 'vitest';
import { conserve } from '../../../terminology/summary/conservation/conserve';
import { plantedIn } from '../../bench/summary/planted-faults';
import { samples, shippedReader } from './shipped-reader';

const reader = await shippedReader();

const REPORT = [
  'Antécédents : hypertension artérielle, asthme. Cancer du sein chez la mère. Allergie à l’iode.',
  'Traitement : bisoprolol 5 mg le matin, ramipril 10 mg.',
  'Scanner du 12 mars 2024 : lésion du rein gauche de 32 mm, suspecte de métastase. Pas d’épanchement. Probable embolie pulmonaire droite.',
  'En conclusion, lésion rénale gauche. J’arrête le ramipril. Kaliémie à 6,1 mmol/l. Revoir sous 48 heures.',
];

const faultsOf = (line: string) =>
  conserve(reader.read(REPORT), reader.readLine(line)).unsupported.map(({ kind }) => kind);

describe('the conservation check', () => {
  test.each([
    ['HTA, asthme, allergie à l’iode.'],
    ['Mère : cancer du sein.'],
    ['Bisoprolol 5 mg, ramipril arrêté.'],
    ['Lésion rénale gauche de 3,2 cm suspecte de métastase.'],
    ['Pas d’épanchement ; embolie pulmonaire droite probable.'],
    ['Scanner de mars 2024.'],
    ['À revoir dans deux jours.'],
  ])('lets pass what says the same: %s', (line) => {
    expect(faultsOf(line)).toEqual([]);
  });

  test.each([
    ['Bisoprolol 10 mg, ramipril 5 mg.', ['dose', 'dose']],
    ['Bisoprolol 5 µg.', ['dose']],
    ['Amiodarone.', ['drug']],
    ['Bisoprolol arrêté.', ['drug-change']],
    ['Ramipril poursuivi.', ['drug-change']],
    ['Lésion de 23 mm.', ['number']],
    ['Scanner de mars 2023.', ['date']],
    ['Scanner de mars 1924.', ['date']],
    ['Lésion du rein droit.', ['side']],
    ['Épanchement.', ['negation']],
    ['Métastase rénale.', ['certainty']],
    ['Cancer du sein.', ['subject']],
    ['Diabète de type 2.', ['diagnosis', 'number']],
    ['Revoir sous 48 jours.', ['number']],
  ])('catches %s', (line, kinds) => {
    expect(faultsOf(line)).toEqual(kinds);
  });

  test('gives both places', () => {
    const [fault] = conserve(
      reader.read(REPORT),
      reader.readLine('Bisoprolol 10 mg.', 3),
    ).unsupported;
    const { inSummary, inReport } = fault!;
    expect(inSummary).toEqual({ paragraph: 3, from: 11, to: 16 });
    expect(REPORT[inReport!.paragraph]!.slice(inReport!.from, inReport!.to)).toBe('5 mg');
    expect(fault!.message).toBe(
      'Dose (Bisoprolol)\u00a0: «\u00a010 mg\u00a0» ici, «\u00a05 mg\u00a0» dans le compte rendu.',
    );
  });

  test('lists what a summary may not leave out, worst first', () => {
    const { missing } = conserve(reader.read(REPORT), reader.readLine('HTA et asthme.'));
    expect(missing.map(({ kind }) => kind)).toEqual([
      'allergy',
      'drug-change',
      'urgent-delay',
      'abnormal-result',
      'conclusion',
    ]);
    const whole = REPORT.flatMap((text, at) => reader.readLine(text, at));
    expect(conserve(reader.read(REPORT), whole)).toEqual({ unsupported: [], missing: [] });
  });

  test('catches 95 % of planted faults and lets 98 % of faithful lines pass', () => {
    let [faults, caught, lines, alarms] = [0, 0, 0, 0];
    for (const { report, faithful } of samples()) {
      const sentences = reader.read(report);
      const isFlagged = (line: string): boolean =>
        conserve(sentences, reader.readLine(line)).unsupported.length > 0;
      for (const [at, line] of faithful.entries()) {
        lines += 1;
        alarms += isFlagged(line) ? 1 : 0;
        const planted = plantedIn(line, at);
        faults += planted.length;
        caught += planted.filter((fault) => isFlagged(fault.line)).length;
      }
    }
    expect(faults).toBeGreaterThan(200);
    expect(caught / faults).toBeGreaterThan(0.95);
    expect(alarms / lines).toBeLessThan(0.02);
  }, 30_000);
});
