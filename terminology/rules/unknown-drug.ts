import { isDose } from './dosing';
import type { ReadParagraph } from './reading';
import type { ParagraphRule } from './rule';
import { isNearDrug, unknownWordsIn, type UnknownWord } from './unknown-words';

const DOSE_REACH = 2;
/** What is prescribed stands right behind these. */
const PRESCRIBED =
  /(?:^|[^\p{L}])(?:(?:mise?s?|était|est|traitée?) sous|traitement par|traitée? par|prescri\p{L}+ (?:de l[’']|du |d[’'])?|mg (?:de |d[’']))\s*$/iu;
const DRUG_ENDING =
  /(?:olol|pril|sartan|statine|prazole|cilline|cycline|floxacine|mycine|azole|dipine|gliptine|gliflozine|glutide|mab|tinib|parine|xaban|grel|azepam|azolam|oxetine|triptan|setron|vir|zumab|ximab|cillamine|sone|solone|iazide|thiazide)s?$/iu;

function isDosed({ quantities }: ReadParagraph, { word }: UnknownWord): boolean {
  return quantities.some(
    (quantity) => isDose(quantity) && quantity.word > word && quantity.word - word <= DOSE_REACH,
  );
}

/** An unknown word that is dosed or prescribed, or whose nearest known word is a drug. */
export const unknownDrug: ParagraphRule = {
  name: 'unknown-drug',
  check: (paragraph, { knowledge }) => {
    if (!knowledge) return [];
    return unknownWordsIn(paragraph, knowledge).flatMap((unknown) => {
      const { text, from, to } = unknown;
      const before = paragraph.text.slice(0, from);
      const stands =
        isDosed(paragraph, unknown) || PRESCRIBED.test(before) || DRUG_ENDING.test(text);
      const suggestions = knowledge.suggest(text) ?? [];
      if (!stands && !(isNearDrug(suggestions) && !unknown.isName)) return [];
      const drugs = suggestions.filter(({ categories }) => categories.includes('drug'));
      const message = `« ${text} » : ce médicament n’est pas au lexique.`;
      return [
        {
          from,
          to,
          risk: 2 as const,
          message,
          doubt: stands ? 0.7 : 0.6,
          fixes: (drugs.length > 0 ? drugs : suggestions)
            .slice(0, 3)
            .map(({ form }) => ({ text: form })),
        },
      ];
    });
  },
};
