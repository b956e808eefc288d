import type { Fix } from './finding';
import { PhraseIndex } from './phrase-index';
import { PLAUSIBLE_VALUES } from './plausible-values';
import type { Quantity } from './quantities';
import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule } from './rule';
import { frenchNumber, rescaled } from './scale';

interface Bounds {
  readonly unit: string;
  readonly least: number;
  readonly most: number;
}

interface Measure {
  readonly name: string;
  readonly bounds: readonly Bounds[];
}

const MEASURES = new PhraseIndex<Measure>(
  PLAUSIBLE_VALUES.trim()
    .split('\n')
    .flatMap((line) => {
      const [, names = '', limits = ''] = line.split('|');
      const bounds = limits.split(';').map((limit) => {
        const [unit = '', least, most] = limit.split(' ');
        return { unit: unit === '-' ? '' : unit, least: Number(least), most: Number(most) };
      });
      return names.split(',').map((name) => [name, { name, bounds }] as const);
    }),
);

/** Words between a measure and its figure, at most. */
const REACH = 5;
/** What stands after these is a change, a threshold or another moment, not the value. */
const NOT_VALUE = new Set(
  'perte perdu prise augmentation baisse chute gain diminution objectif cible seuil normale norme fois depuis pendant apres jours derivation'.split(
    ' ',
  ),
);
/** Short names that are also something else ("fr" of French, "ht", "pas"): only in capitals. */
const CAPITALS_ONLY = new Set(
  'na k pas pad fr fc fe ht hb gb vs sat ck pr pct pth pal tp ph eva fer mms sofa'.split(' '),
);

function isWritten({ words, text }: ReadParagraph, first: number, last: number): boolean {
  const [from, to] = [words[first]?.from ?? 0, words[last]?.to ?? 0];
  const key = words
    .slice(first, last + 1)
    .map((word) => word.key)
    .join(' ');
  const shown = text.slice(from, to);
  return (
    !CAPITALS_ONLY.has(key) ||
    (/\p{Lu}/u.test(shown) && (shown.length > 2 ? shown === shown.toUpperCase() : true))
  );
}

/** "128 mEq/l de sodium", "PaO2/FiO2", "indice de pression systolique": the figure behind is another one. */
function isTaken({ words, quantities }: ReadParagraph, first: number): boolean {
  const before = words[first - 1];
  const end = words[first - 2]?.to ?? -1;
  const isPart =
    (before?.key === 'de' || before?.key === 'd') &&
    quantities.some(({ from, to }) => from <= end && end <= to);
  return (
    isPart ||
    words[first]?.gap.includes('/') === true ||
    /^(?:indice|rapport|ratio)$/.test(words[first - 2]?.key ?? before?.key ?? '')
  );
}

function valueFor(paragraph: ReadParagraph, last: number): Quantity | undefined {
  const { words, quantities } = paragraph;
  const name = words[last];
  const quantity = quantities.find(({ word }) => word > last);
  if (!name || !quantity || quantity.word - last > REACH + 1) return undefined;
  const between = words.slice(last + 1, quantity.word);
  const isNear =
    words[quantity.word]?.sentence === name.sentence &&
    !between.some(({ key }) => NOT_VALUE.has(key));
  const isClose = between.length === 0 || clauseGap(words, last, quantity.word) <= 1;
  return isNear && isClose && !isPartOfMore(paragraph, quantity) ? quantity : undefined;
}

const clauseGap = (words: readonly ReadWord[], a: number, b: number): number =>
  (words[b]?.clause ?? 0) - (words[a]?.clause ?? 0);

/** "12/8", "3-5", "10^9", "x 3": the figure is not the whole value. */
const isPartOfMore = ({ text }: ReadParagraph, { from, to, unit }: Quantity): boolean =>
  (unit === '' && /^\s?(?:\/|[-–x×*^.,]\s?\d|[-–]?\s?[\p{L}]*\d)/u.test(text.slice(to))) ||
  /[\d/x×*<>-]\s?$/.test(text.slice(Math.max(0, from - 2), from));

const within = (value: number, { least, most }: Bounds): boolean => value >= least && value <= most;

/** A rewritten figure, where shifting the comma gives a possible one. */
function fixesFor({ text }: ReadParagraph, quantity: Quantity, bounds: Bounds): Fix[] {
  return [10, 0.1, 100, 0.01, 1000, 0.001]
    .filter((factor) => within(quantity.value * factor, bounds))
    .slice(0, 2)
    .map((factor) => ({
      text: rescaled(text.slice(quantity.from, quantity.to), quantity.value, factor),
    }));
}

function checkValue(paragraph: ReadParagraph, measure: Measure, quantity: Quantity): Found[] {
  const unit = quantity.unit + quantity.per;
  const bounds = measure.bounds.find((known) => known.unit === unit);
  const shown = paragraph.text.slice(quantity.from, quantity.to);
  const place = { from: quantity.from, to: quantity.to, risk: 3 as const };
  if (bounds && !within(quantity.value, bounds)) {
    const range = `${frenchNumber(bounds.least)} à ${frenchNumber(bounds.most)} ${unit}`.trim();
    const message = `« ${shown} » : valeur impossible pour « ${measure.name} » (possible : ${range}).`;
    return [{ ...place, message, doubt: 0.9, fixes: fixesFor(paragraph, quantity, bounds) }];
  }
  if (bounds || unit === '' || !isForeign(unit, measure)) return [];
  const usual = measure.bounds
    .map((known) => known.unit)
    .filter((known) => known !== '')
    .join(', ');
  return [
    {
      ...place,
      doubt: 0.5,
      message: `Unité inattendue pour « ${measure.name} » : « ${shown} » (attendu : ${usual}).`,
    },
  ];
}

/** A concentration or a mass where the measure has other ones of the same kind. */
const isForeign = (unit: string, { bounds }: Measure): boolean => {
  const kind = /^(?:[kmµnp]?g|[mµnp]?mol|[mµ]?ui|meq)\//;
  return (
    kind.test(unit) && bounds.some((known) => kind.test(known.unit)) && sameShape(unit, bounds)
  );
};

/** The same as a known unit but for one prefix: "µg/l" for "mg/l". */
const sameShape = (unit: string, bounds: readonly Bounds[]): boolean =>
  bounds.some((known) => known.unit.replace(/^[mµnp]/, '') === unit.replace(/^[mµnp]/, ''));

/** A measure with a figure no living patient has, or a unit it never has. */
export const measure: ParagraphRule = {
  name: 'measure',
  check: (paragraph) =>
    MEASURES.in(paragraph.words).flatMap(({ first, last, value }) => {
      const isValue = isWritten(paragraph, first, last) && !isTaken(paragraph, first);
      const quantity = isValue ? valueFor(paragraph, last) : undefined;
      return quantity ? checkValue(paragraph, value, quantity) : [];
    }),
};
