import type { ParagraphRule } from './rule';

/** Words that French says twice in a row. */
const TWICE = /^(?:nous|vous|très|bien|non|oui|si|qu|l|se|est)$/;
/** Small words that never follow one another; own writing. */
const NEVER_TOGETHER =
  /(?<![\p{L}’'-])(?:(?:le|la|les|un|une|des|du|au|aux|ce|cet|cette) (?:le|la|les|un|une|du|de la|au|aux|ce|cet|cette|est)|(?:de|à) (?:le|les|des|du)|à à|(?:avec|sans|pour|dans|sur|par) (?:avec|de les|du le|sur le la))(?![\p{L}’'-])/giu;
/** "est-ce le une", "la une", names of notes: what is right all the same. */
const RIGHT =
  /^(?:l’un le|les un|un est|une est|un le|une la|un la|les une|du au|le ce|des un|des une|de des)$/iu;

/** A word written twice, or two articles in a row. */
export const doubledWord: ParagraphRule = {
  name: 'doubled-word',
  check: ({ words, text }) => {
    const doubled = words.flatMap(({ text: word, key, from, to, gap, value }, at) => {
      const before = words[at - 1];
      const isTwice =
        before?.key === key &&
        /^[ \u00a0\n]+$/.test(gap) &&
        value === undefined &&
        !TWICE.test(key) &&
        key.length > 1;
      return isTwice
        ? [
            {
              from: before.from,
              to,
              risk: 8 as const,
              message: `« ${word} » est écrit deux fois.`,
              doubt: 0.9,
              fixes: [{ text: text.slice(from, to) }],
            },
          ]
        : [];
    });
    const articles = [...text.matchAll(NEVER_TOGETHER)]
      .filter(([shown]) => !RIGHT.test(shown) && new Set(shown.toLowerCase().split(' ')).size > 1)
      .map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
        risk: 8 as const,
        message: `« ${match[0]} » : un mot de trop, ou un mot manque.`,
        doubt: 0.7,
        fixes: match[0].split(' ').map((word) => ({ text: word })),
      }));
    return [...doubled, ...articles];
  },
};
