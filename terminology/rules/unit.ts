import { drugsIn } from './drug-mentions';
import { isDose } from './dosing';
import type { ReadParagraph } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';

const SECOND_UNIT = /^\s?(?:mg|[µμ]g|mcg|g|kg|ml|ui|mmol|%)(?![\p{L}\d/])/iu;
/** Counted or ordered, and so without a unit. */
const COUNTED =
  /^\s?(?:[/.,:°\-–+x×*)]|\d|(?:er|re|e|[eè]me)\b|à\s?\d|fois|prises?|cures?|cycles?|injections?|bolus|doses?|comprim|g[eé]lule|sachet|ampoule|goutte|patch|bouff|inhal|perfusion|par|mois|ans?|jours?|semaines?|ou|et|cp|flacon|unit)/iu;

function doubled({ text, quantities }: ReadParagraph): Found[] {
  return quantities.filter(isDose).flatMap(({ from, to, unitFrom }) => {
    const second = SECOND_UNIT.exec(text.slice(to));
    if (!second) return [];
    const message = `Deux unités à la suite : « ${text.slice(from, to + second[0].length)} ».`;
    return [
      {
        from,
        to: to + second[0].length,
        risk: 3 as const,
        message,
        doubt: 0.9,
        fixes: [
          { text: text.slice(from, to) },
          { text: text.slice(from, unitFrom) + second[0].trim() },
        ],
      },
    ];
  });
}

/** A figure right behind a drug's name, with no unit and nothing that it counts. */
function missing(paragraph: ReadParagraph, { knowledge }: RuleContext): Found[] {
  const { text, words, quantities } = paragraph;
  return drugsIn(paragraph, knowledge).flatMap(({ name, last }) => {
    const quantity = quantities.find(({ word }) => word === last + 1);
    const gap = words[last + 1]?.gap ?? '';
    if (
      !quantity ||
      quantity.unit !== '' ||
      !/^[ \u00a0]$/.test(gap) ||
      COUNTED.test(text.slice(quantity.to))
    )
      return [];
    const shown = text.slice(quantity.from, quantity.to);
    const message = `« ${name} ${shown} » : l’unité manque.`;
    return [
      {
        from: quantity.from,
        to: quantity.to,
        risk: 3 as const,
        message,
        doubt: 0.6,
        fixes: ['mg', 'g', 'µg'].map((unit) => ({ text: `${shown}\u00a0${unit}` })),
      },
    ];
  });
}

/** A dose with two units, or with none. */
export const unit: ParagraphRule = {
  name: 'unit',
  check: (paragraph, context) => [...doubled(paragraph), ...missing(paragraph, context)],
};
