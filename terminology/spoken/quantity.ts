import {
  carriesUnit,
  digitsOf,
  readAmount,
  readJoined,
  THIN,
  valueOf,
  type Amount,
} from './amount';
import { inLetters } from './cardinal';
import { contextOf, isCounting, partAfter } from './number-context';
import { romanAt } from './roman';
import type { Found, Rule, Site } from './site';
import { curly } from './typography';
import type { Token } from './token';
import { readMeasure, type Measure } from './units';

/** Units that a bare "un" does not count: "un degré", "une unité de soins". */
const NOT_ONE = new Set(['°', 'unités', 'bpm', 'SA']);
const LENGTHS = new Set(['mm', 'cm', 'm', 'µm', 'km']);
const NUMBER = { kind: 'number' } as const;

/** Figure and unit with the gap between: none for degrees, thin otherwise. */
const withUnit = (figure: string, { symbol, joined }: Measure): string =>
  figure + (joined ? '' : THIN) + symbol;

/** Numbers with and without units: ranges, ratios, dimensions, doses, counts. */
export const quantity: Rule = (site) => {
  const amount = amountAt(site);
  if (amount === undefined || losesUnit(site.tokens, amount)) return undefined;
  const forms = [dimensions, ratio, range, measured, counted];
  for (const form of forms) {
    const found = form(site, amount);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** A unit in the token of the number that no table knows: the token stays as it is. */
const losesUnit = (tokens: readonly Token[], amount: Amount): boolean =>
  carriesUnit(tokens[amount.to - 1]) && measureAfter(tokens, amount) === undefined;

const DECIMAL_COUNTS =
  /^(comprime|gelule|ampoule|fois|point|semaine|an|annee|mois|paquet|million|milliard|dose)/;

/** The amount at the site; a comma said after a label, a year or before counted things ends the number. */
function amountAt(site: Site): Amount | undefined {
  const { tokens, at } = site;
  const whole = readJoined(tokens, at, false);
  const amount = readJoined(tokens, at);
  if (whole === undefined || amount === undefined || amount.to === whole.to) return whole;
  const context = contextOf(tokens, at, whole);
  const bare = { ...whole, fraction: undefined };
  const year = /^(?:18|19|20)\d\d$/.test(bare.whole);
  const next = partAfter(tokens, amount.to);
  const counts = /[sx]$/.test(next) && isCounting(next) && !DECIMAL_COUNTS.test(next);
  const unit = readMeasure(tokens, amount.to) !== undefined;
  if (inList(site, amount.to)) return whole;
  const named = context === 'label' && !unit && directlyNamed(tokens, at);
  return named || (year && !unit) || (counts && !unit) ? whole : amount;
}

/** "neuf virgule dix virgule dix": values one after the other, each comma a comma. */
function inList({ tokens, done }: Site, to: number): boolean {
  const comma = done.at(-1);
  const listed =
    comma?.kind === 'punctuation' && comma.mark === ',' && done.at(-2)?.kind === 'number';
  const more = /^virgules?$/.test(partAfter(tokens, to)) && readAmount(tokens, to + 1, false);
  return listed || Boolean(more);
}

/** "grade deux virgule" ends at the comma; "INR à deux virgule cinq" does not. */
const directlyNamed = (tokens: readonly Token[], at: number): boolean =>
  /^(type|stade|grade|classe|taille|niveau|groupe|segment|nerf|facteur|phase|chambre|lit|palier)$/.test(
    tokens[at - 1]?.parts.at(-1) ?? '',
  );

function measured(site: Site, amount: Amount): Found | undefined {
  const { tokens } = site;
  const measure = measureAfter(tokens, amount);
  if (measure === undefined) return undefined;
  const one = amount.spelled && amount.whole === '1' && amount.fraction === undefined;
  if (one && NOT_ONE.has(measure.symbol)) return undefined;
  const figure = digitsOf(amount, true);
  return {
    kind: 'unit',
    values: [valueOf(amount)],
    unit: measure.symbol,
    written: curly(amount.prefix) + withUnit(figure, measure),
    to: measure.to,
    certainty: amount.spelled ? 0.97 : 0.99,
  };
}

/** The unit of an amount: in the next tokens, or in the same one ("5mg"). */
export function measureAfter(tokens: readonly Token[], amount: Amount): Measure | undefined {
  const last = tokens[amount.to - 1];
  if (last === undefined) return undefined;
  if (carriesUnit(last)) return readMeasure(tokens, amount.to - 1);
  if (last.tail !== '') return undefined;
  const measure = readMeasure(tokens, amount.to);
  if (measure?.symbol === '%' && percentIsCount(tokens, measure.to)) return undefined;
  return measure;
}

/** "pour cent vingt patients" is not a percentage. */
const percentIsCount = (tokens: readonly Token[], to: number): boolean =>
  tokens[to - 1]?.parts.at(-1)?.startsWith('cent') === true &&
  tokens[to - 1]?.tail === '' &&
  readAmount(tokens, to, false) !== undefined;

function counted(site: Site, amount: Amount): Found | undefined {
  const { tokens, at, settings } = site;
  const context = contextOf(tokens, at, amount);
  if (context === undefined) return undefined;
  const value = Number(amount.whole);
  const roman = context === 'label' ? romanAt(tokens, at, amount.to, value) : undefined;
  const style = settings.numbers[context];
  const year = value >= 1850 && value <= 2150;
  const digits = digitsOf(
    amount,
    !year && (amount.spelled || isCounting(partAfter(tokens, amount.to))),
  );
  const letters = style === 'letters' ? lettersFor(amount, value) : undefined;
  if (style === 'letters' && letters === undefined && amount.spelled) return undefined;
  return {
    ...NUMBER,
    values: [valueOf(amount)],
    written: curly(amount.prefix) + (roman ?? letters ?? digits),
    to: amount.to,
    certainty: amount.spelled ? 0.95 : 0.99,
  };
}

/** Words stay as said; recognised digits become letters, but for one, whose gender is not known. */
const lettersFor = ({ spelled, whole }: Amount, value: number): string | undefined =>
  spelled || whole !== String(value) || value < 2 ? undefined : inLetters(value);

const isJoiner = (token: Token | undefined, keys: readonly string[]): boolean =>
  token !== undefined && token.tail === '' && token.lead === '' && keys.includes(token.key);

interface Pair {
  readonly second: Amount;
  readonly joiner: Token;
}

/** A second amount after one joining word, without punctuation between. */
function pairedBy(
  tokens: readonly Token[],
  first: Amount,
  keys: readonly string[],
): Pair | undefined {
  const joiner = tokens[first.to];
  if (tokens[first.to - 1]?.tail !== '' || !isJoiner(joiner, keys) || joiner === undefined)
    return undefined;
  const second = readJoined(tokens, first.to + 1);
  if (second === undefined || second.prefix !== '' || losesUnit(tokens, second)) return undefined;
  return carriesUnit(tokens[first.to - 1]) ? undefined : { second, joiner };
}

/** "dix à douze milligrammes", "entre cinq et dix millimètres": the first figure takes the form of the second. */
function range(site: Site, first: Amount): Found | undefined {
  const pair = pairedBy(site.tokens, first, ['a', 'ou', 'et']);
  if (pair === undefined || measureAfter(site.tokens, first) !== undefined) return undefined;
  const { second, joiner } = pair;
  const values = [valueOf(first), valueOf(second)];
  const measure = measureAfter(site.tokens, second);
  const start = `${curly(first.prefix)}${digitsOf(first, true)} ${joiner.core} `;
  if (measure !== undefined) {
    const written = start + withUnit(digitsOf(second, true), measure);
    return { kind: 'unit', values, unit: measure.symbol, written, to: measure.to, certainty: 0.95 };
  }
  if (joiner.key === 'et' || endsInClock(site.tokens, second)) return undefined;
  const context = contextOf(site.tokens, first.to + 1, second);
  if (context === undefined || site.settings.numbers[context] === 'letters') return undefined;
  return { ...NUMBER, values, written: start + digitsOf(second), to: second.to, certainty: 0.9 };
}

/** "le jeudi quatorze à seize heures quinze": the second figure is an hour. */
const endsInClock = (tokens: readonly Token[], { to }: Amount): boolean => {
  const minutes = /^(heures?|h)$/.test(partAfter(tokens, to))
    ? readAmount(tokens, to + 1, false)
    : undefined;
  return minutes !== undefined && tokens[to]?.tail === '' && Number(minutes.whole) < 60;
};

const PRESSURE =
  /^(tension|pression|ta|tas|arterielle|pa|systolique|brachiale|eva|glasgow|souffle|evs|apgar|cote|cotee|score|mms|mmse|testing|force|acuite|systolodiastolique)$/;

/** "cent trente-huit sur soixante-seize" → 138/76; "trois patients sur dix" and "douze heures sur vingt-quatre" stay. */
function ratio(site: Site, first: Amount): Found | undefined {
  const { tokens, at } = site;
  const pair = pairedBy(tokens, first, ['sur']);
  if (pair === undefined) return undefined;
  const second =
    pair.second.fraction === undefined ? pair.second : readAmount(tokens, first.to + 1, false);
  if (second === undefined) return undefined;
  const measure = measureAfter(tokens, second);
  if (measure !== undefined && measure.symbol !== 'mmHg') return undefined;
  const next = partAfter(tokens, second.to);
  if (/^(heure|jour|semaine|mois|an|annee)s?$/.test(next)) return undefined;
  const known = tokens
    .slice(Math.max(0, at - 6), at)
    .some(({ parts }) => parts.some((part) => PRESSURE.test(part)));
  if (!known && isCounting(next) && Number(first.whole) < 60) return undefined;
  const figure = `${digitsOf(first)}/${digitsOf(second)}`;
  const written =
    curly(first.prefix) + (measure === undefined ? figure : withUnit(figure, measure));
  const values = [valueOf(first), valueOf(second)];
  const to = measure?.to ?? second.to;
  return measure === undefined
    ? { ...NUMBER, values, written, to, certainty: 0.93 }
    : { kind: 'unit', values, unit: measure.symbol, written, to, certainty: 0.95 };
}

/** "douze sur huit sur cinq millimètres" → 12 × 8 × 5 mm. */
function dimensions(site: Site, first: Amount): Found | undefined {
  const amounts = [first];
  for (;;) {
    const last = amounts.at(-1) ?? first;
    const pair = pairedBy(site.tokens, last, ['sur', 'par', 'fois', 'x', '×']);
    if (pair === undefined) break;
    amounts.push(pair.second);
  }
  const last = amounts.at(-1) ?? first;
  const measure = amounts.length > 1 ? measureAfter(site.tokens, last) : undefined;
  if (measure === undefined || !LENGTHS.has(measure.symbol)) return undefined;
  const figures = amounts.map((amount) => digitsOf(amount)).join('\u00a0×\u00a0');
  return {
    kind: 'unit',
    values: amounts.map(valueOf),
    unit: measure.symbol,
    written: curly(first.prefix) + withUnit(figures, measure),
    to: measure.to,
    certainty: 0.9,
  };
}
