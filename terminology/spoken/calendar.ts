import { MONTH_NAMES, MONTHS } from '../months';
import { readAmount, type Amount } from './amount';
import { partAfter } from './number-context';
import type { Doubt } from './piece';
import type { Found, Rule, Site } from './site';
import { curly } from './typography';
import type { Token } from './token';

const NBSP = '\u00a0';

const pad = (value: number): string => String(value).padStart(2, '0');

/** Days of a month; February has 29 where the year is not known. */
function daysIn(month: number, year: number | undefined): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  const leap = year === undefined || (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return leap ? 29 : 28;
}

const isYear = (value: number): boolean => value >= 1850 && value <= 2150;

interface Day {
  readonly day: number;
  readonly month: number;
  readonly year?: number | undefined;
}

const isoOf = ({ day, month, year }: Day): string =>
  year === undefined ? `--${pad(month)}-${pad(day)}` : `${year}-${pad(month)}-${pad(day)}`;

const exists = ({ day, month, year }: Day): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysIn(month, year);

/** A day that no calendar has, or a birth after the dictation. */
function doubtsOf(site: Site, date: Day, said: string): Doubt[] {
  const born = isBirth(site.tokens, site.at);
  const risk = born ? 1 : 6;
  if (!exists(date)) {
    const message = `La date « ${said} » n’existe pas au calendrier.`;
    return [{ rule: 'impossible-date', risk, message }];
  }
  const today = site.settings.options.day;
  if (!born || today === undefined || date.year === undefined || isoOf(date) <= today) return [];
  const message = `La naissance « ${said} » serait après la dictée.`;
  return [{ rule: 'impossible-date', risk, message }];
}

const isBirth = (tokens: readonly Token[], at: number): boolean =>
  tokens.slice(Math.max(0, at - 4), at).some(({ key }) => /^(nee?s?|naissance)$/.test(key));

interface DayNumber {
  readonly value: number;
  readonly written: string;
  readonly prefix: string;
  readonly to: number;
}

function dayNumber(tokens: readonly Token[], at: number): DayNumber | undefined {
  const token = tokens[at];
  if (token !== undefined && /^(premier|1er)$/.test(token.key) && token.tail === '')
    return { value: 1, written: '1er', prefix: '', to: at + 1 };
  const amount = readAmount(tokens, at, false);
  const value = Number(amount?.whole);
  if (amount === undefined || amount.fraction !== undefined || value < 1 || value > 39)
    return undefined;
  return { value, written: String(value), prefix: amount.prefix, to: amount.to };
}

const monthAt = (token: Token | undefined): number =>
  token === undefined || token.lead !== '' ? 0 : MONTHS.indexOf(token.key) + 1;

/** A date with its month in letters, in figures, or as recognition already wrote it. */
export const calendar: Rule = (site) =>
  numericDate(site) ??
  namedDate(site) ??
  firstDay(site) ??
  spelledNumericDate(site) ??
  monthAndYear(site) ??
  today(site);

/** "le douze mars mille neuf cent soixante-huit" → 12 mars 1968. */
function namedDate(site: Site): Found | undefined {
  const { tokens, at } = site;
  const day = dayNumber(tokens, at);
  const month = day === undefined || tokens[day.to - 1]?.tail !== '' ? 0 : monthAt(tokens[day.to]);
  if (day === undefined || month === 0 || isMars(tokens, day.to, at)) return undefined;
  const year = yearAt(site, day.to + 1);
  const date: Day = { day: day.value, month, year: year?.value };
  const figure = day.value === 1 ? '1er' : day.written;
  const start = `${curly(day.prefix)}${figure}${NBSP}${MONTH_NAMES[month - 1] ?? ''}`;
  const written = year === undefined ? start : `${start} ${year.written}`;
  const to = year?.to ?? day.to + 1;
  const good = exists(date);
  return {
    kind: 'date',
    ...(good && { iso: isoOf(date) }),
    written,
    to,
    certainty: good ? 0.98 : 0.6,
    doubts: doubtsOf(site, date, written),
  };
}

/** "du trois au onze novembre": the first day of a stay is a figure like the last. */
function firstDay(site: Site): Found | undefined {
  const { tokens, at } = site;
  if (tokens[at - 1]?.key !== 'du' || tokens[at - 1]?.tail !== '') return undefined;
  const day = dayNumber(tokens, at);
  const runsOn = day !== undefined && tokens[day.to - 1]?.tail === '';
  if (!runsOn || day.prefix !== '' || tokens[day.to]?.key !== 'au') return undefined;
  if (namedDate({ ...site, at: day.to + 1 }) === undefined) return undefined;
  const written = day.value === 1 ? '1er' : day.written;
  return { kind: 'date', written, to: day.to, certainty: 0.95 };
}

/** "un mars" is no date. */
const isMars = (tokens: readonly Token[], month: number, at: number): boolean =>
  tokens[at]?.key === 'un' && tokens[month]?.key === 'mars';

interface Year {
  readonly value: number | undefined;
  readonly written: string;
  readonly to: number;
}

function yearAt(site: Site, at: number): Year | undefined {
  const { tokens } = site;
  if (tokens[at - 1]?.tail !== '') return undefined;
  const amount = readAmount(tokens, at, false);
  if (amount === undefined || amount.prefix !== '' || amount.fraction !== undefined)
    return undefined;
  const value = Number(amount.whole);
  if (isYear(value)) return { value, written: amount.whole, to: amount.to };
  const short = value >= 10 && value <= 99 && isBirth(tokens, site.at);
  return short ? shortYear(site, amount) : undefined;
}

/** Two digits give their century only where the other one would be in the future. */
function shortYear(site: Site, { whole, to }: Pick<Amount, 'whole' | 'to'>): Year {
  const now = Number(site.settings.options.day?.slice(2, 4) ?? Number.NaN);
  const past = Number(whole) > now;
  return past
    ? { value: 1900 + Number(whole), written: `19${whole}`, to }
    : { value: undefined, written: whole, to };
}

const LED = new Set(['le', 'du', 'au', 'date']);

/** "trois" of "trois mille neuf cent": the month is one word, whatever a longer number would make of it. */
function monthNumber(tokens: readonly Token[], at: number): Amount | undefined {
  const amount = readAmount(tokens, at, false);
  if (amount === undefined || Number(amount.whole) <= 12) return amount;
  const alone = readAmount(tokens.slice(at, at + 1), 0, false);
  return alone && { ...alone, to: at + 1 };
}

/** "le douze trois soixante-huit" → 12/03/1968. */
function spelledNumericDate(site: Site): Found | undefined {
  const { tokens, at } = site;
  if (!LED.has(tokens[at - 1]?.key ?? '') || tokens[at - 1]?.tail !== '') return undefined;
  const day = dayNumber(tokens, at);
  if (day === undefined || tokens[day.to - 1]?.tail !== '') return undefined;
  const zero = tokens[day.to]?.key === 'zero' ? 1 : 0;
  const month = monthNumber(tokens, day.to + zero);
  if (month === undefined || tokens[month.to - 1]?.tail !== '') return undefined;
  const year = readAmount(tokens, month.to, false);
  const value = Number(year?.whole);
  if (year === undefined || Number(month.whole) > 12 || month.whole === '0') return undefined;
  if (!isYear(value) && !(value >= 10 && value <= 99)) return undefined;
  if (/^(fois|mg|g|ml|an|ans)$/.test(partAfter(tokens, year.to))) return undefined;
  const full = isYear(value) ? { value, written: year.whole } : shortYear(site, year);
  const date: Day = { day: day.value, month: Number(month.whole), year: full.value };
  const written = `${pad(date.day)}/${pad(date.month)}/${full.written}`;
  const good = exists(date);
  return {
    kind: 'date',
    ...(good && full.value !== undefined && { iso: isoOf(date) }),
    written,
    to: year.to,
    certainty: 0.85,
    doubts: doubtsOf(site, date, written),
  };
}

/** "12/03/1968" keeps its form and gains its value. */
function numericDate(site: Site): Found | undefined {
  const token = site.tokens[site.at];
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(token?.key ?? '');
  if (token === undefined || match === null) return undefined;
  const short = match[3]?.length === 2;
  if (short && !isBirth(site.tokens, site.at)) return undefined;
  const century = short ? shortYear(site, { whole: match[3] ?? '', to: site.at + 1 }) : undefined;
  const year = century === undefined ? Number(match[3]) : century.value;
  const date: Day = { day: Number(match[1]), month: Number(match[2]), year };
  return {
    kind: 'date',
    ...(exists(date) && { iso: isoOf(date) }),
    written: token.core,
    to: site.at + 1,
    doubts: doubtsOf(site, date, token.core),
  };
}

/** "mars deux mille dix-neuf" → mars 2019. */
function monthAndYear(site: Site): Found | undefined {
  const token = site.tokens[site.at];
  const month = monthAt(token);
  if (token === undefined || month === 0 || token.tail !== '') return undefined;
  const year = yearAt(site, site.at + 1);
  if (year?.value === undefined) return undefined;
  return {
    kind: 'date',
    iso: `${year.value}-${pad(month)}`,
    written: `${token.core} ${year.written}`,
    to: year.to,
    certainty: 0.97,
  };
}

/** "ce jour", where the day of the dictation is known. */
function today({ tokens, at, settings }: Site): Found | undefined {
  const day = settings.options.day;
  const said = tokens[at]?.key === 'ce' && tokens[at + 1]?.key === 'jour';
  if (!said || day === undefined || tokens[at]?.tail !== '') return undefined;
  return {
    kind: 'date',
    iso: day,
    written: `${tokens[at]?.core} ${tokens[at + 1]?.core}`,
    to: at + 2,
  };
}
