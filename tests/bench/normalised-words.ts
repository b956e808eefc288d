import { spellNumber } from './french-numbers';

/** Symbol → how it is said. Units are said in the singular: their plural cannot be told from a symbol. */
const UNIT_SYMBOLS: Readonly<Record<string, string>> = {
  mg: 'milligramme',
  g: 'gramme',
  kg: 'kilo',
  µg: 'microgramme',
  ug: 'microgramme',
  ng: 'nanogramme',
  l: 'litre',
  dl: 'décilitre',
  cl: 'centilitre',
  ml: 'millilitre',
  m: 'mètre',
  cm: 'centimètre',
  mm: 'millimètre',
  mmhg: 'millimètre de mercure',
  mmol: 'millimole',
  µmol: 'micromole',
  umol: 'micromole',
  nmol: 'nanomole',
  pmol: 'picomole',
  ui: 'unité',
  mui: 'milli-unité',
  '%': 'pour cent',
  '°': 'degré',
  '°c': 'degré',
  h: 'heure',
  min: 'minute',
};
const SYMBOLS = Object.keys(UNIT_SYMBOLS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const MEASURE = new RegExp(`(?<=\\d)\\s*(${SYMBOLS})(?:/(${SYMBOLS}))?(?![a-zà-ÿ])`, 'gi');

const ROMAN: Readonly<Record<string, number>> = {
  II: 2,
  III: 3,
  IV: 4,
  V: 5,
  VI: 6,
  VII: 7,
  VIII: 8,
  IX: 9,
  X: 10,
};
const ROMAN_NUMERAL =
  /\b(segment|stade|type|grade|classe|facteur|nerf)s? (VIII|VII|III|VI|IV|IX|II|V|X)\b/gi;

const COMMANDS =
  /\b(point a la ligne|a la ligne|nouveau paragraphe|point virgule|deux points|virgule|point|ouvrez la parenthese|fermez la parenthese|ouvrir la parenthese|fermer la parenthese|trait d union)\b/g;

/** Folded unit words, singular; "pour cent" is handled where it is met. */
export const UNIT_WORDS: ReadonlySet<string> = new Set(
  Object.values(UNIT_SYMBOLS)
    .filter((said) => !said.includes(' ') && !said.includes('-'))
    .map(fold)
    .concat('mercure'),
);

/** Lower case without accents, ligatures, hyphens or punctuation: words of `[a-z0-9]` separated by single spaces. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

const saySymbol = (symbol: string): string => UNIT_SYMBOLS[symbol.toLowerCase()] ?? symbol;

const sayDigits = (digits: string): string => {
  const zeros = /^0*(?=\d)/.exec(digits)?.[0].length ?? 0;
  const value = digits.length > 9 ? [...digits].map(Number) : [Number(digits)];
  return ` ${'zéro '.repeat(zeros)}${value.map(spellNumber).join(' ')} `;
};

/** Digits and unit symbols as they are said: "138/76", "1,2 l" → "cent trente-huit sur soixante-seize", … */
function sayNumbers(text: string): string {
  return text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('\u03bc', 'µ')
    .replace(ROMAN_NUMERAL, (whole, noun: string, numeral: string) =>
      numeral === numeral.toUpperCase() ? `${noun} ${ROMAN[numeral]}` : whole,
    )
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .replace(/\b1(?:er|re|ère)\b/gi, (ordinal) => (/er$/i.test(ordinal) ? 'premier' : 'première'))
    .replace(/\b(\d+)(?:e|ème)\b/gi, (_, digits: string) => sayOrdinal(Number(digits)))
    .replace(MEASURE, (_, symbol: string, per?: string) =>
      per === undefined ? ` ${saySymbol(symbol)} ` : ` ${saySymbol(symbol)} par ${saySymbol(per)} `,
    )
    .replace(/(\d)[,.](?=\d)/g, '$1 virgule ')
    .replace(/(\d)\/(?=\d)/g, '$1 sur ')
    .replace(/\d+/g, sayDigits);
}

function sayOrdinal(value: number): string {
  const said = spellNumber(value);
  if (said.endsWith('cinq')) return `${said}uième`;
  if (said.endsWith('neuf')) return `${said.slice(0, -1)}vième`;
  return `${said.replace(/[es]$/, '')}ième`;
}

const unitInSingular = (word: string): string => {
  const singular = word.replace(/s$/, '').replace(/^kilogramme$/, 'kilo');
  return UNIT_WORDS.has(singular) ? singular : word;
};

/** `fold` of the text with its digits and unit symbols said, spoken punctuation still there. */
export const foldAsSaid = (text: string): string =>
  fold(sayNumbers(text)).split(' ').map(unitInSingular).join(' ');

/**
 * The words that are compared (rules of the speech material's README): case, accents, ligatures and hyphens folded,
 * digits and unit symbols spelled out, spoken punctuation removed. Units are compared in the singular.
 */
export const normalisedWords = (text: string): string[] =>
  foldAsSaid(text)
    .replace(COMMANDS, ' ')
    .split(' ')
    .filter((word) => word !== '');
