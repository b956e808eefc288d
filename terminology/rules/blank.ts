import { BLANK } from './report';
import type { ParagraphRule } from './rule';

/** Ways to leave a gap: the editor's own node, lines of underscores or dots, marks between brackets. */
const GAP = new RegExp(
  `${BLANK}|_{2,}|\\.{4,}|…{2,}|\\[\\s*(?:\\.{2,}|…|\\?+|inaudible|incompris|illisible|blanc|mot manquant|à compléter|xx+)\\s*\\]|\\(\\s*(?:inaudible|incompris|illisible|\\?{2,}|à compléter)\\s*\\)|\\bX{3,}\\b|\\?{2,}`,
  'giu',
);

/** A passage that nobody could hear or that was left to be filled in. */
export const blank: ParagraphRule = {
  name: 'blank',
  check: ({ text }) =>
    [...text.matchAll(GAP)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      risk: 6,
      message: 'Passage laissé en blanc : à compléter d’après le son, ou à demander au médecin.',
      doubt: 1,
    })),
};
