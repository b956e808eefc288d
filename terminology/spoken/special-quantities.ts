import { digitsOf, readAmount, readJoined, THIN, valueOf } from './amount';
import { isCounting, isDoseForm, partAfter } from './number-context';
import { measureAfter } from './quantity';
import type { Doubt } from './piece';
import type { Found, Rule, Site } from './site';
import { curly } from './typography';
import type { Token } from './token';

const SUTURES =
  /^(fil|fils|vicryl|prolene|nylon|monocryl|ethilon|soie|pds|ethibond|mersilene|surjet|points?|suture|sutures|polypropylene|stratafix|monofilament|tresse|resorbable)$/;
const WARM =
  /^(temperature|fievre|febrile|febricule|apyretique|apyrexie|thermique|hyperthermie|hypothermie|t°)$/;

const nearby = (tokens: readonly Token[], at: number, what: RegExp): boolean =>
  tokens.slice(Math.max(0, at - 6), at).some(({ parts }) => parts.some((part) => what.test(part)));

/** Quantities said in a way of their own. */
export const specialQuantity: Rule = (site) =>
  ordinal(site) ??
  joinedCount(site) ??
  thousandsOrDecimals(site) ??
  scaledDecimal(site) ??
  zeroFirst(site) ??
  pressure(site) ??
  suture(site) ??
  fraction(site) ??
  height(site) ??
  temperature(site) ??
  gestation(site) ??
  tens(site);

/** "15ans", "20min": a count and its noun that recognition ran together. */
function joinedCount({ tokens, at }: Site): Found | undefined {
  const [, figure, noun] =
    /^(\d+)(ans?|mois|jours?|semaines?|min|minutes|fois|cps?)$/i.exec(tokens[at]?.core ?? '') ?? [];
  if (figure === undefined || noun === undefined) return undefined;
  return {
    kind: 'number',
    values: [figure],
    written: `${figure}\u00a0${noun}`,
    to: at + 1,
    certainty: 0.95,
  };
}

/** "27.690", or "18,4000" for "18,4 mille" or "18,4 milli": thousands or decimals? Left as heard, with a question. */
function thousandsOrDecimals({ tokens, at }: Site): Found | undefined {
  const core = tokens[at]?.core ?? '';
  if (!/^(?:[1-9]\d{0,2}\.\d{3}|\d+,\d+000)$/.test(core)) return undefined;
  const message = `« ${core} » : milliers ou décimales ?`;
  const doubts: Doubt[] = [{ rule: 'ambiguous-number', risk: 3, message }];
  return { kind: 'word', written: core, to: at + 1, doubts };
}

const SCALE = /^(?:mille|millions?|milliards?)$/;

/** "dix-huit virgule quatre mille unités": thousands, or "milli-unités" misheard? Left as heard, with a question. */
function scaledDecimal({ tokens, at }: Site): Found | undefined {
  const amount = readAmount(tokens, at);
  const last = tokens[(amount?.to ?? 0) - 1];
  if (amount?.fraction === undefined || last === undefined) return undefined;
  const isInside = SCALE.test(last.parts.at(-1) ?? '');
  const isNext = last.tail === '' && SCALE.test(tokens[amount.to]?.key ?? '');
  if (!isInside && !isNext) return undefined;
  const to = isInside ? amount.to : amount.to + 1;
  const said = tokens.slice(at, to).map(({ core }) => core);
  const message = `« ${said.join(' ')} » : milliers, ou millièmes mal entendus ?`;
  return {
    kind: 'word',
    written: said.join(' '),
    to,
    doubts: [{ rule: 'ambiguous-number', risk: 3, message }],
  };
}

/** "zéro cinq millilitre": 0,5 whose comma was not said, or five? Left as heard, with a question. */
function zeroFirst({ tokens, at }: Site): Found | undefined {
  const zero = tokens[at];
  if (!/^(zero|0)$/.test(zero?.key ?? '') || zero?.tail !== '') return undefined;
  const amount = readAmount(tokens, at + 1, false);
  if (amount === undefined || amount.prefix !== '' || amount.fraction !== undefined)
    return undefined;
  const measure = measureAfter(tokens, amount);
  if (measure === undefined) return undefined;
  const said = tokens.slice(at, measure.to).map(({ core }) => core);
  const message = `« ${said.join(' ')} » : 0,${amount.whole} ou ${amount.whole} ?`;
  return {
    kind: 'word',
    written: curly(said.join(' ')),
    to: measure.to,
    doubts: [{ rule: 'ambiguous-number', risk: 3, message }],
  };
}

/** "tension à douze sept" → 12/7, in centimetres of mercury; "cent quarante-deux quatre-vingt-trois" → 142/83. */
function pressure({ tokens, at }: Site): Found | undefined {
  if (!tokens.slice(Math.max(0, at - 4), at).some(({ key }) => /^(tension|ta)$/.test(key)))
    return undefined;
  const high = readAmount(tokens, at);
  const low = high && tokens[high.to - 1]?.tail === '' ? readAmount(tokens, high.to) : undefined;
  if (high === undefined || low === undefined || low.prefix !== '') return undefined;
  const [systolic, diastolic] = [Number(high.whole), Number(low.whole)];
  const inCentimetres = systolic >= 6 && systolic <= 26 && diastolic >= 3;
  const inMillimetres = systolic >= 70 && systolic <= 260 && diastolic >= 30;
  if ((!inCentimetres && !inMillimetres) || diastolic >= systolic) return undefined;
  if (measureAfter(tokens, low) !== undefined) return undefined;
  return {
    kind: 'number',
    values: [valueOf(high), valueOf(low)],
    written: `${curly(high.prefix)}${digitsOf(high)}/${digitsOf(low)}`,
    to: low.to,
    certainty: 0.8,
  };
}

/** "quarante-cinquième" → 45e; up to the tenth, ordinals stay words. */
function ordinal({ tokens, at, settings }: Site): Found | undefined {
  const token = tokens[at];
  const last = /^(.+?)iemes?$/.exec(token?.parts.at(-1) ?? '')?.[1];
  if (token === undefined || last === undefined) return undefined;
  const base = STEMS.get(last) ?? last;
  const alone = { ...token, core: '', parts: [...token.parts.slice(0, -1), base] };
  const value = readAmount([alone], 0, false);
  if (value === undefined || value.to !== 1 || Number(value.whole) <= 10) return undefined;
  if (settings.numbers['above-ten'] === 'letters') return undefined;
  return {
    kind: 'number',
    values: [value.whole],
    written: `${value.whole}e`,
    to: at + 1,
    certainty: 0.9,
  };
}

/** What the ending of an ordinal leaves of its number. */
const STEMS: ReadonlyMap<string, string> = new Map([
  ['cinqu', 'cinq'],
  ['neuv', 'neuf'],
  ['quatr', 'quatre'],
  ['onz', 'onze'],
  ['douz', 'douze'],
  ['treiz', 'treize'],
  ['quatorz', 'quatorze'],
  ['quinz', 'quinze'],
  ['seiz', 'seize'],
  ['trent', 'trente'],
  ['quarant', 'quarante'],
  ['cinquant', 'cinquante'],
  ['soixant', 'soixante'],
]);

/** "fil trois zéro" → 3/0, the size of a suture (also recognised as "3-0"). */
function suture({ tokens, at }: Site): Found | undefined {
  const token = tokens[at];
  const ready = /^(\d{1,2})[-/]0$/.exec(token?.key ?? '');
  if (!nearby(tokens, at, SUTURES) || token === undefined) return undefined;
  if (ready?.[1] !== undefined)
    return {
      kind: 'number',
      values: [ready[1], '0'],
      written: `${ready[1]}/0`,
      to: at + 1,
      certainty: 0.9,
    };
  const size = readAmount(tokens, at, false);
  const zero = size === undefined ? undefined : tokens[size.to];
  if (size === undefined || tokens[size.to - 1]?.tail !== '' || size.prefix !== '')
    return undefined;
  if (!/^(zero|0)$/.test(zero?.key ?? '') || Number(size.whole) > 12) return undefined;
  return {
    kind: 'number',
    values: [size.whole, '0'],
    written: `${size.whole}/0`,
    to: size.to + 1,
    certainty: 0.93,
  };
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ['demi', 2],
  ['demie', 2],
  ['tiers', 3],
  ['quart', 4],
  ['quarts', 4],
  ['dixieme', 10],
  ['dixiemes', 10],
  ['vingtieme', 20],
  ['vingtiemes', 20],
]);

/** "un demi-comprimé", "trois quarts de comprimé" → 1/2, 3/4; elsewhere fractions stay words ("aux deux tiers"). */
function fraction({ tokens, at }: Site): Found | undefined {
  const count = readAmount(tokens, at, false);
  const token = count === undefined ? undefined : tokens[count.to];
  if (count === undefined || token === undefined || tokens[count.to - 1]?.tail !== '')
    return undefined;
  const below = PARTS.get(token.parts[0] ?? '');
  if (below === undefined || token.lead !== '') return undefined;
  const joined = token.parts[1];
  const next = partAfter(tokens, count.to + 1);
  const form = /^d[e']/.test(next) ? partOfNoun(tokens, count.to + 1) : next;
  const sight =
    token.key === 'dixiemes' || (below >= 10 && nearby(tokens, at, /^(oeil|acuite|vision|od|og)$/));
  if (!sight && !isDoseForm(joined ?? form)) return undefined;
  const figure = `${count.whole}/${below}`;
  const noun = joined === undefined ? '' : ` ${token.core.slice(token.core.indexOf('-') + 1)}`;
  return {
    kind: 'number',
    values: [figure],
    written: curly(count.prefix) + figure + noun,
    to: count.to + 1,
    certainty: 0.95,
  };
}

const partOfNoun = (tokens: readonly Token[], at: number): string => {
  const elided = tokens[at]?.parts[1];
  return elided ?? partAfter(tokens, at + 1);
};

interface SplitUnit {
  readonly names: RegExp;
  readonly symbol: string;
  /** How many digits may be said behind the unit. */
  readonly digits: readonly number[];
}

/** Units whose decimals are said behind them. */
const SPLIT_UNITS: readonly SplitUnit[] = [
  { names: /^(metre|metres|m)$/, symbol: 'm', digits: [2] },
  { names: /^(kilo|kilos|kg)$/, symbol: 'kg', digits: [3] },
  { names: /^(litre|litres|l)$/, symbol: 'l', digits: [1, 2] },
];

/** "un mètre soixante-douze" → 1,72 m; "un litre huit" → 1,8 l; "trois kilos deux cents" → 3,200 kg. */
function height({ tokens, at }: Site): Found | undefined {
  const whole = readAmount(tokens, at, false);
  const unit = whole === undefined ? undefined : tokens[whole.to];
  if (whole === undefined || unit === undefined || whole.fraction !== undefined) return undefined;
  if (tokens[whole.to - 1]?.tail !== '' || unit.lead !== '' || unit.tail !== '') return undefined;
  const scale = SPLIT_UNITS.find(({ names }) => names.test(unit.key));
  if (scale === undefined) return undefined;
  const below = readAmount(tokens, whole.to + 1, false);
  if (below === undefined || below.prefix !== '' || below.fraction !== undefined) return undefined;
  if (!scale.digits.includes(below.whole.length) || measureAfter(tokens, below) !== undefined)
    return undefined;
  if (scale.symbol === 'l' && isCounting(partAfter(tokens, below.to))) return undefined;
  const { symbol } = scale;
  return {
    kind: 'unit',
    values: [`${whole.whole}.${below.whole}`],
    unit: symbol,
    written: `${curly(whole.prefix)}${whole.whole},${below.whole}${THIN}${symbol}`,
    to: below.to,
    certainty: 0.93,
  };
}

/** "trente-huit cinq", "trente-huit degrés cinq", "trente-huit degrés" of a temperature → 38,5 °C. */
function temperature({ tokens, at }: Site): Found | undefined {
  if (!nearby(tokens, at, WARM)) return undefined;
  const whole = readJoined(tokens, at);
  const value = Number(whole?.whole);
  if (whole === undefined || value < 30 || value > 43 || tokens[whole.to - 1]?.tail !== '')
    return undefined;
  const measure = measureAfter(tokens, whole);
  if (measure !== undefined && measure.symbol !== '°' && measure.symbol !== '°C') return undefined;
  const end = measure?.to ?? whole.to;
  const tenth = tokens[end - 1]?.tail === '' ? readAmount(tokens, end, false) : undefined;
  const decimal =
    whole.fraction === undefined &&
    tenth?.whole.length === 1 &&
    tenth.prefix === '' &&
    measureAfter(tokens, tenth) === undefined;
  if (measure === undefined && !decimal) return undefined;
  const amount = decimal ? { ...whole, fraction: tenth.whole } : whole;
  return {
    kind: 'unit',
    values: [valueOf(amount)],
    unit: '°C',
    written: `${curly(whole.prefix)}${digitsOf(amount)}${measure === undefined ? '' : `${THIN}°C`}`,
    to: decimal ? tenth.to : end,
    certainty: 0.9,
  };
}

/** "trente-deux semaines d'aménorrhée et trois jours" → 32 SA + 3 j. */
function gestation({ tokens, at }: Site): Found | undefined {
  const weeks = readJoined(tokens, at, false);
  const measure = weeks === undefined ? undefined : measureAfter(tokens, weeks);
  const end =
    measure?.symbol === 'SA'
      ? measure.to
      : weeks !== undefined && tokens[weeks.to]?.core === 'SA'
        ? weeks.to + 1
        : undefined;
  if (weeks === undefined || end === undefined) return undefined;
  const base = `${curly(weeks.prefix)}${weeks.whole}${THIN}SA`;
  const values = [weeks.whole];
  const joined = tokens[end - 1]?.tail === '' && /^(et|plus|\+)$/.test(tokens[end]?.key ?? '');
  const days = joined ? readAmount(tokens, end + 1, false) : undefined;
  if (days === undefined || !/^(jours?|j)$/.test(tokens[days.to]?.key ?? ''))
    return { kind: 'unit', values, unit: 'SA', written: base, to: end, certainty: 0.95 };
  return {
    kind: 'unit',
    values: [...values, days.whole],
    unit: 'SA + j',
    written: `${base} + ${days.whole}${THIN}j`,
    to: days.to + 1,
    certainty: 0.95,
  };
}

/** "20 et un milligrammes", as recognition writes twenty-one. */
function tens({ tokens, at }: Site): Found | undefined {
  const ten = /^[2-6]0$/.test(tokens[at]?.key ?? '') && tokens[at]?.tail === '';
  const one = tokens[at + 2];
  if (
    !ten ||
    tokens[at + 1]?.key !== 'et' ||
    tokens[at + 1]?.tail !== '' ||
    !/^(un|une|1)$/.test(one?.key ?? '')
  )
    return undefined;
  const whole = String(Number(tokens[at]?.key) + 1);
  const amount = { whole, spelled: true, prefix: '', to: at + 3 };
  const measure = measureAfter(tokens, amount);
  if (measure === undefined) return undefined;
  const written = `${whole}${measure.joined ? '' : THIN}${measure.symbol}`;
  const message = `Entendu « ${tokens[at]?.core} et ${one?.core} » : ${whole} est à vérifier.`;
  return {
    kind: 'unit',
    values: [whole],
    unit: measure.symbol,
    written,
    to: measure.to,
    certainty: 0.6,
    doubts: [{ rule: 'ambiguous-number', risk: 3, message }],
  };
}
