import type { Gender } from '../lexicon/entry';
import type { Inflected } from './hunspell';

const PLURAL_RULES: readonly (readonly [RegExp, string])[] = [
  [/[sxz]$/, ''],
  [/(eau|eu|œu)$/, '$1x'],
  [/al$/, 'aux'],
];
const REGULAR_AL =
  /^(.*-)?(bal|choral|foetal|fœtal|naval|natal|prénatal|postnatal|périnatal|néonatal|fatal|final|banal|atonal)$/;

/** Plural of a noun or a masculine adjective by rule; undefined when it does not change. */
export function pluralOf(word: string): string | undefined {
  if (REGULAR_AL.test(word)) return `${word}s`;
  for (const [ending, replacement] of PLURAL_RULES)
    if (ending.test(word))
      return replacement === '' ? undefined : word.replace(ending, replacement);
  return `${word}s`;
}

const FEMININE_RULES: readonly (readonly [RegExp, string])[] = [
  [/e$/, 'e'],
  [/eux$/, 'euse'],
  [/if$/, 'ive'],
  [/[ck]$/, 'que'],
  [/el$/, 'elle'],
  [/ien$/, 'ienne'],
  [/éen$/, 'éenne'],
  [/er$/, 'ère'],
  [/et$/, 'ète'],
  [/(?:at|it|ot)eur$/, 'rice'],
  [/eur$/, 'euse'],
  [/gu$/, 'guë'],
  [/(?<=[éiuldtns])$/, 'e'],
];

/** Feminine of an adjective by rule ("vésical" → "vésicale", "fibreux" → "fibreuse"). */
export function feminineOf(word: string): string | undefined {
  if (/[td]eur$/.test(word) && /(at|it|ot|ut|ct|pt)eur$/.test(word))
    return word.replace(/eur$/, 'rice');
  const rule = FEMININE_RULES.find(([ending]) => ending.test(word));
  return rule === undefined ? undefined : word.replace(rule[0], rule[1]);
}

/** All forms of an adjective, the masculine singular first. `feminine` overrides the rule. */
export function adjectiveForms(word: string, feminine = feminineOf(word)): Inflected[] {
  const plural = pluralOf(word);
  const epicene = feminine === word || feminine === undefined;
  const masculine: Gender = epicene ? 'mf' : 'm';
  const forms: Inflected[] = [
    { form: word, gender: masculine, number: plural === undefined ? 'sp' : 's' },
  ];
  if (plural !== undefined) forms.push({ form: plural, gender: masculine, number: 'p' });
  if (!epicene)
    forms.push(
      { form: feminine, gender: 'f', number: 's' },
      { form: `${feminine}s`, gender: 'f', number: 'p' },
    );
  return forms;
}

export function nounForms(word: string, gender: Gender | undefined): Inflected[] {
  const plural = pluralOf(word);
  if (plural === undefined) return [{ form: word, gender, number: 'sp' }];
  return [
    { form: word, gender, number: 's' },
    { form: plural, gender, number: 'p' },
  ];
}

/** Endings of adjectives among words whose part of speech no list tells. */
const ADJECTIVE =
  /(ique|eux|aire|ien|oïde|oïdien|gène|forme|if|al|el|ive|euse|ale|elle|ienne|trope|phile|phobe)$/;
export const looksAdjective = (word: string): boolean => ADJECTIVE.test(word);

/** Gender of a learned noun by its ending, where the ending decides ("-ectomie" f, "-ome" m). */
export function genderByEnding(word: string): Gender | undefined {
  if (
    /(ie|ite|ose|tion|sion|xion|lyse|ase|ine|ée|ure|ance|ence|té|esse|pnée|rrhée|physe|idine|amide|génèse|genèse|ectopie|plasie|plastie)$/.test(
      word,
    )
  )
    return 'f';
  if (
    /(ome|isme|gramme|scope|graphe|mètre|cyte|blaste|cèle|oïde|um|us|al|eur|ment|age|spasme|tome|phage|ol|ile|is)$/.test(
      word,
    )
  )
    return 'm';
  return undefined;
}
