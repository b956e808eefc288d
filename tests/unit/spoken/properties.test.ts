import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  append,
  emptyText,
  heardText,
  plainText,
  restore,
  touch,
  writeSpoken,
  type Piece,
} from '../../../terminology/spoken';
import type { Segment } from '../../../terminology/word';
import { asHeard } from '../../bench/spoken-scoring';

const SPOKEN =
  `point virgule deux points à la ligne point, virgule. À nouveau paragraphe ouvrez la parenthèse fermez entre
  guillemets tiret slash majuscule en gras fin de non pardon euh je corrige mademoiselle vous mettrez en copie au docteur
  note pour secrétaire effacez dernière phrase D comme Daniel j'épelle un une deux trois six dix vingt soixante quatre-vingt-dix
  cent mille millions zéro demi quarts sur par pour d'un l'un qu'une milligrammes mg 5mg 18,4 138/76 7h30 12/03/1968 2. 2 points
  pour cent degrés heures trente mars premier ans T4 L quatre segment grade facteur le la du les patient lésion gauche droite
  œdème IVG HTA M. Mme total.Line sigmoïde.Laligne dorsal.Garrot 2.A.L.A.Ligne. … « » ( ) " — % ° 😀 emoji the patient of constructor
  __proto__ toString 9999999999999999999999999999999999999999 1.200 -5 conclusion antécédents traitement : ; ? ! . ,`
    .split(/\s+/)
    .filter((word) => word !== '');

const word = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...SPOKEN) },
  {
    weight: 1,
    arbitrary: fc
      .string({ minLength: 1, maxLength: 8, unit: 'grapheme' })
      .map((text) => text.replace(/\s/gu, '') || 'x'),
  },
);
const transcript = fc.array(word, { maxLength: 60 }).map((list) => list.join(' '));

const restoreAll = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduceRight<Piece[]>((all, _, index) => restore(all, index), [...pieces]);

describe('writing spoken French', () => {
  test('loses and adds no heard word', () => {
    fc.assert(
      fc.property(transcript, (text) => heardText(writeSpoken([asHeard(text)])) === text),
      { numRuns: 400 },
    );
  });

  test('gives the transcript back when everything is undone', () => {
    fc.assert(
      fc.property(
        transcript,
        (text) => plainText(restoreAll(writeSpoken([asHeard(text)]))) === text,
      ),
      { numRuns: 400 },
    );
  });

  test('gives one result for one transcript', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        expect(writeSpoken([asHeard(text)])).toEqual(writeSpoken([asHeard(text)]));
      }),
      { numRuns: 100 },
    );
  });

  test('rewrites nothing that is settled or touched while words come in', () => {
    fc.assert(
      fc.property(fc.array(transcript, { maxLength: 6 }), fc.nat(40), (texts, at) => {
        let state = emptyText();
        for (const text of texts) {
          const before = touch(state, Math.min(at, state.pieces.length - 1));
          state = append(before, asHeard(text));
          expect(state.pieces.slice(0, before.settled)).toEqual(
            before.pieces.slice(0, before.settled),
          );
        }
        const said = texts.filter((text) => text !== '').join(' ');
        expect(heardText(state.pieces)).toBe(said);
      }),
      { numRuns: 100 },
    );
  });
});

const UNITS = [
  ['milligrammes', 'mg'],
  ['microgrammes', 'µg'],
  ['millilitres', 'ml'],
  ['grammes par litre', 'g/l'],
  ['millimoles par litre', 'mmol/l'],
  ['centimètres', 'cm'],
  ['milligrammes par kilo par jour', 'mg/kg/j'],
] as const;

const SMALL =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
const TENS = 'vingt trente quarante cinquante soixante soixante quatre-vingt quatre-vingt'.split(
  ' ',
);

/** French cardinals written the other way round from the parser, to check it. */
function inWords(value: number): string {
  if (value >= 1000) {
    const thousands = Math.floor(value / 1000);
    const rest = value % 1000;
    return `${thousands === 1 ? '' : `${inWords(thousands)} `}mille${rest === 0 ? '' : ` ${inWords(rest)}`}`;
  }
  if (value >= 100) {
    const hundreds = Math.floor(value / 100);
    const rest = value % 100;
    return `${hundreds === 1 ? '' : `${SMALL[hundreds]!} `}cent${rest === 0 ? '' : ` ${inWords(rest)}`}`;
  }
  if (value < 20) return SMALL[value]!;
  const ten = Math.floor(value / 10);
  const unit = [7, 9].includes(ten) ? value - (ten - 1) * 10 : value % 10;
  const name = TENS[ten - 2]!;
  if (unit === 0) return ten === 8 ? 'quatre-vingts' : name;
  const joint = (unit === 1 && ten < 8) || (unit === 11 && ten === 7) ? ' et ' : '-';
  return `${name}${joint}${SMALL[unit]!}`;
}

describe('quantities', () => {
  const unit = fc.constantFrom(...UNITS);

  test('keep value × unit whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), unit, (value, [said, symbol]) => {
        const pieces = writeSpoken([asHeard(`dose de ${inWords(value)} ${said} ce matin`)]);
        expect(pieces.find(({ kind }) => kind === 'unit')).toMatchObject({
          values: [String(value)],
          unit: symbol,
        });
        const figures = plainText(pieces).replace(/[\s\u202f]/gu, '');
        expect(figures).toBe(`Dosede${value}${symbol}cematin`);
      }),
      { numRuns: 500 },
    );
  });

  test('keep every decimal and its zeros', () => {
    const decimal = fc.tuple(fc.nat(999), fc.nat(2), fc.integer({ min: 1, max: 99 }));
    fc.assert(
      fc.property(decimal, unit, ([whole, zeros, tail], [said, symbol]) => {
        const spoken = `${inWords(whole)} virgule ${'zéro '.repeat(zeros)}${inWords(tail)} ${said}`;
        const value = `${whole}.${'0'.repeat(zeros)}${tail}`;
        expect(
          writeSpoken([asHeard(`à ${spoken}`)]).find(({ kind }) => kind === 'unit'),
        ).toMatchObject({
          values: [value],
          unit: symbol,
        });
      }),
      { numRuns: 300 },
    );
  });

  test('keep every day of the calendar', () => {
    const day = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2099-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const month = new Intl.DateTimeFormat('fr', { month: 'long', timeZone: 'UTC' }).format(
          date,
        );
        const spoken = `vu le ${inWords(date.getUTCDate())} ${month} ${inWords(date.getUTCFullYear())} ici`;
        if (date.getUTCDate() === 1) return;
        expect(writeSpoken([asHeard(spoken)]).find(({ kind }) => kind === 'date')).toMatchObject({
          iso,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('bad input', () => {
  const heard = (text: string): Segment[] => [asHeard(text)];

  test('of no word is no text', () => {
    expect(writeSpoken([])).toEqual([]);
    expect(plainText(writeSpoken(heard('')))).toBe('');
  });

  test('of commands only is their signs', () => {
    expect(plainText(writeSpoken(heard('point virgule à la ligne')))).toBe('\u202f;\n'.slice(1));
  });

  test('of forty digits is kept to the digit', () => {
    const digits = '1234567890'.repeat(4);
    expect(plainText(writeSpoken(heard(`dossier ${digits}`)))).toBe(`Dossier ${digits}`);
  });

  test('of 20,000 words is written whole', () => {
    const text = Array.from(
      { length: 20_000 },
      (_, index) => SPOKEN[(index * 7919) % SPOKEN.length]!,
    ).join(' ');
    expect(heardText(writeSpoken(heard(text)))).toBe(text);
  });
});
