import { DENIES, isNe } from './negation-words';
import type { ReadParagraph } from './reading';
import type { Found, ParagraphRule } from './rule';

/** Words before "ni" that the lost "sans" may have stood before. */
const REACH = 7;
/** "ni l'un ni l'autre", "ni … ni" behind a verb: the second one needs no other denial. */
const COUNT_AS_DENIAL = new Set([
  ...DENIES,
  'ni',
  'rien',
  'personne',
  'guere',
  'negatif',
  'negative',
]);

/** "saignement ni contracture": "ni" where nothing before denies. */
function foundIn({ words, text }: ReadParagraph): Found[] {
  return words.flatMap((word, at): Found[] => {
    if (word.key !== 'ni' || word.text !== 'ni') return [];
    const before = words.slice(0, at).filter(({ sentence }) => sentence === word.sentence);
    const isDenied =
      before.length === 0 ||
      before.some(({ key }, index) => COUNT_AS_DENIAL.has(key) || isNe(before, index));
    const next = words[at + 1];
    if (isDenied || !next || next.sentence !== word.sentence) return [];
    const start = before.slice(-REACH).find(({ clause }) => clause === word.clause) ?? word;
    const shown = text.slice(start.from, next.to);
    return [
      {
        from: start.from,
        to: next.to,
        risk: 5,
        message: `« ${shown} » : rien ne nie avant « ni », « sans » manque-t-il ?`,
        doubt: 0.8,
      },
    ];
  });
}

/** "ni" without the negation that it goes on with. */
export const loneNi: ParagraphRule = { name: 'lone-ni', check: foundIn };
