import { MONTHS } from '../months';
import { cardinal, isNumberWord } from '../spoken/cardinal';
import { isLabel } from '../spoken/labels';
import type { ReadToken } from './reading';

/** A number with its unit, a date or a pair such as "138/76". Offsets are UTF-16 units of the paragraph, half-open. */
export interface Quantity {
  readonly kind: 'number' | 'date';
  readonly from: number;
  readonly to: number;
  /** In the base unit of its dimension; of a date and of a pair, its parts joined by a stroke. */
  readonly value: string;
  /** Dimension with denominators ("mass", "mass/volume"); empty where no unit is written. */
  readonly unit: string;
  /** Index of its first token in the sentence. */
  readonly token: number;
}

type UnitRow = readonly [forms: string, dimension: string, factor: number];

/** Written forms, dimension, and factor to its base: mg, mm, ml, hours… so that "1 g" is "1000 mg" and "48 h" two days. */
const UNITS: readonly UnitRow[] = [
  ['kg|kilo|kilos|kilogramme|kilogrammes', 'mass', 1e6],
  ['g|gr|gramme|grammes', 'mass', 1e3],
  ['mg|milligramme|milligrammes', 'mass', 1],
  ['µg|ug|mcg|microgramme|microgrammes|gammas', 'mass', 1e-3],
  ['ng|nanogramme|nanogrammes', 'mass', 1e-6],
  ['pg|picogramme|picogrammes', 'mass', 1e-9],
  ['mmhg', 'mmhg', 1],
  ['m|metre|metres', 'length', 1e3],
  ['cm|centimetre|centimetres', 'length', 10],
  ['mm|millimetre|millimetres', 'length', 1],
  ['µm|micron|microns', 'length', 1e-3],
  ['l|litre|litres', 'volume', 1e3],
  ['dl|decilitre|decilitres', 'volume', 100],
  ['cl|centilitre|centilitres', 'volume', 10],
  ['ml|cc|millilitre|millilitres', 'volume', 1],
  ['mmol|millimole|millimoles', 'amount', 1],
  ['µmol|umol|micromole|micromoles', 'amount', 1e-3],
  ['nmol|nanomole|nanomoles', 'amount', 1e-6],
  ['pmol|picomole|picomoles', 'amount', 1e-9],
  ['ui|u|unite|unites', 'activity', 1],
  ['mui|mu', 'activity', 1e-3],
  ['µui', 'activity', 1e-6],
  ['meq', 'meq', 1],
  ['%', 'share', 1],
  ['°', 'degree', 1],
  ['°c', 'celsius', 1],
  ['bpm|battements|battement|cycles|pulsations', 'beats', 1],
  ['an|ans|annee|annees', 'years', 1],
  ['mois', 'months', 1],
  ['semaine|semaines|sem', 'hours', 168],
  ['jour|jours|j', 'hours', 24],
  ['heure|heures|h', 'hours', 1],
  ['minute|minutes|min|mn', 'seconds', 60],
  ['seconde|secondes|s', 'seconds', 1],
  ['sa', 'gestation', 1],
  ['gy|gray|grays', 'gray', 1],
  ['paquets-annees|paquet-annees|pa', 'pack-years', 1],
  [
    'comprime|comprimes|cp|gelule|gelules|sachet|sachets|ampoule|ampoules|gouttes|bouffee|bouffees|inhalation|inhalations',
    'unit-dose',
    1,
  ],
  ['fois', 'times', 1],
  ['g/l', 'mass/volume', 1],
];
const UNIT = new Map(
  UNITS.flatMap(([forms, dimension, factor]) =>
    forms.split('|').map((form) => [form, { dimension, factor }] as const),
  ),
);
const PER: ReadonlyMap<string, string> = new Map(
  Object.entries({
    l: 'l',
    litre: 'l',
    dl: 'dl',
    ml: 'ml',
    mm3: 'mm3',
    mm: 'mm3',
    kg: 'kg',
    kilo: 'kg',
    m2: 'm2',
    g: 'g',
    mmol: 'mmol',
    j: 'day',
    jour: 'day',
    jours: 'day',
    h: 'hour',
    heure: 'hour',
    min: 'minute',
    mn: 'minute',
    minute: 'minute',
    semaine: 'week',
    mois: 'month',
    prise: 'intake',
  }),
);

/** Numbers behind a label only: "stade IV". */
const ROMAN = new Map(
  'I II III IV V VI VII VIII IX X'.split(' ').map((sign, at) => [sign, at + 1]),
);

const numeric = (text: string): number =>
  Number(text.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'));
/** Enough digits to compare, without the noise of the factors. */
const plain = (value: number): string => String(Number(value.toPrecision(9)));

interface Span<T> {
  readonly value: T;
  /** Index after the last token. */
  readonly to: number;
}

/** Years of two digits up to this one are of this century. */
const LAST_SHORT_YEAR = 40;

const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) <= LAST_SHORT_YEAR ? '20' : '19'}${year}`;

/** "12/03/1968", "12 mars 1968", "mars 2021", "en 2019": parts from year to day, as far as given. */
function dateAt(tokens: readonly ReadToken[], at: number): Span<string> | undefined {
  const key = (offset: number): string => tokens[at + offset]?.key ?? '';
  const isDay = /^(?:0?[1-9]|[12]\d|3[01])$/.test(key(0)) || key(0) === '1er';
  const year = (offset: number): string => (/^(?:19|20)\d\d$/.test(key(offset)) ? key(offset) : '');
  const separated = /^[/.-]$/.test(key(1)) && key(3) === key(1);
  if (
    isDay &&
    separated &&
    /^(?:0?[1-9]|1[0-2])$/.test(key(2)) &&
    /^(?:\d\d|(?:19|20)\d\d)$/.test(key(4))
  )
    return {
      value: [fullYear(key(4)), Number(key(2)), parseInt(key(0), 10)].join('/'),
      to: at + 5,
    };
  const start = isDay ? 1 : 0;
  const month = MONTHS.indexOf(key(start)) + 1;
  const ofYear = year(start + 1);
  if (month > 0 && (isDay || ofYear !== '')) {
    const parts = [ofYear || '*', month, ...(isDay ? [parseInt(key(0), 10)] : [])];
    return { value: parts.join('/'), to: at + start + (ofYear === '' ? 1 : 2) };
  }
  const alone = year(0);
  const next = key(1);
  if (alone === '' || UNIT.has(next) || next === '/') return undefined;
  return { value: alone, to: at + 1 };
}

function numberAt(tokens: readonly ReadToken[], at: number): Span<number> | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  if (token.kind === 'number') return { value: numeric(token.text), to: at + 1 };
  const roman = ROMAN.get(token.text);
  if (roman !== undefined && isLabel(tokens[at - 1]?.key ?? ''))
    return { value: roman, to: at + 1 };
  const first = token.key.split('-')[0] ?? '';
  if (!isNumberWord(first) || /^une?$/.test(token.key)) return undefined;
  const parts: string[] = [];
  const ends: number[] = [];
  for (let index = at; index < Math.min(tokens.length, at + 8); index++) {
    const here = tokens[index]?.key.split('-') ?? [];
    if (!here.every((part) => isNumberWord(part) || part === 'et')) break;
    for (const part of here) {
      parts.push(part);
      ends.push(index + 1);
    }
  }
  const read = cardinal(parts, 0);
  return read && { value: read.value, to: ends[read.to - 1] ?? at + 1 };
}

interface Unit {
  readonly dimension: string;
  readonly factor: number;
}

/** Denominators after a unit: "/kg/j", "par jour". */
function perAt(tokens: readonly ReadToken[], at: number): Span<string> {
  let [to, written] = [at, ''];
  for (;;) {
    const sign = tokens[to]?.key;
    const below = sign === '/' || sign === 'par' ? PER.get(tokens[to + 1]?.key ?? '') : undefined;
    if (below === undefined) return { value: written, to };
    written += `/${below}`;
    to += below === 'mm3' && tokens[to + 2]?.text === '3' ? 3 : 2;
  }
}

function unitAt(tokens: readonly ReadToken[], at: number): Span<Unit> {
  const first = tokens[at];
  const key = first?.key.replace('μ', 'µ') ?? '';
  const two =
    first?.text === '°' && tokens[at + 1]?.text === 'C'
      ? '°c'
      : key === 'pour' && tokens[at + 1]?.key === 'cent'
        ? '%'
        : '';
  if (first?.text === 'mm' && tokens[at + 1]?.key === 'hg')
    return { value: { dimension: 'mmhg', factor: 1 }, to: at + 2 };
  const giga = first?.text === 'G' && tokens[at + 1]?.text === '/';
  const known = UNIT.get(two || key);
  const unit = giga ? { dimension: 'giga', factor: 1 } : known;
  const start = unit === undefined ? at : at + (two === '' ? 1 : 2);
  const per = perAt(tokens, start);
  return {
    value: { dimension: (unit?.dimension ?? '') + per.value, factor: unit?.factor ?? 1 },
    to: per.to,
  };
}

/** "138/76", "10x5": numbers that belong together. */
function pairAt(tokens: readonly ReadToken[], at: number): Span<string> | undefined {
  const parts = [tokens[at]?.text ?? ''];
  let to = at + 1;
  while (/^[/x×X]$/.test(tokens[to]?.text ?? '') && tokens[to + 1]?.kind === 'number') {
    parts.push(tokens[to + 1]?.text ?? '');
    to += 2;
  }
  return parts.length < 2
    ? undefined
    : { value: parts.map((part) => plain(numeric(part))).join('/'), to };
}

/** Numbers, dates and pairs of a sentence, in order. Numbers in words count ("six mois"), "un" does not. */
export function quantitiesIn(tokens: readonly ReadToken[]): Quantity[] {
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length;) {
    const read = quantityAt(tokens, at);
    if (read !== undefined) found.push(read.value);
    at = read?.to ?? at + 1;
  }
  return found;
}

/** Whether a token can open a quantity at all: most cannot. */
const opens = ({ kind, text, key }: ReadToken): boolean =>
  kind === 'number' ||
  (kind === 'word' &&
    (ROMAN.has(text) || MONTHS.includes(key) || isNumberWord(key) || /^\p{L}+-/u.test(key)));

function quantityAt(tokens: readonly ReadToken[], at: number): Span<Quantity> | undefined {
  const first = tokens[at];
  if (first === undefined || !opens(first)) return undefined;
  const from = tokens[at]?.from ?? 0;
  const endOf = (to: number): number => tokens[to - 1]?.to ?? from;
  const date = dateAt(tokens, at);
  if (date)
    return {
      value: { kind: 'date', from, to: endOf(date.to), value: date.value, unit: '', token: at },
      to: date.to,
    };
  const pair = tokens[at]?.kind === 'number' ? pairAt(tokens, at) : undefined;
  const number = pair ?? numberAt(tokens, at);
  if (number === undefined) return undefined;
  const unit = unitAt(tokens, number.to);
  const value =
    typeof number.value === 'string' ? number.value : plain(number.value * unit.value.factor);
  return {
    value: {
      kind: 'number',
      from,
      to: endOf(unit.to),
      value,
      unit: unit.value.dimension,
      token: at,
    },
    to: Math.max(unit.to, number.to),
  };
}
