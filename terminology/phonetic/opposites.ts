import { fold } from '../lexicon/fold';
import { letterDistance } from './letters';

const parted = (...pairs: readonly string[]) => pairs.map((pair) => pair.split(' '));

/** Beginnings and endings that sound alike, mean different or opposite things, and stand in few other words. */
const TELLING_PREFIXES = parted(
  'hypo hyper',
  'inter intra',
  'inter infra',
  'intra infra',
  'supra infra',
  'tachy brady',
);
const TELLING_SUFFIXES = parted(
  'emie urie',
  'ectomie otomie',
  'ectomie ostomie',
  'otomie ostomie',
  'penie philie',
  'penie cytose',
  'plegie paresie',
);

/** With those that many words begin with that they are no part of, and those that recognition spells so. */
const PREFIX_PAIRS = [
  ...TELLING_PREFIXES,
  ...parted(
    'ipo hyper',
    'iper hypo',
    'ipo iper',
    'hypo iper',
    'intra extra',
    'supra sub',
    'sus sous',
    'ad ab',
    'macro micro',
    'ante anti',
    'ante retro',
    'pre peri',
    'pre post',
    'pre pro',
    'peri para',
    'eu dys',
    'eu hypo',
    'eu hyper',
    'poly oligo',
    'leuco leucopeno',
    'endo exo',
    'endo epi',
    'en ex',
    'ecto endo',
    'iso aniso',
    'homo hetero',
    'mono poly',
    'uni bi',
    'bi tri',
    'para peri',
    'ana cata',
    'pro anti',
    'vaso veno',
  ),
];
const SUFFIX_PAIRS = [
  ...TELLING_SUFFIXES,
  ...parted(
    'emies uries',
    'emique urique',
    'tomie stomie',
    'algie ite',
    'ite ose',
    'ome ose',
    'graphie gramme',
    'scopie graphie',
    'esthesie asthenie',
    'olol olone',
  ),
];

/** One of the beginnings with two letters behind it, "hyper" alone being none, or one of the endings. */
const TELLING = new RegExp(
  `^(?:${TELLING_PREFIXES.flat().join('|')})[a-z]{2}|(?:${TELLING_SUFFIXES.flat().join('|')})s?$`,
);

/** Whether a folded word would mean the opposite, or another thing, by one syllable: "hypokaliemie", "tachycardie". */
export const hasOpposite = (key: string): boolean => TELLING.test(key);

/**
 * Whether one would turn the meaning of the other: hypo- and hyper-, -émie and -urie, a privative a- won or lost. Such a change
 * is never written by itself, however near the sounds.
 */
export function areOpposites(heard: string, written: string): boolean {
  const a = fold(heard);
  const b = fold(written);
  return (
    losesPrivative(a, b) ||
    losesPrivative(b, a) ||
    PREFIX_PAIRS.some(([x = '', y = '']) =>
      split(a, b, (word, part) => word.startsWith(part), x, y),
    ) ||
    SUFFIX_PAIRS.some(([x = '', y = '']) => split(a, b, (word, part) => word.endsWith(part), x, y))
  );
}

type Test = (word: string, part: string) => boolean;

const split = (a: string, b: string, has: Test, ...[x, y]: [string, string]): boolean =>
  (has(a, x) && !has(a, y) && has(b, y) && !has(b, x)) ||
  (has(a, y) && !has(a, x) && has(b, x) && !has(b, y));

/** Letters compared, and how many of them may differ. */
const START = 4;
const NEAR = 0.25;

/** "a" before a consonant, "an" before a vowel: the "au" of "auscultation" is no beginning of its own. */
const PRIVATIVES = [/^a(?![aeiouyh])/, /^an(?=[aeiouyh])/];

/** "asymétrique" for "symétrique", "anictérique" for "ictérique", "hanesthésie" for "esthésie". */
function losesPrivative(long: string, short: string): boolean {
  const word = long.replace(/^h/, '').replace(/(.)\1/g, '$1');
  const rest = short.replace(/^h/, '').replace(/(.)\1/g, '$1');
  if (!word.startsWith('a') || rest.startsWith('a') || word.length <= 4) return false;
  const stripped = PRIVATIVES.flatMap((privative) =>
    privative.test(word) ? [word.replace(privative, '')] : [],
  );
  return stripped.some(
    (stem) =>
      stem.slice(0, 2) === rest.slice(0, 2) ||
      letterDistance(stem.slice(0, START), rest.slice(0, START)) <= NEAR,
  );
}
