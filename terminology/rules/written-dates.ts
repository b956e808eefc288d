import { MONTH_NAMES } from '../months';

/** A date as written; months from 1. Parts that are not written are undefined. */
export interface WrittenDate {
  readonly from: number;
  readonly to: number;
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number | undefined;
}

const MONTHS: readonly RegExp[] = [
  /^janv/iu,
  /^f[eé]vr/iu,
  /^mars/iu,
  /^avr/iu,
  /^mai/iu,
  /^juin/iu,
  /^juil/iu,
  /^ao[uû]t/iu,
  /^sept/iu,
  /^oct/iu,
  /^nov/iu,
  /^d[eé]c/iu,
];
const NAMED =
  /(?<![\p{L}\d/,.])(?:(\d{1,2})(?:er|ᵉʳ)?[ \u00a0\u202f])?(janvier|janv\.?|f[eé]vrier|f[eé]vr?\.?|mars|avril|avr\.?|mai|juin|juillet|juil\.?|ao[uû]t|septembre|sept\.?|octobre|oct\.?|novembre|nov\.?|d[eé]cembre|d[eé]c\.?)(?![\p{L}])(?:[ \u00a0\u202f](\d{4}))?(?!\d)/giu;
const FIGURES = /(?<![\d/.,-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-])/gu;
const ISO = /(?<![\d/.-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/gu;
/** Two-digit years above this one belong to the century before. */
const PIVOT = 40;

const number = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);

const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length === 4 ? year : year + (year > PIVOT ? 1900 : 2000);
};

/** The dates of a text, in order: "12 mars 1968", "mars 2019", "12/03/1968", "1968-03-12". A month alone is none. */
export function datesIn(text: string): WrittenDate[] {
  const place = (match: RegExpExecArray) => ({
    from: match.index,
    to: match.index + match[0].length,
  });
  const named = [...text.matchAll(NAMED)]
    .filter(([, day, , year]) => day !== undefined || year !== undefined)
    .map((match) => ({
      ...place(match),
      day: number(match[1]),
      month: MONTHS.findIndex((month) => month.test(match[2] ?? '')) + 1,
      year: number(match[3]),
    }));
  const figures = [...text.matchAll(FIGURES)].map((match) => ({
    ...place(match),
    day: Number(match[1]),
    month: Number(match[3]),
    year: fullYear(match[4] ?? ''),
  }));
  const iso = [...text.matchAll(ISO)].map((match) => ({
    ...place(match),
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3]),
  }));
  return [...named, ...figures, ...iso].sort((a, b) => a.from - b.from);
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** "1968-03-12", or undefined where a part is missing. */
export const isoOf = ({ year, month, day }: WrittenDate): string | undefined =>
  year === undefined || day === undefined
    ? undefined
    : `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`;

/** Whether some calendar has the day: 29 February counts where no year is written. */
export const exists = ({ year = 2000, month, day = 1 }: WrittenDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

/** "1968-03-12" → "12 mars 1968". */
export function longDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${day === '01' ? '1er' : String(Number(day))} ${MONTH_NAMES[Number(month) - 1] ?? ''} ${year}`;
}
