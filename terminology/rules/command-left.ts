import type { ParagraphRule } from './rule';

/** Spoken commands that stayed in the text, with what they stand for. */
const COMMANDS: readonly (readonly [RegExp, string | undefined])[] = [
  [
    /(?:[,.]? ?\b(?:point|poing|poings|virgule) )?(?:à|a) la ligne(?: de titre)?\b|(?<!\p{L})alaligne/giu,
    '\n',
  ],
  [
    /(?<!\p{L})(?:nouveau paragraphe|nouvelle ligne|retour à la ligne|saut de ligne|saute[zr]? une ligne)(?!\p{L})/giu,
    '\n',
  ],
  [
    /(?<!\p{L})(?:ouvr\p{L}+|ferm\p{L}+) (?:la |les )?(?:parenthèses?|guillemets?)(?!\p{L})/giu,
    undefined,
  ],
  [/(?<!\p{L})(?:entre parenthèses|entre guillemets)(?!\p{L})/giu, undefined],
  [
    /(?<!\p{L})(?:point d[’']interrogation|point d[’']exclamation|point[- ]virgule|points? de suspension|deux[- ]points)(?!\p{L})/giu,
    undefined,
  ],
  [/(?<=[\p{L}\d)] )virgule(?= \p{L})/giu, ','],
  [/(?<=[\p{L}\d)] )point(?=\s*$|\s*\n| \p{Lu})/gu, '.'],
  [/(?<!\p{L})(?:point final|fin de (?:la )?dictée|fin du compte[- ]rendu)(?!\p{L})/giu, undefined],
  [/(?<!\p{L})(?:en majuscules?|en gras|souligné)(?= (?:le|la|les|un|une|titre))/giu, undefined],
];

/** A spoken command that was left as words. */
export const commandLeft: ParagraphRule = {
  name: 'command-left',
  check: ({ text }) =>
    COMMANDS.flatMap(([pattern, sign]) =>
      [...text.matchAll(pattern)].map((match) => ({
        from: match.index,
        to: match.index + match[0].length,
        risk: 8 as const,
        message: `« ${match[0].trim()} » : une commande est restée dans le texte.`,
        doubt: 0.8,
        fixes: sign === undefined || sign === '\n' ? [] : [{ text: sign }],
      })),
    ),
};
