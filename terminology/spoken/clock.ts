import { readAmount, readJoined, type Amount } from './amount';
import { partAfter } from './number-context';
import type { Doubt } from './piece';
import type { Found, Rule, Site } from './site';
import { curly } from './typography';
import type { Token } from './token';

const NBSP = '\u00a0';
const pad = (value: number): string => String(value).padStart(2, '0');

const HOURS = /^(heures?|h)$/;
const PRECISE = new Set(['a', 'vers', 'des', 'avant', "jusqu'a"]);
const SINCE = new Set(['de', 'du', "d'", 'apres', 'depuis', 'pendant', 'durant', 'plus', 'avant']);

/** Times of day and durations in hours: "à sept heures trente" → 7 h 30, "deux heures quarante du début" → 2 h 40. */
export const clock: Rule = (site) => compactTime(site) ?? spokenTime(site);

function spokenTime(site: Site): Found | undefined {
  const { tokens, at } = site;
  const hours = readJoined(tokens, at, false);
  const word = hours === undefined ? undefined : hourWord(tokens, hours);
  if (hours === undefined || word === undefined || hours.fraction !== undefined) return undefined;
  const said = minutesAt(tokens, word.to);
  const to = said?.to ?? word.to;
  if (said === undefined) return wholeHours(site, hours, word.to);
  return {
    ...timeValue(site, Number(hours.whole), said.value, to),
    written: `${curly(hours.prefix)}${hours.whole}${NBSP}h${NBSP}${pad(said.value)}`,
    to,
    certainty: 0.95,
  };
}

/** The word "heures" after the amount, or inside its token ("7h"). */
function hourWord(tokens: readonly Token[], hours: Amount): { to: number } | undefined {
  const last = tokens[hours.to - 1];
  if (last === undefined) return undefined;
  if (last.parts.length === 2 && /^\d/.test(last.parts[0] ?? ''))
    return HOURS.test(last.parts[1] ?? '') ? { to: hours.to } : undefined;
  const next = tokens[hours.to];
  if (last.tail !== '' || next === undefined || next.lead !== '') return undefined;
  return HOURS.test(next.key) ? { to: hours.to + 1 } : undefined;
}

interface Minutes {
  readonly value: number;
  readonly to: number;
}

function minutesAt(tokens: readonly Token[], at: number): Minutes | undefined {
  if (tokens[at - 1]?.tail !== '') return undefined;
  const amount = readAmount(tokens, at, false);
  if (amount === undefined || amount.prefix !== '' || amount.whole.length > 2) return undefined;
  const value = Number(amount.whole);
  const next = tokens[amount.to - 1]?.tail === '' ? tokens[amount.to] : undefined;
  const minutes = next !== undefined && /^(minutes?|min)$/.test(next.key);
  if (value > 59 || (!minutes && (value < 5 || isCountedThing(tokens, amount.to))))
    return undefined;
  return { value, to: minutes ? amount.to + 1 : amount.to };
}

const COUNTED =
  /^(milligramme|microgramme|gramme|mg|g|ml|millilitre|unite|ui|comprime|gelule|goutte|sachet|ampoule|cc|mm|cm|millimetre|centimetre|foi)s?$/;

/** "à huit heures trente milligrammes": the figure belongs to what follows. */
const isCountedThing = (tokens: readonly Token[], to: number): boolean =>
  COUNTED.test(partAfter(tokens, to)) ||
  (partAfter(tokens, to) === 'pour' && partAfter(tokens, to + 1) === 'cent');

function wholeHours(site: Site, hours: Amount, to: number): Found | undefined {
  const value = Number(hours.whole);
  const abbreviated = /h$/i.test(site.tokens[to - 1]?.core ?? '');
  if (hours.spelled && value === 1) return undefined;
  const noun = abbreviated ? 'h' : (site.tokens[to - 1]?.core ?? '').replace(/^\d+/, '');
  return {
    ...timeValue(site, value, 0, to),
    written: `${curly(hours.prefix)}${hours.whole}${NBSP}${noun}`,
    to,
    certainty: 0.95,
  };
}

/** A time of day after "à" or "vers"; a duration where it counts from something. */
function timeValue(
  site: Site,
  hours: number,
  minutes: number,
  to: number,
): { kind: 'date'; iso?: string; doubts: Doubt[] } {
  const left = site.tokens[site.at - 1]?.tail === '' ? (site.tokens[site.at - 1]?.key ?? '') : '';
  const next = partAfter(site.tokens, to);
  const half = /^(matin|soir|apres)$/.test(partAfter(site.tokens, to + 1));
  const counts = SINCE.has(next) && !half;
  const isTime = PRECISE.has(left) && !counts;
  if (isTime && (hours < 24 || (hours === 24 && minutes === 0)))
    return { kind: 'date', iso: `${pad(hours)}:${pad(minutes)}`, doubts: [] };
  // "à 48 heures" counts from something; with minutes it can only be a time of day.
  const isImpossible = isTime && minutes > 0;
  return {
    kind: 'date',
    ...(!isImpossible && { iso: `PT${hours}H${minutes === 0 ? '' : `${minutes}M`}` }),
    doubts: isImpossible ? [noSuchTime(`${hours} h ${pad(minutes)}`)] : [],
  };
}

const noSuchTime = (said: string): Doubt => ({
  rule: 'impossible-time',
  risk: 6,
  message: `L’heure « ${said} » n’existe pas.`,
});

/** "7h30", "2h40" as recognition writes them. */
function compactTime(site: Site): Found | undefined {
  const token = site.tokens[site.at];
  const match = /^(\d{1,2})h(\d{2})$/.exec(token?.key ?? '');
  if (token === undefined || match === null) return undefined;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  const written = `${match[1]}${NBSP}h${NBSP}${match[2]}`;
  if (minutes < 60)
    return { ...timeValue(site, hours, minutes, site.at + 1), written, to: site.at + 1 };
  return {
    kind: 'date',
    written,
    to: site.at + 1,
    certainty: 0.6,
    doubts: [noSuchTime(token.core)],
  };
}
