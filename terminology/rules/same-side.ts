import type { ReadParagraph } from './reading';
import type { Found, ParagraphRule } from './rule';
import { otherSide } from './sides';

/** A side compared with itself, or extended to itself: "le rein droit par rapport au droit". */
const WITH_ITSELF =
  /(?<!\p{L})(droite?s?|gauches?)(?: \p{L}+){0,3},? (?:(?:par rapport|comparativement|compar[ée]e?s?|contrairement|controlatéral\p{L}*) (?:au(?: côté)?|à (?:la|celui de)?|avec (?:le|la))|(?:élargie?s?|étendue?s?|prolongée?s?) (?:à|vers la)|que (?:le|la)|que du côté) ?(droite?s?|gauches?)(?!\p{L})/giu;

/** One of the two sides of a comparison is wrong. */
export const sameSide: ParagraphRule = {
  name: 'same-side',
  check: ({ text }: ReadParagraph) =>
    [...text.matchAll(WITH_ITSELF)].flatMap((match): Found[] => {
      const [whole, first = '', second = ''] = match;
      if (first.charAt(0).toLowerCase() !== second.charAt(0).toLowerCase()) return [];
      const to = match.index + whole.length;
      const from = to - second.length;
      return [
        {
          from,
          to,
          risk: 4,
          message: `« ${whole} » : un côté comparé à lui-même.`,
          doubt: 0.8,
          fixes: otherSide(second).map((fix) => ({ text: fix })),
          evidence: [{ from: match.index, to: match.index + first.length }],
        },
      ];
    }),
};
