import { fold } from '../lexicon/fold';
import { isClinicalNoun } from './clinical-nouns';
import type { ReadParagraph } from './reading';
import type { Found, ParagraphRule } from './rule';

const NEGATIONS = /^(?:pas|sans|aucune?|ni|jamais|absence|non)$/;
const NEGATION_HEARD = /(?<![a-z])(?:pas|sans|aucune?|jamais|absence)(?![a-z])/;
/** A negation heard less surely than this is to be heard again. */
const SURE = 0.55;

/** Negations that recognition was not sure of, or that the machine's own writing lost. */
function doubtful({ words, stretches, text }: ReadParagraph): Found[] {
  const unsure = words.flatMap(({ key, from, to, stretch }): Found[] =>
    NEGATIONS.test(key) && stretch && stretch.origin !== 'hand' && stretch.confidence < SURE
      ? [
          {
            from,
            to,
            risk: 5,
            message: `« ${text.slice(from, to)} » a été mal entendu : la négation est à écouter.`,
            doubt: 1 - stretch.confidence,
          },
        ]
      : [],
  );
  const lost = stretches.flatMap(({ from, to, origin, heard, isStruck }): Found[] => {
    const shown = fold(text.slice(from, to));
    const isLost =
      NEGATION_HEARD.test(fold(heard)) &&
      !/(?<![a-z])(?:pas|sans|aucun|jamais|absence|100|ni)/.test(shown);
    return isLost && !isStruck && origin === 'repaired' && shown.trim() !== ''
      ? [
          {
            from,
            to,
            risk: 5,
            message: `Entendu « ${heard} » : la négation a disparu en écrivant.`,
            doubt: 0.8,
            fixes: [{ text: heard }],
          },
        ]
      : [];
  });
  return [...unsure, ...lost];
}

const UNIT =
  /^[\s\u00a0]?(?:mg|g|ml|µg|mm|cm|%|milligrammes?|grammes?|millilitres?|millim[eè]tres?|centim[eè]tres?|battements|unités)(?!\p{L})/iu;

/** "cent fièvre", "sang anomalie", "sans milligrammes". */
function homophones({ words, text }: ReadParagraph): Found[] {
  return words.flatMap(({ key, from, to, sentence }, at): Found[] => {
    const next = words[at + 1];
    const said = text.slice(from, to);
    const isBare =
      next?.sentence === sentence && isClinicalNoun(next) && /^[ \u00a0]$/.test(next.gap);
    const before = words[at - 1];
    const isCounted =
      before?.value !== undefined ||
      /^(?:deux|trois|quatre|cinq|six|sept|huit|neuf|pour|le|du|de|ces|les)$/.test(
        before?.key ?? '',
      );
    const place = { from, to, risk: 5 as const, doubt: 0.85 };
    if (/^(?:cent|cents|sang|100|sens|s.en)$/.test(key) && isBare && !isCounted)
      return [
        {
          ...place,
          message: `« ${said} ${next.text} » : sans doute « sans ${next.text} ».`,
          fixes: [{ text: 'sans' }],
        },
      ];
    if (key === 'sans' && UNIT.test(text.slice(to)))
      return [
        {
          ...place,
          message: `« sans » devant une unité : sans doute « cent ».`,
          fixes: [{ text: '100' }],
        },
      ];
    return [];
  });
}

/** Negations heard badly, lost in writing, or taken for a word of the same sound. */
export const heardNegation: ParagraphRule = {
  name: 'heard-negation',
  check: (paragraph) => [...doubtful(paragraph), ...homophones(paragraph)],
};
