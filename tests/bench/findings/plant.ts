import { fold } from '../../../terminology/lexicon/fold';
import type { Lexicon } from '../../../terminology/lexicon/lexicon';
import { TermMatcher } from '../../../terminology/lexicon/match';
import type { Risk } from '../../../terminology/rules/finding';
import type { ReportText } from './texts';

export const KINDS = [
  'drug',
  'dose x10',
  'dose /10',
  'mg/µg',
  'side',
  'negation',
  'hypo/hyper',
  'name',
  'sex',
  'date',
] as const;
export type Kind = (typeof KINDS)[number];

/** A text with one critical error in it. */
export interface Planted {
  readonly kind: Kind;
  readonly risks: readonly Risk[];
  readonly report: ReportText;
  /** The text with the error. */
  readonly text: string;
  /** Where the error stands in it; empty where something was taken out. */
  readonly from: number;
  readonly to: number;
  readonly change: string;
  /** The rest of the report tells that it is wrong: what only the sound could tell is counted apart. */
  readonly isTold: boolean;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isTold?: boolean;
}

const RISKS: Readonly<Record<Kind, readonly Risk[]>> = {
  drug: [2],
  'dose x10': [3],
  'dose /10': [3],
  'mg/µg': [3],
  side: [4],
  negation: [5],
  'hypo/hyper': [5],
  name: [1],
  sex: [1],
  date: [6],
};
const MOST: Readonly<Record<Kind, number>> = {
  drug: 3,
  'dose x10': 2,
  'dose /10': 2,
  'mg/µg': 2,
  side: 2,
  negation: 2,
  'hypo/hyper': 2,
  name: 1,
  sex: 2,
  date: 1,
};

const like = (model: string, text: string): string =>
  /^\p{Lu}/u.test(model) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

const changes = (
  text: string,
  pattern: RegExp,
  rewrite: (match: RegExpMatchArray) => string,
): Change[] =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    text: rewrite(match),
  }));

/** Replaces drugs by the first drug that the lexicon says is taken for them. */
function drugs(text: string, lexicon: Lexicon, matcher: TermMatcher): Change[] {
  return matcher.match(text).flatMap(({ from, to, categories }) => {
    const name = text.slice(from, to);
    const partner = lexicon.lookAlikes(name).find(({ kind }) => kind === 'look-alike drug')?.form;
    return categories.includes('drug') && partner && fold(partner) !== fold(name)
      ? [{ from, to, text: like(name, partner) }]
      : [];
  });
}

const DOSE =
  /(?<![\d.,/])(\d+(?:[ \u00a0\u202f]\d{3})?(?:[.,]\d+)?)([ \u00a0\u202f]?)(mg|g|µg|UI|unités)(?![\p{L}/]|[ \u00a0]?\/[ ]?(?:d?l|ml|mm))/gu;

/** Doses with a drug named in the same sentence, at most sixty characters away. */
function doses(text: string, matcher: TermMatcher): RegExpMatchArray[] {
  const named = matcher.match(text).filter(({ categories }) => categories.includes('drug'));
  return [...text.matchAll(DOSE)].filter(({ index, 0: shown }) =>
    named.some(({ from, to }) => {
      const between = from > index ? text.slice(index + shown.length, from) : text.slice(to, index);
      return between.length < 60 && !/[.;\n]/.test(between);
    }),
  );
}

const numberOf = (text: string): number =>
  Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
const written = (value: number): string => String(Number(value.toPrecision(6))).replace('.', ',');

const scaled = (text: string, matcher: TermMatcher, factor: number): Change[] =>
  doses(text, matcher).map((match) => ({
    from: match.index!,
    to: match.index! + match[1]!.length,
    text: written(numberOf(match[1]!) * factor),
  }));

const otherUnit = (text: string, matcher: TermMatcher): Change[] =>
  doses(text, matcher)
    .filter(([, , , unit]) => unit === 'mg' || unit === 'µg')
    .map((match) => {
      const from = match.index! + match[1]!.length + match[2]!.length;
      return { from, to: from + match[3]!.length, text: match[3] === 'mg' ? 'µg' : 'mg' };
    });

/** Gender of the noun that a side at `at` agrees with, by the lexicon: the nearest noun before, or "à", "la" of "à droite". */
function isFeminine(text: string, at: number, lexicon: Lexicon): boolean {
  const before = text.slice(Math.max(0, at - 60), at).match(/\p{L}+/gu) ?? [];
  if (/^(?:à|la|a)$/iu.test(before.at(-1) ?? '')) return true;
  for (const word of before.slice(-4).toReversed()) {
    const nouns = lexicon
      .find(word)
      .filter(
        ({ gender, source }) => (gender === 'm' || gender === 'f') && source !== 'adjectives',
      );
    if (nouns.length > 0) return nouns.every(({ gender }) => gender === 'f');
  }
  return false;
}

/** A side is told where the word before it has the same side elsewhere in the text. The new side agrees with its noun. */
function sides(text: string, lexicon: Lexicon): Change[] {
  const all = [...text.matchAll(/(\p{L}+)[ \u00a0](droite?s?|gauches?)(?!\p{L})/gu)];
  return all.map((match) => {
    const [, noun = '', side = ''] = match;
    const from = match.index + match[0].length - side.length;
    const isRight = side.startsWith('d');
    const twins = all.filter(
      ([, other, its = '']) =>
        other?.slice(0, 5) === noun.slice(0, 5) && its.startsWith('d') === isRight,
    );
    const rest = /s$/.test(side) ? 's' : '';
    return {
      from,
      to: from + side.length,
      text: isRight
        ? `gauche${rest}`
        : `droit${isFeminine(text, match.index + match[0].length - side.length, lexicon) ? 'e' : ''}${rest}`,
      isTold: noun.length > 2 && twins.length > 1,
    };
  });
}

/**
 * "pas de fièvre" → "de fièvre", "sans fièvre" → "fièvre"; told where syntax or the rest still asks for it. "sans aucun"
 * would still deny with one of its two words gone, so that both go.
 */
const negations = (text: string): Change[] =>
  [...text.matchAll(/(?<!\p{L})(?<!sans )(pas|sans aucune?|sans|aucune?) (?=\p{L})/giu)].map(
    (match) => {
      const isSans = /^sans|^auc/iu.test(match[0]);
      const rest = text.slice(match.index + match[0].length);
      return {
        from: match.index,
        to: match.index + match[0].length + (/^\p{Lu}/u.test(match[0]) ? 1 : 0),
        text: /^\p{Lu}/u.test(match[0]) ? rest.charAt(0).toUpperCase() : '',
        isTold: !isSans || hasNe(text.slice(0, match.index)),
      };
    },
  );

/** A "ne" in the same sentence asks for its other half. */
const hasNe = (before: string): boolean => /(?:\bne |\bn[’'])[^.;]*$/u.test(before);

const polar = (text: string, lexicon: Lexicon): Change[] =>
  changes(
    text,
    /(?<!\p{L})(hypo|hyper)(\p{L}{4,})/giu,
    ([, prefix = '', stem = '']) =>
      like(prefix, prefix.toLowerCase() === 'hypo' ? 'hyper' : 'hypo') + stem,
  ).filter(({ text: word }) => lexicon.knows(word) || lexicon.partsOf(word) !== undefined);

const SEXES: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})patiente(?!\p{L})/giu, 'patient'],
  [/(?<!\p{L})patient(?!\p{L})/giu, 'patiente'],
  [/(?<!\p{L})une femme(?!\p{L})/giu, 'un homme'],
  [/(?<!\p{L})un homme(?!\p{L})/giu, 'une femme'],
  [/(?<!\p{L})(?:madame|Mme)(?!\p{L})/giu, 'monsieur'],
  [/(?<!\p{L})monsieur(?!\p{L})/giu, 'madame'],
  [/(?<!\p{L})née(?= le)/giu, 'né'],
  [/(?<!\p{L})âgée(?= de)/giu, 'âgé'],
];
const sexes = (text: string): Change[] =>
  SEXES.flatMap(([pattern, other]) => changes(text, pattern, ([said = '']) => like(said, other)));

const OTHERS = [
  'Bernard',
  'Lefèvre',
  'Moreau',
  'Garnier',
  'Rousseau',
  'Fontaine',
  'Chevalier',
  'Lambert',
];
const IMPOSSIBLE = [
  '31 février 2019',
  '31/04/2021',
  '12/13/2020',
  '4 mars 2062',
  '32 mai 2018',
  '30/02/2022',
  '14 juillet 1823',
  '29 février 2023',
];

/** The name in the text, else a heading with the name of somebody else. */
function names(text: string, seed: number): Change[] {
  const other = OTHERS[seed % OTHERS.length]!;
  const named = changes(text, /(?<=(?:[Mm]onsieur|[Mm]adame) )Untel/gu, () => other);
  return named.length > 0
    ? named
    : [{ from: 0, to: 0, text: `Concerne : ${['Madame', 'Monsieur'][seed % 2]} ${other}.\n` }];
}

/** A date or year in the text, else the day of an act told at its end. */
function dates(text: string, seed: number): Change[] {
  const date = IMPOSSIBLE[seed % IMPOSSIBLE.length]!;
  const dated = changes(
    text,
    /(?<!\p{L})\d{1,2} (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) \d{4}/gu,
    () => date,
  );
  return dated.length > 0
    ? dated
    : [{ from: text.length, to: text.length, text: `\nVu en consultation le ${date}.` }];
}

/** The n candidates that a fixed stride picks: the same ones at each run. */
const picked = <T>(candidates: readonly T[], most: number): T[] =>
  candidates.length <= most
    ? [...candidates]
    : Array.from(
        { length: most },
        (_, at) => candidates[Math.floor(((at + 0.5) * candidates.length) / most)]!,
      );

/** One error a planting, several plantings a text, the same at each run; identity errors only where a patient is chosen. */
export function plantIn(report: ReportText, seed: number, lexicon: Lexicon): Planted[] {
  const matcher = new TermMatcher(lexicon);
  const { text, patient } = report;
  const candidates: Readonly<Record<Kind, readonly Change[]>> = {
    drug: drugs(text, lexicon, matcher),
    'dose x10': scaled(text, matcher, 10),
    'dose /10': scaled(text, matcher, 0.1),
    'mg/µg': otherUnit(text, matcher),
    side: sides(text, lexicon),
    negation: negations(text),
    'hypo/hyper': polar(text, lexicon),
    name: patient ? names(text, seed) : [],
    sex: patient && patient.sex !== 'U' ? sexes(text) : [],
    date: dates(text, seed),
  };
  return KINDS.flatMap((kind) => {
    const told = candidates[kind].filter(({ isTold }) => isTold !== false);
    const untold = candidates[kind].filter(({ isTold }) => isTold === false);
    return [...picked(told, MOST[kind]), ...picked(untold, MOST[kind])].map((change) =>
      plantedAs(kind, report, change),
    );
  });
}

function plantedAs(
  kind: Kind,
  report: ReportText,
  { from, to, text, isTold = true }: Change,
): Planted {
  return {
    kind,
    risks: RISKS[kind],
    report,
    text: report.text.slice(0, from) + text + report.text.slice(to),
    from,
    to: from + text.length,
    change:
      `${report.text.slice(Math.max(0, from - 25), from)}[${report.text.slice(from, to)} → ${text}]${report.text.slice(to, to + 25)}`.replaceAll(
        '\n',
        '⏎',
      ),
    isTold,
  };
}
