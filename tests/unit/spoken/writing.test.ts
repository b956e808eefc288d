import { describe, expect, test } from 'vitest';
import {
  append,
  emptyText,
  findingsOf,
  heardText,
  plainText,
  restore,
  touch,
  writeSpoken,
  type Piece,
  type SpokenOptions,
} from '../../../terminology/spoken';
import { COMMANDS } from '../../../terminology/spoken/commands';
import { asHeard, plainSpaces } from '../../bench/spoken-scoring';

const pieces = (heard: string, options: SpokenOptions = {}): Piece[] =>
  writeSpoken([asHeard(heard)], options);
const text = (heard: string, options: SpokenOptions = {}): string =>
  plainSpaces(plainText(pieces(heard, options)));
const findings = (heard: string, options: SpokenOptions = {}): [string, number][] =>
  findingsOf(pieces(heard, options)).map(({ rule, risk }) => [rule, risk]);
const said = (piece: Piece | undefined): string =>
  piece?.heard.map((word) => word.text).join(' ') ?? '';

describe('a piece', () => {
  test('says what was heard, and goes back in one step', () => {
    const written = pieces('bisoprolol cinq milligrammes virgule aspirine');
    const dose = written.findIndex(({ kind }) => kind === 'unit');
    expect(said(written[dose])).toBe('cinq milligrammes');
    expect(written[dose]).toMatchObject({ written: '5\u202fmg', values: ['5'], unit: 'mg' });
    expect(plainText(restore(written, dose))).toBe('Bisoprolol cinq milligrammes, aspirine');
  });

  test('of a command goes back to its words and its line goes with it', () => {
    const written = pieces('stable point à la ligne il sort');
    const stop = written.findIndex(({ kind }) => kind === 'punctuation');
    expect(plainText(written)).toBe('Stable.\nIl sort');
    expect(plainText(restore(written, stop))).toBe('Stable point à la ligne Il sort');
  });

  test('keeps the times of a word that recognition ran together', () => {
    const [word, stop] = pieces('totale.Line');
    expect(word?.heard).toEqual([{ text: 'totale', start: 0, end: (0.4 * 6) / 11, confidence: 1 }]);
    expect(stop).toMatchObject({ mark: '.', breakAfter: 'line' });
    expect(heardText(pieces('totale.Line'))).toBe('totale.Line');
  });
});

describe('spaces', () => {
  test('are those of French typography', () => {
    expect(
      plainText(
        pieces('conclusion deux points saturation à quatre-vingt-dix pour cent point-virgule bien'),
      ),
    ).toBe('Conclusion\u00a0: saturation à 90\u202f%\u202f; bien');
    expect(plainText(pieces('ouvrez les guillemets bien fermez les guillemets'))).toBe(
      '«\u00a0Bien\u00a0»',
    );
    expect(plainText(pieces('quatre mille unités'))).toBe('4\u202f000\u202funités');
  });
});

describe('dates and times', () => {
  const iso = (heard: string, options: SpokenOptions = {}): (string | undefined)[] =>
    pieces(heard, options).flatMap((piece) => (piece.kind === 'date' ? [piece.iso] : []));

  test('keep their value', () => {
    expect(iso('née le douze mars mille neuf cent soixante-huit')).toEqual(['1968-03-12']);
    expect(iso('vu le trois mai')).toEqual(['--05-03']);
    expect(iso('en mars deux mille dix-neuf')).toEqual(['2019-03']);
    expect(iso('vu le 12/03/1968')).toEqual(['1968-03-12']);
    expect(iso('vu ce jour', { day: '2026-11-22' })).toEqual(['2026-11-22']);
    expect(iso('retrouvée à sept heures trente')).toEqual(['07:30']);
    expect(iso('à deux heures quarante du début')).toEqual(['PT2H40M']);
  });

  test('give a short year its century only when the other one is to come', () => {
    const day = { day: '2026-11-22' };
    expect(text('née le douze trois soixante-huit', day)).toBe('Née le 12/03/1968');
    expect(text('née le douze trois dix', day)).toBe('Née le 12/03/10');
    expect(text('née le douze trois soixante-huit')).toBe('Née le 12/03/68');
  });

  test('that do not exist are questions, about identity where it is a birth', () => {
    expect(findings('vu le trente et un février')).toEqual([['impossible-date', 6]]);
    expect(findings('né le trente et un juin mille neuf cent soixante')).toEqual([
      ['impossible-date', 1],
    ]);
    expect(findings('né le vingt-neuf février mille neuf cent soixante')).toEqual([]);
    expect(findings('vers 7h75')).toEqual([['impossible-time', 6]]);
  });
});

describe('what the speaker takes back', () => {
  test('is struck, kept, and asked about', () => {
    const written = pieces(
      'le lobe droit mesure quatorze non pardon le lobe gauche mesure quatorze millimètres',
    );
    expect(written.filter(({ struck }) => struck).map(said)).toEqual([
      'le',
      'lobe',
      'droit',
      'mesure',
      'quatorze',
      'non pardon',
    ]);
    expect(findingsOf(written).map(({ rule, risk }) => [rule, risk])).toEqual([
      ['self-correction', 4],
    ]);
  });

  test('is of risk 3 when it is a dose', () => {
    expect(findings('bisoprolol cinq milligrammes non pardon dix milligrammes')).toEqual([
      ['self-correction', 3],
    ]);
  });

  test('stays, with a question, when nothing shows how far it goes', () => {
    expect(text('pardon la suite')).toBe('Pardon la suite');
    expect(findings('pardon la suite')).toEqual([['self-correction', 3]]);
  });

  test('by deletion is struck and asked about', () => {
    expect(text('examen normal point effacez la dernière phrase fièvre point')).toBe('Fièvre.');
    expect(findings('examen normal point effacez la dernière phrase')).toEqual([
      ['deleted-on-request', 3],
    ]);
  });
});

describe('asides', () => {
  test('become notes, not text', () => {
    const written = pieces('examen normal point en copie au docteur Martin point merci point');
    expect(plainText(written)).toBe('Examen normal. Merci.');
    expect(written.find(({ kind }) => kind === 'note')).toMatchObject({
      note: 'en copie au docteur Martin',
      about: 'copy',
    });
  });
});

describe('doubts', () => {
  test.each([
    ['lésion entre parenthèses bénigne', 'unmatched-mark'],
    ['lésion ouvrez la parenthèse bénigne', 'unmatched-mark'],
    ['lésion bénigne fermez la parenthèse', 'unmatched-mark'],
    ['abdomen souple point douloureux à la palpation', 'ambiguous-command'],
    ['hémorroïdes de grade points à la ligne conclusion', 'missing-number'],
    ['dose de 27.690 unités', 'ambiguous-number'],
    ['antécédent d IVG', 'dangerous-abbreviation'],
  ])('on « %s »: %s', (heard, rule) => {
    expect(findings(heard).map(([name]) => name)).toContain(rule);
  });

  test('speak French and name their piece', () => {
    const written = pieces('lésion entre parenthèses bénigne');
    expect(findingsOf(written)).toEqual([
      {
        piece: 1,
        rule: 'unmatched-mark',
        risk: 8,
        message: 'Parenthèse ouverte sans fermeture\u00a0: les mots sont gardés.',
      },
    ]);
  });
});

describe('a practice', () => {
  test('adds its own commands', () => {
    const ownCommands = [{ said: 'formule de politesse', text: 'Bien confraternellement,' }];
    expect(text('merci point à la ligne formule de politesse', { ownCommands })).toBe(
      'Merci.\nBien confraternellement,',
    );
  });

  test('settles its short forms', () => {
    const row = { short: 'HTA', long: 'hypertension artérielle' };
    const heard = 'HTA traitée virgule HTA ancienne';
    expect(text(heard, { abbreviations: [{ ...row, mode: 'keep' }] })).toBe(
      'HTA traitée, HTA ancienne',
    );
    expect(text(heard, { abbreviations: [{ ...row, mode: 'expand' }] })).toBe(
      'Hypertension artérielle traitée, hypertension artérielle ancienne',
    );
    expect(text(heard, { abbreviations: [{ ...row, mode: 'expand-once' }] })).toBe(
      'Hypertension artérielle (HTA) traitée, HTA ancienne',
    );
  });

  test('chooses digits or letters', () => {
    expect(text('trois adénopathies', { numbers: { count: 'digits' } })).toBe('3 adénopathies');
    expect(text('contrôle dans 6 semaines', { numbers: { count: 'digits' } })).toBe(
      'Contrôle dans 6 semaines',
    );
  });

  test('has its section titles', () => {
    expect(
      text('stable point bilan orthoptique deux points normal', {
        sections: ['Bilan orthoptique'],
      }),
    ).toBe('Stable.\nBilan orthoptique : normal');
  });

  test('can print the commands', () => {
    expect(COMMANDS.length).toBeGreaterThan(25);
    for (const { said: ways, effect } of COMMANDS) expect([ways[0], effect]).not.toContain('');
  });
});

describe('pauses', () => {
  const [first, second] = [asHeard('Patient stable.'), asHeard('Contrôle à prévoir.')];
  const later = (gap: number): Piece[] =>
    writeSpoken([
      first!,
      {
        ...second!,
        words: second!.words.map((word) => ({
          ...word,
          start: word.start + 0.8 + gap,
          end: word.end + 0.8 + gap,
        })),
      },
    ]);

  test('make a line after a full stop where no layout is dictated', () => {
    expect(plainText(later(3))).toBe('Patient stable.\nContrôle à prévoir.');
    expect(plainText(later(1))).toBe('Patient stable. Contrôle à prévoir.');
  });

  test('are pieces that can be removed', () => {
    const written = later(3);
    const pause = written.findIndex(
      (piece) => piece.kind === 'command' && piece.action === 'pause',
    );
    expect(plainText(restore(written, pause))).toBe('Patient stable. Contrôle à prévoir.');
  });
});

describe('streaming', () => {
  const parts = [
    'cher confrère virgule à la ligne je vois ce jour en consultation monsieur untel virgule soixante-douze ans point à la',
    'ligne antécédents deux points hypertension virgule diabète de type deux virgule tabagisme sevré à trente paquets-années point à la ligne traitement',
    'actuel deux points bisoprolol cinq milligrammes le matin virgule aspirine soixante-quinze milligrammes point à la ligne tension à cent trente',
    '-huit sur soixante-seize virgule lobe droit non pardon lobe gauche point état stable point',
  ];

  test('ends at the text of the whole', () => {
    const streamed = parts.reduce((state, part) => append(state, asHeard(part)), emptyText());
    expect(plainText(streamed.pieces)).toBe(plainText(pieces(parts.join(' '))));
    expect(streamed.settled).toBeGreaterThan(0);
  });

  test('never rewrites what a person touched', () => {
    const start = append(emptyText(), asHeard('le score est de grade'));
    const touched = touch(start, start.pieces.length - 1);
    const after = append(touched, asHeard('point à la ligne conclusion'));
    expect(after.pieces.slice(0, touched.pieces.length)).toEqual(touched.pieces);
  });
});
