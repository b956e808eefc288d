import type { Category } from '../lexicon/category';
import { FLAG } from '../lexicon/entry';
import {
  DIRECTED,
  DIRECTION_FORMS,
  NEAR_PLACED,
  NEAR_POSITIONS,
  ORGAN_PAIRS,
  PER_PLACED,
} from './compounds';
import type { French } from './general-french';
import { genderByEnding } from './inflect';
import { endingCategory } from './looks-medical';
import { FROM_LISTED_NOUN, FROM_NOUN } from './noun-adjectives';
import {
  ANASTOMOSES,
  DONE,
  HALVES,
  MEASURED,
  NUMBERED,
  NUMBERS,
  ORGANS,
  POSITIONED,
  POSITIONS,
  REGIONS,
  SUFFIXES_BY_KIND,
  TECHNIQUES,
} from './productive';
import type { Vocabulary } from './vocabulary';

const RULE_LOSS = -1;

/** Adds the words that rules of word formation give, at a lower frequency, where no list has them. */
export function addDerived(words: Vocabulary, french: French, source: number): void {
  const put = (form: string, isAdjective: boolean, categories: readonly Category[]): void => {
    if (words.has(form)) return;
    const facts = { categories, flags: FLAG.derived, source, boost: RULE_LOSS };
    if (isAdjective) words.addWithForms(form, facts, { feminine: undefined });
    else words.addWithForms(form, { ...facts, gender: genderByEnding(form) });
  };
  const listed = nounsOf(words);
  for (const form of [...organWords(), ...organPairWords()]) put(form, false, categoryList(form));
  for (const form of [...anastomoses(), ...techniqueWords()]) put(form, false, ['procedure']);
  for (const half of HALVES) put(`hémi${half}`, false, []);
  for (const form of numberedAdjectives()) put(form, true, []);
  for (const form of measuredWords()) put(form, false, ['biology']);
  for (const form of joinedAdjectives()) put(form, true, ['anatomy']);
  for (const form of [...positionedAdjectives(), ...directedAdjectives()])
    put(form, true, ['anatomy']);
  for (const place of PER_PLACED) put(`per${place}`, true, []);
  for (const noun of nounsOf(words))
    for (const form of adjectivesOf(noun, french, FROM_NOUN)) put(form, true, []);
  for (const noun of listed)
    for (const form of adjectivesOf(noun, french, FROM_LISTED_NOUN)) put(form, true, []);
}

const categoryList = (form: string): Category[] => {
  const category = endingCategory(form);
  return category === undefined ? [] : [category];
};

const list = (text: string): string[] => text.split(' ');
const VOWEL = /^[aeiouyéèêœæ]/;

/** Root and suffix joined: the o of the root falls before a vowel, and r doubles as the suffix is given with it. */
function join(root: string, suffix: string): string {
  const stem = /[oi]$/.test(root) && VOWEL.test(suffix) ? root.slice(0, -1) : root;
  const linked = /[oiaé]$/.test(stem) || VOWEL.test(suffix) ? stem : `${stem}o`;
  return (linked + suffix).replace(/([aeéo])\1/g, '$1');
}

function organWords(): string[] {
  return Object.entries(ORGANS).flatMap(([kind, roots]) =>
    list(roots).flatMap((root) =>
      list(SUFFIXES_BY_KIND[kind] ?? '').map((suffix) => join(root, suffix)),
    ),
  );
}

/** "urétérocystoplastie", "méningo-encéphalite". */
const organPairWords = (): string[] =>
  ORGAN_PAIRS.flatMap(({ stems, suffixes }) =>
    list(stems).flatMap((stem) => list(suffixes).map((suffix) => join(stem, suffix))),
  );

function measuredWords(): string[] {
  return MEASURED.flatMap((root) => {
    const inBlood = `${root}émie`;
    return [
      inBlood,
      `hyper${inBlood}`,
      `hypo${inBlood}`,
      `${root}urie`,
      `hyper${root}urie`,
      `${root}orachie`,
    ];
  }).map((word) => word.replace('éé', 'é').replace('-', ''));
}

/** "bronchoalvéolaire" and "broncho-alvéolaire"; before a vowel both vowels stay: "iléoiliaque". */
function joinedAdjectives(): string[] {
  return REGIONS.flatMap(({ forms, adjectives }) =>
    list(forms).flatMap((form) =>
      list(adjectives).flatMap(
        (adjective) =>
          `${form}${/[iou]$/.test(form) && /^[iou]/.test(adjective) ? '-' : ''}${adjective}`,
      ),
    ),
  );
}

function positionedAdjectives(): string[] {
  return [
    ...POSITIONS.flatMap((position) => POSITIONED.map((place) => placed(position, place))),
    ...NEAR_POSITIONS.flatMap((position) => NEAR_PLACED.map((place) => placed(position, place))),
  ];
}

/** "sous-muqueux", "intra-articulaire", "périosseux". */
function placed(position: string, adjective: string): string {
  const hyphen =
    position === 'sous' || position === 'sus' || (/[aio]$/.test(position) && VOWEL.test(adjective));
  return `${position}${hyphen ? '-' : ''}${adjective}`;
}

/** "antérolatéral"; never of a direction and itself. */
const directedAdjectives = (): string[] =>
  DIRECTION_FORMS.flatMap((form) =>
    DIRECTED.filter((adjective) => adjective.slice(0, 3) !== form.slice(0, 3)).map((adjective) =>
      VOWEL.test(adjective) ? `${form}-${adjective}` : `${form}${adjective}`,
    ),
  );

function anastomoses(): string[] {
  return ANASTOMOSES.flatMap((group) =>
    list(group).flatMap((first) => list(group).map((second) => `${first}${second}stomie`)),
  );
}

const techniqueWords = (): string[] =>
  TECHNIQUES.flatMap((technique) =>
    DONE.map(
      (done) => `${technique}${/[io]$/.test(technique) && /^[io]/.test(done) ? '-' : ''}${done}`,
    ),
  );

const numberedAdjectives = (): string[] =>
  NUMBERS.flatMap((number) => NUMBERED.map((adjective) => `${number}${adjective}`));

const nounsOf = (words: Vocabulary): string[] =>
  words.specs
    .filter(
      ({ flags = 0, categories }) =>
        (flags & FLAG.inflection) === 0 && !categories.includes('drug'),
    )
    .map(({ form }) => form)
    .filter((form) => form.length >= 6 && form === form.toLowerCase());

function adjectivesOf(
  noun: string,
  french: French,
  rules: readonly (readonly [RegExp, readonly string[]])[],
): string[] {
  const rule = rules.find(([ending]) => ending.test(noun));
  if (rule === undefined || (french.isWord(noun) && french.zipf(noun) > 4)) return [];
  return rule[1].map((ending) => noun.replace(rule[0], ending));
}
