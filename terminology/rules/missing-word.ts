import type { ParagraphRule } from './rule';

/** Words that no sentence ends with; accents count. */
const NEVER_LAST =
  /^(?:de|du|des|d|à|au|aux|le|la|les|l|un|une|et|ou|mais|donc|car|avec|sans|pour|par|dans|chez|sous|entre|vers|dont|que|qu|ce|cet|cette|ces|son|sa|ses|leur|leurs|notre|mon|ma|mes|très|plus de|ni|est|sont|était|étaient)$/iu;
/** "la T4 est à.", "vitamine D.", "de type un". */
const EXCUSED = /(?:vitamine|type|classe|grade|groupe|hépatite|segment|lettre) $/iu;

/** A sentence that ends on a word which asks for another. */
export const missingWord: ParagraphRule = {
  name: 'missing-word',
  check: ({ words, text, kind }) =>
    words.flatMap(({ text: word, from, to, sentence }, at) => {
      const next = words[at + 1];
      const ends = next === undefined || next.sentence !== sentence;
      const after = text.slice(to, next?.from ?? text.length);
      const isEnd =
        ends &&
        (/^[\s\u00a0]*[.;!?\n]/.test(after) ||
          (next === undefined && kind !== 'heading' && after.trim() === ''));
      if (
        !isEnd ||
        !NEVER_LAST.test(word) ||
        EXCUSED.test(text.slice(0, from)) ||
        /^\p{Lu}$/u.test(word) ||
        words[at - 1]?.sentence !== sentence
      )
        return [];
      return [
        {
          from,
          to,
          risk: 8 as const,
          message: `La phrase s’arrête sur « ${word} » : un mot manque.`,
          doubt: 0.7,
        },
      ];
    }),
};
