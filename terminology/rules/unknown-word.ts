import { unknownDrug } from './unknown-drug';
import { unknownWordsIn } from './unknown-words';
import type { ParagraphRule } from './rule';

const FARTHEST_SOUND = 1;

/** A word that nothing knows, near a known one; those taken for a drug are told by that rule. */
export const unknownWord: ParagraphRule = {
  name: 'unknown-word',
  check: (paragraph, context) => {
    const { knowledge } = context;
    if (!knowledge) return [];
    const drugs = new Set(unknownDrug.check(paragraph, context).map(({ from }) => from));
    return unknownWordsIn(paragraph, knowledge).flatMap(({ text, from, to, isName }) => {
      if (drugs.has(from) || isName) return [];
      const near = (knowledge.suggest(text) ?? []).filter(
        ({ edits, soundDistance }) => edits <= 2 || soundDistance <= FARTHEST_SOUND,
      );
      if (near.length === 0) return [];
      const message = `« ${text} » est inconnu : « ${near[0]?.form ?? ''} » ?`;
      return [
        {
          from,
          to,
          risk: 7 as const,
          message,
          doubt: 0.6,
          fixes: near.slice(0, 4).map(({ form }) => ({ text: form })),
        },
      ];
    });
  },
};
