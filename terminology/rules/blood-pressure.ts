import { PhraseIndex } from './phrase-index';
import type { ParagraphRule } from './rule';

const NAMES = new PhraseIndex(
  [
    'tension arterielle',
    'tension',
    'pression arterielle',
    'ta',
    'pa',
    'tas',
    'chiffres tensionnels',
  ].map((name) => [name, name] as const),
);
const PAIR = /(\d{1,3})\s?(?:\/|sur)\s?(\d{1,3})(?!\s?\d)/u;
const REACH = 40;
/** Below this, figures are in cmHg. */
const MILLIMETRES_FROM = 35;

function problemOf(high: number, low: number): string | undefined {
  const factor = high < MILLIMETRES_FROM ? 10 : 1;
  const [systolic, diastolic] = [high * factor, low * factor];
  if (systolic < 40 || systolic > 300) return 'systolique impossible';
  if (diastolic < 10 || diastolic > 200) return 'diastolique impossible';
  return diastolic >= systolic ? 'diastolique au-dessus de la systolique' : undefined;
}

/** A blood pressure whose two figures cannot be. Bounds: see `plausible-values.ts`. */
export const bloodPressure: ParagraphRule = {
  name: 'blood-pressure',
  check: ({ words, text }) =>
    NAMES.in(words).flatMap(({ last }) => {
      const start = words[last]?.to ?? 0;
      const match = PAIR.exec(text.slice(start, start + REACH));
      const between = text.slice(start, start + (match?.index ?? 0));
      if (!match || /[.;\n]|\d/.test(between)) return [];
      const problem = problemOf(Number(match[1]), Number(match[2]));
      if (!problem) return [];
      const from = start + match.index;
      const message = `Tension « ${match[0]} » : ${problem}.`;
      return [{ from, to: from + match[0].length, risk: 3 as const, message, doubt: 0.9 }];
    }),
};
