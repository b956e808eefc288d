import { isTold, sexMarksIn } from './people';
import type { ParagraphRule } from './rule';

/** As the word stands: with a capital, or not. */
const likeCase = (model: string, text: string): string =>
  /^\p{Lu}/u.test(model) ? text.charAt(0).toUpperCase() + text.slice(1) : text;

/** Words of the other sex than the patient chosen. */
export const identitySex: ParagraphRule = {
  name: 'identity-sex',
  check: (paragraph, { patient }) => {
    const sex = patient?.sex;
    if (!isTold(sex)) return [];
    return sexMarksIn(paragraph)
      .filter((mark) => mark.sex !== sex)
      .map(({ from, to, other, doubt }) => {
        const said = paragraph.text.slice(from, to);
        const message = `« ${said} » : la personne choisie est ${sex === 'F' ? 'une femme' : 'un homme'}.`;
        return { from, to, risk: 1, message, doubt, fixes: [{ text: likeCase(said, other) }] };
      });
  },
};
