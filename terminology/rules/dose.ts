import type { UsualDose } from './drug-mentions';
import { dosingsIn, type Dosing } from './dosing';
import type { Fix } from './finding';
import type { Quantity } from './quantities';
import type { ReadParagraph } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';
import { ageOn } from './age';
import { rescaled } from './scale';

const MILLIGRAMS: Readonly<Record<string, number>> = { g: 1000, mg: 1, µg: 0.001, ng: 0.000_001 };
const UNITS: Readonly<Record<string, number>> = { ui: 1, mui: 1_000_000 };
/** Weight and body surface that turn a dose per kg or per m² into a usual one. */
const KILOGRAMS = 70;
const SQUARE_METRES = 1.7;
/** Doses by weight reach higher: children are given more a kilogram. */
const BY_WEIGHT_SLACK = 2.5;
const DAILY_SLACK = 1.5;
const CHILD_YEARS = 15;
const HOURS_A_DAY = 24;

interface Amount {
  /** In the unit of the table, for one adult. */
  readonly value: number;
  /** 1 for a dose that is not by weight or surface. */
  readonly slack: number;
  readonly isByWeight: boolean;
  readonly isDaily: boolean;
  /** Infused: computed for a day, of which it may be a small part. */
  readonly isHourly: boolean;
}

/** A dose in the table's unit; undefined where the units are of another kind. */
function amountOf({ value, unit, per }: Quantity, usual: UsualDose): Amount | undefined {
  const scale = (usual.unit === 'mg' ? MILLIGRAMS : UNITS)[unit];
  if (scale === undefined || /\/(?:min|s)\b/.test(per)) return undefined;
  const isHourly = per.includes('/h');
  const isByWeight = /\/(?:kg|m2)/.test(per);
  const slack = per.includes('/kg') ? BY_WEIGHT_SLACK : 1.2;
  const bodies = per.includes('/kg') ? KILOGRAMS : per.includes('/m2') ? SQUARE_METRES : 1;
  return {
    value: value * scale * bodies * (isHourly ? HOURS_A_DAY : 1),
    slack,
    isByWeight,
    isHourly,
    isDaily: per.includes('/j') || isHourly,
  };
}

/** How a dose leaves what is usual. */
type Problem = 'too much' | 'too little' | 'no strength';

function problemOf(
  { value, slack, isByWeight, isDaily, isHourly }: Amount,
  usual: UsualDose,
  isChild: boolean,
): Problem | undefined {
  const most = isByWeight
    ? usual.mostADay * slack
    : isDaily
      ? usual.mostADay * DAILY_SLACK
      : Math.max(usual.most, isChild ? 0 : usual.most);
  const least = isByWeight ? usual.least / slack : isChild ? usual.least / 10 : usual.least;
  if (value > most * 1.001) return 'too much';
  if (isHourly) return undefined;
  if (value < least * 0.999) return 'too little';
  if (isByWeight || isChild || usual.strengths.length === 0) return undefined;
  return isMadeOf(value, usual.strengths, isDaily ? [0.5, 1, 2, 3, 4] : [0.5, 1, 2])
    ? undefined
    : 'no strength';
}

const isMadeOf = (
  value: number,
  strengths: readonly number[],
  counts: readonly number[],
): boolean =>
  strengths.some((strength) =>
    counts.some((count) => Math.abs(value - strength * count) < value * 0.001),
  );

const DOUBTS: Readonly<Record<Problem, number>> = {
  'too much': 0.9,
  'too little': 0.8,
  'no strength': 0.5,
};

function messageOf({ drug }: Dosing, shown: string, problem: Problem): string {
  const said = `« ${shown} » de ${drug.name}`;
  if (problem === 'too much') return `${said} : plus que la plus forte dose usuelle.`;
  if (problem === 'too little') return `${said} : moins que la plus faible dose usuelle.`;
  return `${said} : ce dosage n’est pas commercialisé.`;
}

const OTHER_UNITS: readonly (readonly [string, string])[] = [
  ['mg', 'µg'],
  ['µg', 'mg'],
  ['g', 'mg'],
  ['mg', 'g'],
];

/** The same figure in another unit, or another comma, where that is usual. */
function fixesFor(
  { text }: ReadParagraph,
  quantity: Quantity,
  isUsual: (quantity: Quantity) => boolean,
): Fix[] {
  const shown = text.slice(quantity.from, quantity.to);
  const units = OTHER_UNITS.filter(([from]) => from === quantity.unit)
    .filter(([, unit]) => isUsual({ ...quantity, unit }))
    .map(
      ([, unit]) =>
        shown.slice(0, quantity.unitFrom - quantity.from) +
        unit +
        shown.slice(quantity.unitFrom - quantity.from).replace(/^[\p{L}µμ]+/u, ''),
    );
  const figures = [0.1, 10, 0.01, 100]
    .filter((factor) => isUsual({ ...quantity, value: quantity.value * factor }))
    .map((factor) => rescaled(shown, quantity.value, factor));
  return [...units, ...figures].slice(0, 3).map((fix) => ({ text: fix }));
}

function foundIn(paragraph: ReadParagraph, dosing: Dosing, { patient, day }: RuleContext): Found[] {
  const { quantity, drug } = dosing;
  const { usual } = drug;
  if (!usual) return [];
  const years = ageOn(day, patient?.birthDate);
  const isChild = years !== undefined && years < CHILD_YEARS;
  const check = (other: Quantity): Problem | undefined => {
    const amount = amountOf(other, usual);
    return amount && problemOf(amount, usual, isChild);
  };
  const problem = check(quantity);
  if (!problem) return [];
  const shown = paragraph.text.slice(quantity.from, quantity.to);
  const isUsual = (other: Quantity): boolean =>
    amountOf(other, usual) !== undefined && check(other) === undefined;
  return [
    {
      from: quantity.from,
      to: quantity.to,
      risk: 3,
      message: messageOf(dosing, shown, problem),
      doubt: DOUBTS[problem],
      fixes: fixesFor(paragraph, quantity, isUsual),
      evidence: [{ from: drug.from, to: drug.to }],
    },
  ];
}

/** Whether a dose is one of those known for a drug; false where nothing is known or the units differ. */
export function isUsualFor(quantity: Quantity, usual: UsualDose | undefined): boolean {
  const amount = usual && amountOf(quantity, usual);
  return (
    usual !== undefined && amount !== undefined && problemOf(amount, usual, false) === undefined
  );
}

/** A dose beyond what is usual, or that no tablet makes: factor ten, mg for µg, a strength never marketed. */
export const dose: ParagraphRule = {
  name: 'dose',
  check: (paragraph, context) =>
    dosingsIn(paragraph, context.knowledge).flatMap((dosing) =>
      foundIn(paragraph, dosing, context),
    ),
};
