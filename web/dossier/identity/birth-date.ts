import { fold } from '../../../terminology/lexicon/fold';

/**
 * `YYYY-MM-DD`, with 00 for a day or a month that nobody knows ("1968-00-00"). The year is always known: without it
 * a patient could not be searched by birth date, which national rules ask to do first.
 */
export type BirthDate = string;

/** No one alive was born longer ago. */
const OLDEST_YEARS = 130;

const MONTHS = [
  ['janvier', 'janv', 'jan'],
  ['fevrier', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['decembre', 'dec'],
];

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const SEPARATED = /^(?:(?:(\d{1,2})[ ./-]+)?(\d{1,2})[ ./-]+)?(\d{4}|\d{2})$/;
const ISO = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:t.*)?$/;
const IN_WORDS = /^(?:(\d{1,2})(?:er)? )?([a-z]+)\.? (\d{4}|\d{2})$/;

function monthNumber(name: string): string | undefined {
  const at = MONTHS.findIndex((names) => names.includes(name));
  return at < 0 ? undefined : String(at + 1);
}

/** Every way to read the text as a day, a month and a year; digits that stand close are read day first, as in France. */
function partsOf(text: string): readonly Parts[] {
  const run = /^(\d{2})(\d{2})(\d{2}|\d{4})$/.exec(text);
  if (run) {
    const [, day = '', month = '', year = ''] = run;
    const [, isoYear = '', isoMonth = '', isoDay = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
    return [
      { day, month, year },
      { day: isoDay, month: isoMonth, year: isoYear },
    ];
  }
  const [, isoYear, isoMonth = '', isoDay = '0'] = ISO.exec(text) ?? [];
  if (isoYear) return [{ day: isoDay, month: isoMonth, year: isoYear }];
  const [, day = '0', month = '0', year] = SEPARATED.exec(text) ?? [];
  // Two figures alone are the start of something, not a year.
  if (year) return month === '0' && year.length === 2 ? [] : [{ day, month, year }];
  const [, dayBefore = '0', name = '', yearAfter = ''] = IN_WORDS.exec(text) ?? [];
  const named = monthNumber(name);
  return named ? [{ day: dayBefore, month: named, year: yearAfter }] : [];
}

function dated({ day, month, year }: Parts, today: string): BirthDate | undefined {
  const [d, m, y] = [Number(day), Number(month), Number(year)];
  const thisYear = Number(today.slice(0, 4));
  if (year.length !== 4 || y < thisYear - OLDEST_YEARS || m > 12) return undefined;
  // Of a month nobody knows, February 29 included, a day may still be known.
  const longest = m === 0 ? 31 : new Date(Date.UTC(y, m, 0)).getUTCDate();
  if (d > longest) return undefined;
  const date = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  return date > today ? undefined : date;
}

const centuries = (parts: Parts): readonly Parts[] =>
  parts.year.length === 2
    ? ['19', '20'].map((century) => ({ ...parts, year: century + parts.year }))
    : [parts];

/**
 * Birth dates that the text can mean, as one types them in France: 12/03/1968, 12-3-68, 12031968, 12 mars 1968,
 * 03/1968, 1968, 00/03/1968, and ISO. Empty when it is none; two where the century is missing and both are possible.
 * @param today `YYYY-MM-DD`; nobody is born later.
 */
export function readBirthDates(text: string, today: string): readonly BirthDate[] {
  const plain = fold(text.normalize('NFC')).trim().replace(/\s+/g, ' ');
  for (const reading of partsOf(plain)) {
    const dates = centuries(reading).flatMap((parts) => dated(parts, today) ?? []);
    if (dates.length > 0) return dates;
  }
  return [];
}

/** Day and month are both known. */
export const isWhole = (date: BirthDate): boolean => !date.slice(4).includes('-00');

/** Nothing that is known of one says otherwise in the other. */
export function mayBeSame(one: BirthDate, other: BirthDate): boolean {
  const [a, b] = [one.split('-'), other.split('-')];
  return a.every((part, at) => part === b[at] || (at > 0 && (part === '00' || b[at] === '00')));
}

/** A slip of the hand apart: one figure, or day and month exchanged. */
export function isSlip(one: BirthDate, other: BirthDate): boolean {
  const [year, month, day] = one.split('-');
  if ([year, day, month].join('-') === other) return one !== other;
  const different = [...one].filter((figure, at) => figure !== other[at]);
  return different.length === 1;
}
