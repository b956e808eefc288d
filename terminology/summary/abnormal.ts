import type { Sentence } from './reading';

/**
 * Results that a summary may not pass over. Usual values of adults, deliberately wide: Collège national de biochimie,
 * "Examens de laboratoire"; what lies outside is abnormal whatever the laboratory.
 */
interface Range {
  readonly name: RegExp;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
}

/** Values in the base units of `quantities.ts`. */
const RANGES: readonly Range[] = [
  { name: /^(?:hemoglobine|hb)$/, unit: 'mass/dl', low: 10_000, high: 18_500 },
  { name: /^(?:kaliemie|potassium|k\+?)$/, unit: 'amount/l', low: 3.2, high: 5.5 },
  { name: /^(?:natremie|sodium)$/, unit: 'amount/l', low: 130, high: 148 },
  { name: /^(?:crp|c-reactive)$/, unit: 'mass/l', low: 0, high: 20 },
  { name: /^(?:creatinine|creatininemie)$/, unit: 'amount/l', low: 0, high: 0.15 },
  { name: /^(?:tsh)$/, unit: 'activity/l', low: 0.0001, high: 0.006 },
  { name: /^(?:saturation|sao2|spo2)$/, unit: 'share', low: 92, high: 100.5 },
  { name: /^(?:hba1c|glyquee)$/, unit: 'share', low: 3, high: 8 },
  { name: /^(?:temperature|fievre)$/, unit: 'celsius', low: 35, high: 38.2 },
  { name: /^(?:inr)$/, unit: '', low: 0, high: 4 },
  { name: /^(?:fevg)$/, unit: 'share', low: 50, high: 90 },
  { name: /^(?:glycemie)$/, unit: 'mass/l', low: 600, high: 1_500 },
];

/** Words that call a result abnormal. */
const ABNORMAL =
  /^(?:eleve|elevee|eleves|elevees|augmentee?s?|effondre\p{L}*|anormal\p{L}*|pathologiques?|positi\p{L}*|hyperleucocytose|hyperkaliemie|hypokaliemie|hyponatremie|hypernatremie|hypercalcemie|thrombopenie|neutropenie|lymphopenie|pancytopenie|agranulocytose|anemie|cytolyse|cholestase|leucopenie|hyperglycemie|hypoglycemie|suspecte?s?|malin|maligne|critique|desaturation)$/u;
const MEASURED =
  /^(?:taux|dosage|bilan|biologie|crp|tsh|vs|anticorps|serologie|hemoculture\p{L}*|ecbu|culture|troponine\p{L}*|d-dimeres|dimeres|leucocytes|plaquettes|creatinine\p{L}*|marqueurs?|frottis|test|recherche|pcr|bnp|ferritine\p{L}*|transaminases|bilirubine|lipase|glycemie|proteinurie|calcemie|kaliemie|natremie)$/u;

/** The result of the sentence that is out of the usual, with the token that names it; undefined where none is. */
export function abnormalResult({
  tokens,
  quantities,
  stance,
  terms,
}: Sentence): number | undefined {
  for (const quantity of quantities) {
    const before = tokens.slice(Math.max(0, quantity.token - 6), quantity.token);
    const range = RANGES.find(
      ({ name, unit }) => quantity.unit === unit && before.some(({ key }) => name.test(key)),
    );
    const value = Number(quantity.value);
    if (range && (value < range.low || value > range.high))
      return tokens.findIndex(({ key }) => range.name.test(key));
  }
  const named = tokens.findIndex(
    ({ key, from }) =>
      MEASURED.test(key) ||
      terms.some((term) => term.from === from && term.categories.includes('biology')),
  );
  const called = tokens.findIndex(
    ({ key }, at) =>
      ABNORMAL.test(key) && stance.negated[at] !== true && stance.family[at] !== true,
  );
  if (called < 0) return undefined;
  const isNameItself = /emie$|penie$|cytose$|lyse$|stase$/.test(tokens[called]?.key ?? '');
  return isNameItself ? called : named >= 0 ? named : undefined;
}
