import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { occurrencesIn, remembered, type MemoryRule } from '../../../terminology/memory/apply';
import { lessonOf, type Judgement, type PersonEdit } from '../../../terminology/memory/lessons';
import { pairFault } from '../../../terminology/memory/pair';
import type { Segment, Word } from '../../../terminology/word';
import { mended, segment, words } from '../../builders';

const COMMON = new Set(['petit', 'anse', 'diathermique', 'kardegic', 'examen', 'cardégique']);
const judgement: Judgement = {
  isMedicalCapital: (word) => ['Kardégic', 'IRM'].includes(word),
  isDrug: (word) => ['Kardégic', 'prednisone', 'prednisolone'].includes(word),
  knows: (word) => COMMON.has(word),
  names: { near: ['Jeanne Untel', 'Paul Berthelot'], far: ['Petit', 'Lacassagne'] },
};

const edit = (heard: string, written: string, change: Partial<PersonEdit> = {}): PersonEdit => ({
  heard,
  written,
  before: 'sous ',
  after: ' le matin',
  ...change,
});
const learnt = (...args: Parameters<typeof edit>) => lessonOf(edit(...args), judgement);
const fault = (heard: string, written: string) => pairFault({ heard, written }, judgement);

describe('an edit', () => {
  test('teaches what was heard and what stands there now, without the signs around', () => {
    expect(learnt('cardégique,', 'Kardégic,')).toEqual({
      heard: 'cardégique',
      written: 'Kardégic',
      before: 'sous ',
      after: ' le matin',
    });
    expect(learnt('lance diatermique', 'anse diathermique')).toMatchObject({
      heard: 'lance diatermique',
      written: 'anse diathermique',
    });
  });

  test('at the start of a sentence is learnt without its capital, unless it may be a name', () => {
    expect(learnt('lance', 'Anse', { before: 'Fait. ' })).toMatchObject({ written: 'anse' });
    expect(learnt('d un pont', 'Dupont', { before: 'Vu. ' })).toBeUndefined();
    expect(learnt('Examen', 'examen')).toBeUndefined();
    expect(learnt('examen', 'Examen', { before: '' })).toBeUndefined();
  });

  test('teaches no name, however it is typed', () => {
    expect(learnt('du pont', 'Dupont')).toBeUndefined();
    expect(learnt('du pont', 'DUPONT')).toBeUndefined();
    expect(learnt('du pont', 'dupont', { before: 'vu par le docteur ' })).toBeUndefined();
    expect(learnt('jane', 'jeanne')).toBeUndefined();
    expect(learnt('un tel', 'untel')).toBeUndefined();
  });

  test('teaches nothing that sounds like the patient of the dictation or his doctor', () => {
    expect(learnt('Berteleau', 'anse')).toBeUndefined();
    expect(learnt('bert et lot', 'anse')).toBeUndefined();
    expect(learnt('colchic', 'colchique')).toBeDefined();
  });

  test('teaches no name of another patient, unless it is a word too and stands as one', () => {
    expect(learnt('la cassagne', 'lacassagne')).toBeUndefined();
    expect(learnt('lacassagne', 'anse')).toBeUndefined();
    expect(learnt('pti', 'petit')).toMatchObject({ written: 'petit' });
    expect(learnt('Petit', 'anse')).toBeUndefined();
  });

  test.each([
    ['dix verticules', 'diverticules', 'number'],
    ['cinq', 'saint', 'number'],
    ['milligrammes', 'microgrammes', 'number'],
    ['septième', 'huitième', 'number'],
    ['grade vi', 'grade iv', 'number'],
    ['droite', 'gauche', 'side'],
    ['bilatérale', 'basale', 'side'],
    ['sans', 'sang', 'negation'],
    ['pas œdème', 'œdème', 'negation'],
    ['absence de', 'présence de', 'negation'],
    ['hypotension', 'hypertension', 'opposite'],
    ['prednisone', 'prednisolone', 'drug'],
    ['de la', 'du', 'little'],
    ['a b c d e', 'abc', 'long'],
    ['', 'x', 'empty'],
  ])('from « %s » to « %s » is refused', (heard, written, why) => {
    expect(fault(heard, written)).toBe(why);
  });
});

const NEVER = [
  ...'zéro un deux trois dix cent mille demi tiers premier dixième 5 12 0,5 3e 10% mg µg ml milligramme'.split(
    ' ',
  ),
  ...'droit droite gauche gauches bilatéral controlatérale'.split(' '),
  ...'pas sans ni non aucun aucune jamais absence absent négatif négative'.split(' '),
];
const plain = fc.constantFrom('anse', 'examen', 'cardégique', 'colique', 'fibrine', 'masse');

describe('whatever is corrected', () => {
  test('no pair holds a number, a side or a negation, on either side of it', () => {
    const phrase = fc.tuple(fc.array(plain, { maxLength: 2 }), fc.constantFrom(...NEVER), plain);
    fc.assert(
      fc.property(phrase, plain, fc.boolean(), ([some, never, last], other, isHeard) => {
        const bad = fc.sample(
          fc.shuffledSubarray([...some, never, last], { minLength: some.length + 2 }),
          1,
        )[0];
        const text = (bad ?? []).join(' ');
        const pair = isHeard ? { heard: text, written: other } : { heard: other, written: text };
        expect(pairFault(pair, judgement)).toBeDefined();
        expect(lessonOf({ ...pair, before: 'avec ', after: '' }, judgement)).toBeUndefined();
      }),
    );
  });

  test('no pair writes a word with a capital that medicine does not give it', () => {
    const name = fc.stringMatching(/^[A-Z][a-z]{2,8}$/);
    fc.assert(
      fc.property(plain, name, plain, (heard, capital, other) => {
        expect(learnt(heard, `${other} ${capital}`)).toBeUndefined();
        expect(learnt(heard, capital.toUpperCase())).toBeUndefined();
      }),
    );
  });
});

const rule = (heard: string, written: string): MemoryRule => ({ id: heard, heard, written });
const RULES = [rule('cardégique', 'Kardégic'), rule('lance diatermique', 'anse diathermique')];
const never = () => false;
const textOf = ({ words: all }: Segment) => all.map(({ text }) => text).join(' ');

describe('a rule that is switched on', () => {
  test('writes its words where they are heard, with their time and what was heard', () => {
    const written = remembered(segment('sous Cardégique, puis lance diatermique'), RULES, never);
    expect(textOf(written)).toBe('sous Kardégic, puis anse diathermique');
    expect(written.words[1]).toMatchObject({
      start: 0.5,
      end: 1,
      mending: { level: 'repaired', heard: 'Cardégique,', rule: 'cardégique', isDrug: false },
    });
    expect(written.words.slice(3).map(({ start, end }) => [start, end])).toEqual([
      [1.5, 1.75],
      [1.75, 2.5],
    ]);
  });

  test('goes before what the lexicon made of the same words', () => {
    const repaired = mended('cardégique', 'cardiaque');
    expect(textOf(remembered(repaired, RULES, never))).toBe('Kardégic');
    expect(remembered(repaired, RULES, never).words[0]?.mending?.heard).toBe('cardégique');
  });

  test('stays away where a sign parts its words, and inside longer words', () => {
    const apart = segment('une lance, diatermique');
    expect(remembered(apart, RULES, never)).toBe(apart);
    expect(occurrencesIn(words('cardégiques'), RULES)).toEqual([]);
  });

  test('changes nothing where it does not apply, loses no word, and does not apply twice', () => {
    const vocabulary = fc.constantFrom('cardégique', 'lance', 'diatermique,', 'diatermique', 'le');
    fc.assert(
      fc.property(fc.array(vocabulary, { minLength: 1, maxLength: 12 }), (heard) => {
        const before = segment(heard.join(' '));
        const once = remembered(before, RULES, never);
        const said: string[] = [];
        let last: Word['mending'];
        for (const { text, mending } of once.words) {
          if (mending === undefined) said.push(text);
          else if (mending !== last) said.push(mending.heard);
          last = mending;
        }
        expect(said.join(' ')).toBe(heard.join(' '));
        expect(textOf(remembered(once, RULES, never))).toBe(textOf(once));
      }),
    );
  });
});
