import { grammarOf } from './parts-of-speech';
import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';

/** What stands before a side and has a gender of its own. */
const FEMININE = /^(?:la|une|cette|a|vers la|sa)$/;
const MASCULINE = /^(?:le|un|ce|du|au|cote|son)$/;
/** "le muscle droit interne", "l'angle droit", "à bon droit": no side. */
const NO_SIDE = /^(?:muscle|angle|ligne|position|bon|plein|ayant|tout|marche|jambes?|station)$/;

/** The gender that the word before asks for; undefined where it is free or not known. */
function genderBefore(word: ReadWord, context: RuleContext): 'm' | 'f' | undefined {
  if (FEMININE.test(word.key)) return 'f';
  if (MASCULINE.test(word.key)) return 'm';
  const { isNoun, isAdjective, gender } = grammarOf(word, context.knowledge);
  return isNoun && !isAdjective && !/[sx]$/.test(word.key) ? gender : undefined;
}

function foundIn({ words, text }: ReadParagraph, context: RuleContext): Found[] {
  return words.flatMap((word, at): Found[] => {
    const before = words[at - 1];
    if (!/^droite?$/.test(word.key) || before?.clause !== word.clause) return [];
    if (before.sentence !== word.sentence || NO_SIDE.test(before.key)) return [];
    const asked = genderBefore(before, context);
    const own = word.key === 'droit' ? 'm' : 'f';
    const isArticle = /^(?:le|la|un|une|ce|cette|son|sa|du|au)$/.test(before.key);
    if (asked === undefined || asked === own || (isArticle && own === 'm')) return [];
    const shown = text.slice(before.from, word.to);
    return [
      {
        from: word.from,
        to: word.to,
        risk: 4,
        message: `« ${shown} » s’accorde mal : droite ou gauche ?`,
        doubt: 0.5,
        fixes: [{ text: asked === 'f' ? 'droite' : 'droit' }, { text: 'gauche' }],
      },
    ];
  });
}

/** "hémiplégie droit", "à droit": a side that does not agree with its noun may stand for the other one. */
export const sideAgreement: ParagraphRule = { name: 'side-agreement', check: foundIn };
