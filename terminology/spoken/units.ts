import { phrases } from './phrases';
import { fold, type Token } from './token';

/** How a unit is said and written. `joined` units ("6°") take no space; `words` units keep their name ("4 000 unités"). */
export interface Unit {
  readonly symbol: string;
  readonly joined?: true;
  /** Only a unit where "par …" follows ("unités par litre" → UI/l); otherwise the word stays. */
  readonly perSymbol?: string;
  readonly kind: 'mass' | 'volume' | 'length' | 'count' | 'other';
}

const say = (names: string): string[] => names.split('|').map((name) => name.trim());

const row = (
  names: string,
  symbol: string,
  kind: Unit['kind'] = 'other',
): (readonly [string, Unit])[] => say(names).map((name) => [name, { symbol, kind }] as const);

const plural = (names: string): string =>
  say(names)
    .flatMap((name) => [name, `${name}s`])
    .join('|');

const JOINED: Unit = { symbol: '°', joined: true, kind: 'other' };
const INTERNATIONAL: Unit = { symbol: 'unités', perSymbol: 'UI', kind: 'count' };

/** Symbols: Bureau international des poids et mesures, Le Système international d'unités, 9e éd., 2019; l and UI by French usage. */
const NUMERATORS = phrases<Unit>([
  ...row(`${plural('milligramme')}|mg`, 'mg', 'mass'),
  ...row(`${plural('microgramme')}|µg|mcg|ug`, 'µg', 'mass'),
  ...row(`${plural('nanogramme')}|ng`, 'ng', 'mass'),
  ...row(`${plural('picogramme')}|pg`, 'pg', 'mass'),
  ...row(`${plural('gramme')}|g|gr`, 'g', 'mass'),
  ...row(`${plural('kilogramme|kilo')}|kg`, 'kg', 'mass'),
  ...row(`${plural('litre')}|l`, 'l', 'volume'),
  ...row(`${plural('millilitre')}|ml`, 'ml', 'volume'),
  ...row(`${plural('decilitre')}|dl`, 'dl', 'volume'),
  ...row(`${plural('centilitre')}|cl`, 'cl', 'volume'),
  ...row(`${plural('microlitre')}|µl`, 'µl', 'volume'),
  ...row(`${plural('metre')}|m`, 'm', 'length'),
  ...row(`${plural('millimetre')}|mm`, 'mm', 'length'),
  ...row(`${plural('centimetre')}|cm`, 'cm', 'length'),
  ...row(`${plural('kilometre')}|km`, 'km', 'length'),
  ...row(`${plural('micrometre|micron')}|µm`, 'µm', 'length'),
  ...row('metre carre|metres carres|m²|m2', 'm²', 'length'),
  ...row('centimetre carre|centimetres carres|cm²|cm2', 'cm²', 'length'),
  ...row('millimetre carre|millimetres carres|mm²|mm2', 'mm²', 'length'),
  ...row('centimetre cube|centimetres cubes|cm³|cm3', 'cm³', 'volume'),
  ...row('millimetre cube|millimetres cubes|mm³|mm3', 'mm³', 'volume'),
  ...row(
    'millimetres de mercure|millimetre de mercure|millimetres mercure|mm de mercure|mmhg',
    'mmHg',
  ),
  ...row("centimetres d'eau|centimetre d'eau|cm d'eau|cmh2o", 'cmH₂O'),
  ...row('pour cent|pourcent|pourcents|%|pour cents', '%'),
  ...row('pour mille|‰', '‰'),
  ...row(
    'degres celsius|degre celsius|degres centigrades|°c|degres centigrade|degres c|degre c',
    '°C',
  ),
  ...say('degre|degres|°').map((name) => [name, JOINED] as const),
  ...say('unite|unites').map((name) => [name, INTERNATIONAL] as const),
  ...row('unites internationales|unite internationale|ui', 'UI'),
  ...row(
    'milli unites|milli unite|milliunites|milliunite|milli unites internationales|milliunites internationales|mui',
    'mUI',
  ),
  ...row('micro unites|micro unite|microunites|microunite|micro unites internationales|µui', 'µUI'),
  ...row(`${plural('mole')}|mol`, 'mol'),
  ...row(`${plural('millimole')}|mmol`, 'mmol'),
  ...row(`${plural('micromole')}|µmol`, 'µmol'),
  ...row(`${plural('nanomole')}|nmol`, 'nmol'),
  ...row(`${plural('picomole')}|pmol`, 'pmol'),
  ...row('milliequivalents|milliequivalent|milli equivalents|meq', 'mEq'),
  ...row(`${plural('milliosmole')}|mosm`, 'mOsm'),
  ...row('giga|gigas', 'G'),
  ...row('tera|teras', 'T'),
  ...row(`${plural('gray')}|gy`, 'Gy'),
  ...row(`${plural('centigray')}|cgy`, 'cGy'),
  ...row(`${plural('milligray')}|mgy`, 'mGy'),
  ...row(`${plural('millisievert')}|msv`, 'mSv'),
  ...row(`${plural('megabecquerel')}|mbq`, 'MBq'),
  ...row('hertz|hz', 'Hz'),
  ...row('kilohertz|khz', 'kHz'),
  ...row('megahertz|mhz', 'MHz'),
  ...row(`${plural('tesla')}`, 'T'),
  ...row(`${plural('watt')}`, 'W'),
  ...row(`${plural('joule')}`, 'J'),
  ...row(`${plural('volt')}`, 'V'),
  ...row(`${plural('millivolt')}|mv`, 'mV'),
  ...row(`${plural('milliampere')}|ma`, 'mA'),
  ...row(`${plural('decibel')}|db`, 'dB'),
  ...row(`${plural('kilopascal')}|kpa`, 'kPa'),
  ...row(`${plural('kilocalorie')}|kcal`, 'kcal'),
  ...row(`${plural('milliseconde')}|ms`, 'ms'),
  ...row("kilometres heure|kilometre heure|kilometres a l'heure|kilometres par heure|km/h", 'km/h'),
  ...row('milligrays centimetres|milligrays centimetre|milligray centimetre|mgy.cm', 'mGy·cm'),
  ...row('battements par minute|battement par minute|bpm', 'bpm'),
  ...row('cycles par minute|cycle par minute', 'cycles/min'),
  ...row('paquets annees|paquet annees|paquet annee|paquets annee', 'paquets-années'),
  ...row("semaines d'amenorrhee|semaine d'amenorrhee|semaines amenorrhee|sa", 'SA'),
]);

const COPIES = phrases<string>(
  [
    'copies',
    'log',
    'logs',
    'éléments',
    'globules',
    'leucocytes',
    'germes',
    'cellules',
    'colonies',
  ].map((name) => [fold(name), name] as const),
);

const DENOMINATORS = phrases<string>([
  ...(
    [
      ['litre|litres|l', 'l'],
      ['millilitre|millilitres|ml', 'ml'],
      ['decilitre|decilitres|dl', 'dl'],
      ['kilo|kilos|kilogramme|kilogrammes|kg', 'kg'],
      ['gramme|grammes|g', 'g'],
      ['metre carre|metres carres|m²|m2', 'm²'],
      ['millimetre cube|millimetres cubes|mm3|mm³', 'mm³'],
      ['centimetre cube|centimetres cubes|cm3', 'cm³'],
      ['mole|moles|mol', 'mol'],
      ['millimole|millimoles|mmol', 'mmol'],
      ['minute|minutes|min', 'min'],
      ['heure|heures|h', 'h'],
      ['seconde|secondes|s', 's'],
      ['jour|jours|j', 'j'],
      ['vingt quatre heures|24 heures|24 h|24h|24heures', '24 h'],
    ] as const
  ).flatMap(([names, symbol]) => say(names).map((name) => [name, symbol] as const)),
]);

/** A dose by the day keeps its words ("75 µg par jour") unless said without "par" or after "/kg". */
const DAILY = 'j';
/** What takes no denominator. */
const ALONE = new Set(['%', '°', '°C', 'bpm', 'SA', 'cycles/min']);

export interface Measure {
  /** As written, "mg/kg/j". */
  readonly symbol: string;
  readonly joined: boolean;
  readonly kind: Unit['kind'];
  readonly to: number;
}

/** Tokens from `at` with the number part of "5mg" taken off. */
function fromUnit(tokens: readonly Token[], at: number): readonly Token[] {
  const token = tokens[at];
  if (token === undefined || token.parts.length !== 2 || !/^[+-]?\d/.test(token.parts[0] ?? ''))
    return tokens;
  const unit = token.parts.slice(1);
  const stripped = { ...token, lead: '', parts: unit, key: unit.join(' ') };
  return tokens.map((other, index) => (index === at ? stripped : other));
}

const runsOn = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).every(({ tail }) => tail === '') &&
  tokens.slice(from + 1, to).every(({ lead }) => lead === '');

/** The unit that starts at token `at`, with its denominators ("milligrammes par kilo par jour"). */
export function readMeasure(all: readonly Token[], at: number): Measure | undefined {
  const tokens = fromUnit(all.slice(at, at + 12), 0);
  if (tokens[0] === undefined || tokens[0].lead !== '' || isOtherLetter(tokens[0]))
    return undefined;
  const slashed = readSlashed(tokens) ?? readBelowOnly(tokens);
  if (slashed !== undefined) return { ...slashed, to: at + slashed.to };
  const unit = NUMERATORS.at(tokens, 0);
  const thing = unit === undefined ? COPIES.at(tokens, 0) : undefined;
  const start = unit?.to ?? thing?.to;
  if (start === undefined || !runsOn(tokens, 0, start - 1)) return undefined;
  const below = readDenominators(tokens, start, unit?.value.symbol ?? '');
  if (unit === undefined) {
    if (thing === undefined || below === undefined) return undefined;
    return { symbol: thing.value + below.text, joined: false, kind: 'count', to: at + below.to };
  }
  const { symbol, perSymbol, joined, kind } = unit.value;
  const written = below === undefined ? symbol : (perSymbol ?? symbol) + below.text;
  return { symbol: written, joined: joined === true, kind, to: at + (below?.to ?? start) };
}

/** "22 G" is a gauge and "G/l" a giga: never grams. */
const isOtherLetter = ({ core }: Token): boolean => /(?:^|\d)[GM]$/.test(core);

/** "sept mille par millimètre cube" → /mm³; by the minute or the day stays in words. */
function readBelowOnly(tokens: readonly Token[]): Measure | undefined {
  if (tokens[0]?.key !== 'par' || tokens[0].tail !== '') return undefined;
  const below = DENOMINATORS.at(tokens, 1);
  if (below === undefined || !['mm³', 'ml', 'l', 'dl', 'cm³'].includes(below.value))
    return undefined;
  return { symbol: `/${below.value}`, joined: true, kind: 'count', to: below.to };
}

/** Units that recognition already wrote with a slash: "mg/l", "mUI/l". */
function readSlashed(tokens: readonly Token[]): Measure | undefined {
  const token = tokens[0];
  const written = token?.parts.length === 1 ? token.key : '';
  const [top, ...below] = written.split('/');
  if (token === undefined || top === undefined || below.length === 0 || top === '')
    return undefined;
  const part = (key: string): readonly Token[] => [{ ...token, parts: [key], key, tail: '' }];
  const unit = NUMERATORS.at(part(top), 0)?.value;
  const denominators = below.map((key) => DENOMINATORS.at(part(key), 0)?.value);
  if (unit === undefined || denominators.includes(undefined)) return undefined;
  const giga = /(?:^|\d)G\//.test(token.core);
  const symbol = [giga ? 'G' : (unit.perSymbol ?? unit.symbol), ...denominators].join('/');
  return { symbol, joined: false, kind: unit.kind, to: 1 };
}

function readDenominators(
  tokens: readonly Token[],
  start: number,
  symbol: string,
): { text: string; to: number } | undefined {
  const below: string[] = [];
  let to = start;
  while (tokens[to - 1]?.tail === '' && !ALONE.has(symbol)) {
    const spoken = tokens[to]?.key === 'par';
    const match = DENOMINATORS.at(tokens, spoken ? to + 1 : to);
    if (match === undefined) break;
    const daily = match.value === DAILY;
    if (daily ? spoken && below.length === 0 : !spoken) break;
    below.push(match.value);
    to = match.to;
  }
  return below.length === 0 ? undefined : { text: below.map((part) => `/${part}`).join(''), to };
}
