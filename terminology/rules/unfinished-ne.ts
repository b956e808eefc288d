import { COMPLETES_NE, isDe, isNe } from './negation-words';
import { grammarOf } from './parts-of-speech';
import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';

/** Words before "ne" that already deny. */
const DENIES_BEFORE = /^(?:rien|aucun|aucune|personne|nul|nulle|jamais|ni)$/;
/** Words with "que" after which "ne" denies nothing: "avant que", "plus que", "depuis que". */
const NE_ALONE =
  /^(?:avant|moins|crainte|peur|plus|autre|autrement|pire|mieux|sans|depuis|empeche\p{L}*|evite\p{L}*|doute)$/u;
/** Verbs that deny with "ne" alone. */
const LITERARY = /^(?:cess|os|pou[rv]|peut|peuv|put|sau|sai|importe|serait|fut|saurait)/;
const REACH = 14;

/** "n'a pu" needs no "pas". */
const LITERARY_PAST = /^(?:pu|su|cesse|ose)$/;
const AUXILIARY =
  /^(?:a|ai|as|ont|avait|avaient|est|sont|etait|etaient|eut|furent|fut|aura|se|s|y|en|l|la|le|les|lui)$/;
const PARTICIPLE = /^(?:y|pu|été|eu|\p{L}+(?:ée?s?|u|it|is))$/u;
/** Words within which "que" belongs to "ne". */
const QUE_REACH = 6;
const NOT_WITH_NE =
  /^(?:ainsi|afin|alors|lors|bien|tandis|pour|parce|puis|tel|telle|tels|telles|des|apres|non)$/;

/** "n'y avait de lésion ni": a noun with "de" before any "ni" has lost its "pas". */
function startsWithDe(after: readonly ReadWord[]): boolean {
  const de = after.findIndex((_, at) => isDe(after, at));
  return de > 0 && de <= 3 && after.slice(1, de).every(({ text }) => PARTICIPLE.test(text));
}

/** Whether one of the words after "ne" is its other half. */
function completes(after: readonly ReadWord[]): boolean {
  const nis = startsWithDe(after) ? 0 : after.filter(({ key }) => key === 'ni').length;
  const later = startsWithDe(after) ? after.findIndex((_, at) => isDe(after, at)) : Infinity;
  return after.some(({ key }, at) => {
    if (key === 'ni') return nis > 1;
    if (!COMPLETES_NE.has(key) || NOT_WITH_NE.test(after[at - 1]?.key ?? '')) return false;
    if (at > later && key === 'pas') return false;
    return (key !== 'que' && key !== 'qu') || at < QUE_REACH;
  });
}

function isExcused(before: readonly ReadWord[]): boolean {
  const que = before.findLastIndex(({ key }) => key === 'que' || key === 'qu');
  return before.some(({ key }, at) => DENIES_BEFORE.test(key) || (NE_ALONE.test(key) && at < que));
}

/** Where the clause begins, if it begins with a noun without an article: "Traitement spécifique n'était …". */
function bareSubject(words: readonly ReadWord[], at: number, { knowledge }: RuleContext): number {
  const here = words[at];
  const first = words.findIndex(
    ({ sentence, clause }) => sentence === here?.sentence && clause === here.clause,
  );
  const subject = words[first];
  return subject && first < at && grammarOf(subject, knowledge).isNoun ? first : at;
}

function foundAt(paragraph: ReadParagraph, at: number, context: RuleContext): Found[] {
  const { words, text } = paragraph;
  const word = words[at];
  if (!word || !isNe(words, at) || LITERARY.test(words[at + 1]?.key ?? '')) return [];
  const inSentence = (one: ReadWord): boolean => one.sentence === word.sentence;
  const after = words.slice(at + 1, at + 1 + REACH).filter(inSentence);
  const spent = words.findLastIndex((_, index) => index < at && isNe(words, index));
  const before = words.slice(Math.max(0, at - REACH, spent), at).filter(inSentence);
  if (after.length === 0 || completes(after) || isExcused(before)) return [];
  if (LITERARY_PAST.test(after[1]?.key ?? '')) return [];
  const verb = after.findIndex(({ key }) => !AUXILIARY.test(key));
  const first = after[0]?.to ?? word.to;
  const end = isDe(after, verb) ? verb - 1 : verb;
  const last = after[0]?.key === 'y' ? 1 : Math.max(0, end);
  const to = after[last]?.to ?? first;
  const start = words[bareSubject(words, at, context)] ?? word;
  const shown = text.slice(start.from, to);
  const isBare = start !== word;
  const fix = isBare
    ? `aucun ${shown.charAt(0).toLowerCase()}${shown.slice(1)}`
    : `${text.slice(word.from, first)} pas${text.slice(first, to)}`;
  const message = isBare
    ? `« ${shown} » : « aucun » manque-t-il ?`
    : `« ${shown} » sans « pas » : la négation est-elle complète ?`;
  return [{ from: start.from, to, risk: 5, message, doubt: 0.8, fixes: [{ text: fix }] }];
}

/** "ne" with nothing that completes it up to the end of the sentence. */
export const unfinishedNe: ParagraphRule = {
  name: 'unfinished-ne',
  check: (paragraph, context) =>
    paragraph.words.flatMap((_, at) => foundAt(paragraph, at, context)),
};
