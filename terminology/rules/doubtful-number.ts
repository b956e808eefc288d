import { rescaled } from './scale';
import type { ReadParagraph } from './reading';
import type { Found, ParagraphRule } from './rule';

/** A number heard less surely than this is to be heard again. */
const SURE = 0.45;

function unsure({ quantities, words, text }: ReadParagraph): Found[] {
  return quantities.flatMap(({ from, to, word }): Found[] => {
    const stretch = words[word]?.stretch;
    if (!stretch || stretch.origin === 'hand' || stretch.confidence >= SURE) return [];
    const heard = stretch.heard === '' ? '' : ` (entendu « ${stretch.heard} »)`;
    return [
      {
        from,
        to,
        risk: 3,
        message: `Nombre mal entendu : « ${text.slice(from, to)} »${heard}.`,
        doubt: 1 - stretch.confidence,
      },
    ];
  });
}

/** "1, 2 g", "0 5 mg": a decimal comma that lost its place; "05 mg" one that is gone. */
const LOST_COMMA =
  /(?<![\d,./]|\d[ \u00a0\u202f])(?:(0|[1-9])(?:, | )(\d)|0(\d{1,2}))(?=[ \u00a0](?:mg|g|µg|ml|mm|cm|mmol|UI)(?!\p{L}))/gu;

const commas = ({ text }: ReadParagraph): Found[] =>
  [...text.matchAll(LOST_COMMA)].map((match) => {
    const [shown, whole = '0', part = match[3] ?? ''] = match;
    return {
      from: match.index,
      to: match.index + shown.length,
      risk: 3,
      message: `« ${shown} » : une virgule a-t-elle disparu ?`,
      doubt: 0.6,
      fixes: [
        { text: `${whole},${part}` },
        { text: rescaled(shown.replace(/^0/, ''), Number(part), 1) },
      ],
    };
  });

/** "18,4 000 UI": nobody says thousands behind a decimal; "milli" was heard as "mille". */
const THOUSANDS_OF_DECIMALS =
  /(?<![\d,./]|\d[ \u00a0\u202f])(\d+,\d{1,2})[ \u00a0\u202f]?000(?!\d)(?:([ \u00a0\u202f])(UI|g|mol)(?!\p{L}))?/gu;

const thousands = ({ text }: ReadParagraph): Found[] =>
  [...text.matchAll(THOUSANDS_OF_DECIMALS)].map((match) => {
    const [shown, number = '', space = '', unit = ''] = match;
    return {
      from: match.index,
      to: match.index + shown.length,
      risk: 3,
      message: `« ${shown} » : « mille » a-t-il été écrit pour « milli » ?`,
      doubt: 0.9,
      fixes: unit === '' ? [] : [{ text: `${number}${space}m${unit}` }],
    };
  });

/** Numbers that recognition was not sure of, decimal commas that lost their place, and thousands that follow one. */
export const doubtfulNumber: ParagraphRule = {
  name: 'doubtful-number',
  check: (paragraph) => [...unsure(paragraph), ...commas(paragraph), ...thousands(paragraph)],
};
