import { describe, expect, test } from 'vitest';
import { compileLayer } from '../../../terminology/lexicon/compile';
import { Lexicon } from '../../../terminology/lexicon/lexicon';
import { gzip } from '../../../terminology/lexicon/packed-file';
import { loadSounds, packShippedSounds } from '../../../terminology/phonetic/load';
import { PhoneticRepair, type Repair } from '../../../terminology/phonetic/repair';
import { SoundLexicon } from '../../../terminology/phonetic/sound-lexicon';
import {
  packGeneralSounds,
  packSounds,
  unpackGeneralSounds,
  unpackSounds,
} from '../../../terminology/phonetic/sound-file';
import { compileGeneralSounds, compileSounds } from '../../../terminology/phonetic/sound-table';
import type { Word } from '../../../terminology/word';
import { smallLexicon } from './small-lexicon';

const lexicon = smallLexicon();
const repairer = new PhoneticRepair(lexicon);

const wordsOf = (text: string, confidence = 0.5): Word[] =>
  text.split(' ').map((word, at) => ({ text: word, start: at, end: at + 1, confidence }));

const repairs = (text: string, confidence?: number): Repair[] =>
  repairer.repair(wordsOf(text, confidence));

/** The text once everything of a level is written. */
const withLevel = (text: string, level: Repair['level']): string => {
  const words = text.split(' ');
  for (const repair of repairs(text)
    .filter((one) => one.level === level)
    .reverse())
    words.splice(repair.from, repair.to - repair.from, repair.text);
  return words.join(' ');
};
const written = (text: string): string => withLevel(text, 'repaired');
const proposed = (text: string): string => withLevel(text, 'proposed');

describe('what is written', () => {
  test.each([
    ["pas d'aidem.", "pas d'œdème."],
    ['vient à lance diatermique, on', "vient à l'anse diathermique, on"],
    ['des dix verticules.', 'des diverticules.'],
    ['et mostase virgule', 'hémostase virgule'],
    ['Quiste du', 'Kyste du'],
    ['par séphasoline 2', 'par céfazoline 2'],
    ['réséqué à lance diatermique', "réséqué à l'anse diathermique"],
    ['hipertension', 'hypertension'],
    ['la valvule sécale', 'la valvule cæcale'],
    ['une i r m normale', 'une IRM normale'],
    ['N.I.H.S.S. à', 'NIHSS. à'],
    ['une dispné et un kyste', 'une dyspnée et un kyste'],
    ['par CÉF AZOLINE virgule', 'par céfazoline virgule'],
  ])('%s → %s', (heard, repaired) => {
    expect(written(heard)).toBe(repaired);
  });

  test('tells where, what was heard, how sure and what else it could be', () => {
    const [repair] = repairs("Pas d'aidem, des");
    expect(repair).toEqual({
      from: 1,
      to: 2,
      heard: "d'aidem",
      written: "d'œdème",
      text: "d'œdème,",
      level: 'repaired',
      gain: expect.closeTo(3.7, 0),
      distance: 0,
      category: 'sign',
      alternatives: [],
    });
  });

  test('keeps the capital that opens a sentence and the signs around', () => {
    expect(written('(Aidem)')).toBe('(Œdème)');
  });

  test('leaves text that is right alone', () => {
    expect(
      repairs('Le patient vient pour un œdème, une hypertension et un kyste du rein droit.'),
    ).toEqual([]);
  });

  test('knows a word made of a prefix and a known word', () => {
    expect(repairs('un kyste hypodense')).toEqual([]);
    expect(written('parapathélaire')).toBe('parapatellaire');
  });
});

describe('what is only proposed', () => {
  test.each([
    ['a drug that sounds nearly the same', 'par cifazolune 2', 'par céfazoline 2'],
    ['an accent the decoder was sure to leave out', 'hemorragie', 'hémorragie'],
  ])('%s: %s', (_, heard, repaired) => {
    expect(repairer.repair(wordsOf(heard, 1)).map(({ level }) => level)).toEqual(['proposed']);
    expect(proposed(heard) === repaired || written(heard) === repaired).toBe(true);
  });

  test.each([
    ['hypo- is never written for hyper-', 'hyperthension', 'hypotension'],
    ['nor what has a privative a- for what has none', 'assymétrique', 'symétrique'],
    ['nor -émie for -urie', 'glycurie', 'glycémie'],
  ])('%s', (_, heard, opposite) => {
    expect(written(heard)).not.toBe(opposite);
  });

  test('a look-alike drug when both are as near', () => {
    expect(written('par prednisolune')).toBe('par prednisolune');
  });
});

describe('what another text of the decoder has', () => {
  const heardWith = (text: string, ...alternatives: string[]): Word[] => {
    const [first, ...rest] = wordsOf(text);
    return first ? [{ ...first, alternatives }, ...rest] : [];
  };

  test('is read too, each part of it in its place', () => {
    const heard = "d'aidaine marqué";
    expect(repairer.repair(wordsOf(heard))[0]?.level).not.toBe('repaired');
    expect(repairer.repair(heardWith(heard, "d'édème"))[0]).toMatchObject({
      written: "d'œdème",
      level: 'repaired',
    });
  });

  test('does not part a term of which it is one word', () => {
    const [lance, diathermic] = wordsOf('lance diatermic');
    if (!lance || !diathermic) throw new Error('there are two words');
    const heard = [lance, { ...diathermic, alternatives: ['diathermique'] }];
    expect(repairer.repair(heard).map((repair) => repair.written)).toEqual(["l'anse diathermique"]);
  });

  test('is never written where it is a word of every day', () => {
    const [repair] = repairer.repair(heardWith('opérration', 'opération'));
    expect(repair?.level).toBe('repaired');
    const [other] = repairer.repair(heardWith('uppérasion', 'opération'));
    expect(other?.level).not.toBe('repaired');
  });
});

describe('what is never touched', () => {
  test('a plural said before a vowel is no article', () => {
    expect(written('des aidemms')).not.toContain("d'");
  });

  test('the plural of a term with an article inside', () => {
    expect(written("des kystes d'émostaze")).toContain('kystes');
  });

  test('an eponym is not written after an article', () => {
    expect(written('la lberse')).toBe('la lberse');
  });

  test.each([
    ['across punctuation', 'et, mostase'],
    ['across a spoken command', 'et virgule mostase'],
    ['a number', 'un aide 10 mg'],
    ['a side', 'le drouate gauche'],
    ['the name after a title', 'le docteur Aidem'],
    ['the name after madame', 'madame Quiste'],
  ])('%s', (_, heard) => {
    const touched = repairs(heard).filter(({ level }) => level === 'repaired');
    expect(touched.map(({ written: text }) => text)).toEqual([]);
  });

  test('a name is never written', () => {
    expect(written('on voit dupon')).toBe('on voit dupon');
  });

  test('no side enters through a term', () => {
    expect(written('rain drouat')).not.toContain('droit');
  });
});

test('repairs never overlap and lie inside the words', () => {
  const heard = wordsOf(
    "Quiste et mostase d'aidem lance diatermique séphasoline dix verticules hipertension",
  );
  let end = 0;
  for (const { from, to } of repairer.repair(heard)) {
    expect(from).toBeGreaterThanOrEqual(end);
    expect(to).toBeGreaterThan(from);
    end = to;
  }
  expect(end).toBeLessThanOrEqual(heard.length);
});

test('the same words give the same repairs, and thresholds hold', () => {
  const heard = wordsOf("pas d'aidem et quiste");
  expect(repairer.repair(heard)).toEqual(repairer.repair(heard));
  expect(repairer.repair(heard, { writeGain: 99 }).every(({ level }) => level === 'proposed')).toBe(
    true,
  );
  expect(repairer.repair(heard, { writeGain: 99, proposeGain: 99 })).toEqual([]);
});

test('what another hypothesis heard counts', () => {
  const [word] = wordsOf('quiste');
  const alone = repairer.repair([word!]);
  const seconded = repairer.repair([{ ...word!, alternatives: ['Kyste,'] }]);
  expect(seconded[0]!.written).toBe('kyste');
  expect(seconded[0]!.gain).toBeGreaterThan(alone[0]!.gain);
});

test('sounds compiled to a file and read again repair as fresh ones', () => {
  const compiled = {
    general: unpackGeneralSounds(packGeneralSounds(compileGeneralSounds(lexicon.general))),
    layers: lexicon.layers.map((layer) => unpackSounds(packSounds(compileSounds(layer)))),
  };
  const heard = wordsOf("vient à lance diatermique et pas d'aidem");
  expect(new PhoneticRepair(lexicon, new SoundLexicon(lexicon, compiled)).repair(heard)).toEqual(
    repairer.repair(heard),
  );
  expect(() => unpackSounds(packGeneralSounds(compiled.general))).toThrow('Not a file of sounds');
});

test('the shipped sounds are packed, gzipped and opened again', async () => {
  const [layer] = lexicon.layers;
  const two = new Lexicon(lexicon.general, [layer!, { ...layer!, name: 'again' }]);
  const files = packShippedSounds(two);
  const compiled = await loadSounds((name) => gzip(files.get(name)!));
  expect(compiled.layers.map(({ name }) => name)).toEqual(['small', 'again']);
  const heard = wordsOf("pas d'aidem");
  expect(new PhoneticRepair(two, new SoundLexicon(two, compiled)).repair(heard)).toEqual(
    new PhoneticRepair(two).repair(heard),
  );
});

test('takes any text', () => {
  for (const text of ['', '…', '123', "l'", '- -', 'a'.repeat(300), 'Ça ﬁnit 🙂 là', "d'd'd'"])
    expect(() => repairs(text)).not.toThrow();
});

describe('a known term', () => {
  const { general } = smallLexicon();
  const spec = { medical: 4, source: 0 };
  const layer = compileLayer({
    name: 'essai',
    sources: [{ name: 'essai', licence: 'MIT', rows: 4 }],
    words: [
      'fibrillation',
      'atrial',
      'atriale',
      'vallée',
      'vallées',
      'sylvienne',
      'sylviennes',
    ].map((form) => ({ ...spec, form, categories: ['anatomy'], medical: 2.5 })),
    terms: [
      { ...spec, form: 'fibrillation atriale', categories: ['pathology'] },
      { ...spec, form: 'vallée sylvienne', categories: ['anatomy'] },
    ],
  });
  const termRepairer = new PhoneticRepair(new Lexicon(general, [layer]));
  const repairsOf = (text: string) =>
    termRepairer.repair(wordsOf(text)).map(({ written, level }) => `${written} ${level}`);

  test('has its agreement put right where it cannot be heard', () => {
    expect(repairsOf('on montre une fibrillation atrial')).toEqual([
      'fibrillation atriale repaired',
    ]);
  });

  test('keeps the plural that was heard', () => {
    const written = repairsOf('on montre les valées sylviennes').filter((repair) =>
      repair.endsWith('repaired'),
    );
    expect(written).not.toContain('vallée sylvienne repaired');
  });
});
