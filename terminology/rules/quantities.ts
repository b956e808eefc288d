import type { ReadWord } from './reading';

/** A number in figures with its unit, such as "75 µg" or "5 mg/kg/j". */
export interface Quantity {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Canonical symbol of the numerator ("mg", "µg", "ui", "mmol", "%"); empty where none is written. */
  readonly unit: string;
  /** Canonical denominators, each with its stroke: "/l", "/kg/j"; empty where there is none. */
  readonly per: string;
  /** Where the unit stands, as it is written; empty where there is none. */
  readonly unitFrom: number;
  /** Index of the number in the words of the paragraph. */
  readonly word: number;
}

/** Canonical symbol by written form; symbols: SI brochure (BIPM, 9th ed., 2019), "UI" and "G/l" by French laboratory usage. */
const NUMERATORS: readonly (readonly [string, string])[] = [
  ['g%', 'g ?%'],
  ['kg', 'kg|kilogrammes?|kilos?'],
  ['g', 'g|gr|grammes?'],
  ['mg', 'mg|milligrammes?'],
  ['µg', '[µμu]g|mcg|microgrammes?|gammas?'],
  ['ng', 'ng|nanogrammes?'],
  ['pg', 'pg|picogrammes?'],
  ['mmhg', 'mm ?hg|millim[eè]tres? de mercure'],
  ['cmhg', 'cm ?hg'],
  ['cmh2o', "cm ?h2o|cm d[’']eau"],
  ['kpa', 'kpa'],
  ['cm2', 'cm ?2|cm²|centim[eè]tres? carr[eé]s?'],
  ['mm2', 'mm ?2|mm²'],
  ['m2', 'm ?2|m²|m[eè]tres? carr[eé]s?'],
  ['ms', 'ms|msec|millisecondes?'],
  ['mm', 'mm|millim[eè]tres?'],
  ['cm', 'cm|centim[eè]tres?'],
  ['m', 'm|m[eè]tres?'],
  ['µm', '[µμ]m|microns?'],
  ['ml', 'ml|millilitres?|cc'],
  ['cl', 'cl|centilitres?'],
  ['dl', 'dl|d[eé]cilitres?'],
  ['l', 'l|litres?'],
  ['µl', '[µμ]l|microlitres?'],
  ['fl', 'fl|femtolitres?|[µμ]3|[µμ]³'],
  ['mmol', 'mmol|millimoles?'],
  ['µmol', '[µμu]mol|micromoles?'],
  ['nmol', 'nmol|nanomoles?'],
  ['pmol', 'pmol|picomoles?'],
  ['meq', 'm[eé]q'],
  ['mosm', 'mosm(?:ol)?'],
  ['mui', 'm(?:ui|u)|milli-?unit[eé]s?'],
  ['µui', '[µμ](?:ui|u)'],
  ['kui', 'kui'],
  ['ui', 'ui|u|unit[eé]s?(?: internationales?)?'],
  ['%', '%|pour cent|p\\. ?100'],
  ['‰', '‰'],
  ['°c', '°\\s?c|degr[eé]s? celsius'],
  ['°', '°|degr[eé]s?'],
  [
    'bpm',
    'bpm|battements?(?: par minute)?|bat(?:\\.|tts)?\\/min|b\\/min|btt\\/min|cpm|c\\/min|puls(?:ations?)?\\/min',
  ],
  ['cycles', 'cycles?|mouvements?'],
  ['an', 'ans?|ann[eé]es?'],
  ['mois', 'mois'],
  ['semaine', 'semaines?|sem'],
  ['jour', 'jours?|j'],
  ['heure', 'heures?|h'],
  ['min', 'minutes?|mn|min'],
  ['s', 'secondes?|sec|s'],
  ['sa', 'sa'],
  ['gy', 'gy|grays?'],
  ['ch', 'ch'],
  [
    'comprimé',
    'comprim[eé]s?|cps?|cp|g[eé]lules?|sachets?|ampoules?|gouttes?|bouff[eé]es?|inhalations?',
  ],
];
const DENOMINATORS: readonly (readonly [string, string])[] = [
  ['l', 'l|litre'],
  ['dl', 'dl|d[eé]cilitre|100 ?ml'],
  ['ml', 'ml|cc|millilitre'],
  ['mm3', 'mm ?3|mm³|[µμ]l|millim[eè]tre cube'],
  ['g%', 'g ?%'],
  ['kg', 'kg|kilo(?:gramme)?'],
  ['m2', 'm ?2|m²'],
  ['j', 'j(?:ours?)?|24 ?h(?:eures?)?|24|jr'],
  ['h', 'h|heure'],
  ['min', 'min(?:utes?)?|mn'],
  ['s', 's|seconde'],
  ['g', 'g|gramme'],
  ['mmol', 'mmol'],
  ['mol', 'mol'],
  ['prise', 'prise'],
  ['an', 'ans?'],
];

const oneOf = (units: readonly (readonly [string, string])[]): string =>
  units.map(([, forms]) => forms).join('|');
const END = '(?![\\p{L}\\d])';
const UNIT = new RegExp(
  `^([ \\u00a0\\u202f]?)(G(?=\\s?\\/\\s?l)|T(?=\\s?\\/\\s?l)|(?:${oneOf(NUMERATORS)})${END}|%|°)`,
  'iu',
);
const PER = new RegExp(`^\\s?(?:\\/\\s?|par )(${oneOf(DENOMINATORS)})${END}`, 'iu');

const canonical = (
  units: readonly (readonly [string, string])[],
): ((written: string) => string) => {
  const exact = units.map(
    ([symbol, forms]) => [symbol, new RegExp(`^(?:${forms})$`, 'iu')] as const,
  );
  const known = new Map<string, string>();
  return (written) => {
    const symbol =
      known.get(written) ?? exact.find(([, form]) => form.test(written))?.[0] ?? written;
    known.set(written, symbol);
    return symbol;
  };
};
const numeratorOf = canonical(NUMERATORS);
const denominatorOf = canonical(DENOMINATORS);
/** The unit as written, canonical: "G/l" is 10⁹ a litre, "g/l" grams a litre. */
const symbolOf = (written: string): string =>
  written === 'G' || written === 'T' ? written : numeratorOf(written);

/** The numbers in figures of a paragraph, with their units, in order. */
export function quantitiesIn(text: string, words: readonly ReadWord[]): Quantity[] {
  const quantities: Quantity[] = [];
  for (const [word, { from, to, value }] of words.entries()) {
    if (value === undefined || /\p{L}/u.test(text.charAt(from - 1))) continue;
    const rest = text.slice(to, to + 60);
    const unit = UNIT.exec(rest);
    let end = unit ? unit[0].length : 0;
    let per = '';
    for (let next = PER.exec(rest.slice(end)); next; next = PER.exec(rest.slice(end))) {
      per += `/${denominatorOf(next[1] ?? '')}`;
      end += next[0].length;
    }
    quantities.push({
      from,
      to: to + end,
      value,
      unit: unit ? symbolOf(unit[2] ?? '') : '',
      per,
      unitFrom: to + (unit?.[1]?.length ?? 0),
      word,
    });
  }
  return quantities;
}
