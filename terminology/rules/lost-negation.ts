import { isClinicalNoun } from './clinical-nouns';
import { COMPLETES_NE, DENIES, isDe, isNe } from './negation-words';
import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule } from './rule';

/** Words before "ne" that already deny, or after which "ne" denies nothing. */
const NE_ALONE =
  /^(?:rien|aucun|aucune|personne|nul|nulle|jamais|ni|avant|moins|crainte|peur|plus|autre|autrement|pire|mieux|sans|depuis|empeche|evite|doute)$/;
/** Verbs that deny with "ne" alone. */
const LITERARY = /^(?:cess|os|pou[rv]|peut|peuv|put|sau|sai|importe|serait|fut|saurait)/;
const REACH = 14;

/** "ne" with nothing that completes it up to the end of the sentence. */
function unfinishedNe({ words, text }: ReadParagraph): Found[] {
  return words.flatMap((word, at) => {
    if (!isNe(words, at) || LITERARY.test(words[at + 1]?.key ?? '')) return [];
    const inSentence = (one: ReadWord): boolean => one.sentence === word.sentence;
    const after = words.slice(at + 1, at + 1 + REACH).filter(inSentence);
    const before = words.slice(Math.max(0, at - REACH), at).filter(inSentence);
    if (
      after.length === 0 ||
      after.some(({ key }) => COMPLETES_NE.has(key)) ||
      before.some(({ key }) => NE_ALONE.test(key))
    )
      return [];
    const verb = after[0];
    const to = verb?.to ?? word.to;
    const shown = text.slice(word.from, to);
    const isCompound = /^(?:a|ai|as|ont|avait|avaient|est|sont|etait|etaient|eut|furent|y)$/.test(
      verb?.key ?? '',
    );
    const end = verb?.key === 'y' ? (after[1]?.to ?? to) : to;
    return [
      {
        from: word.from,
        to: end,
        risk: 5 as const,
        message: `« ${shown} » sans « pas » : la négation est-elle complète ?`,
        doubt: 0.8,
        fixes: isCompound || verb ? [{ text: `${text.slice(word.from, end)} pas` }] : [],
      },
    ];
  });
}

/** What may stand behind "de" without a negation: adjectives before plural nouns, adverbs, articles, figures. */
const AFTER_DE =
  /^(?:l|la|les|le|ce|cet|cette|ces|son|sa|ses|leur|mon|ma|nombreu|multipl|volumineu|gros|petit|grand|nouve|rares?|fine?s|discret|important|autre|larges?|vastes?|belle|bon|mauvais|fort|leger|severe|facon|maniere|plus|tres|meme|ou|emblee|abord|ailleurs|apres|type|aspect|allure|evolution|taille|contour|siege|grade|stade|origine|nature|survenue|apparition|installation|principe|novo|duree|longue?s?|courtes?|moyen|haut|bas|simple|profond|vrai|certain|divers|different|possible|probable|frequent|violent|intense|recent|ancien|premier|deux|trois|quatre|cinq|six|un|une|ordre|gradient|[0-9])/;
const FINDS =
  /^(?:retrouv|montr|objectiv|not|trouv|present|rapport|signal|visualis|constat|observ|eu|a|avait|ont|avaient|decel|identifi|revel|decri|mis|evidence|existe|existait|persist|allegu)/;

const deniesWithin = (words: readonly ReadWord[], at: number): boolean => {
  const here = words[at];
  return words
    .slice(0, at)
    .some(
      ({ key, sentence }) =>
        sentence === here?.sentence &&
        (DENIES.has(key) ||
          (COMPLETES_NE.has(key) && key !== 'que' && key !== 'qu' && key !== 'plus')),
    );
};

/** A figure of speech "X de A, de B": what stands before in the sentence already takes "de". */
const governs = (words: readonly ReadWord[], at: number): boolean =>
  words
    .slice(0, at)
    .some(
      (word, index) =>
        word.sentence === words[at]?.sentence &&
        /^(?:de|d|des|du|a|au|avec|pour)$/.test(word.key) &&
        isClinicalNoun(words[index + 1]?.key ?? ''),
    );

/** "d'épanchement" where a sentence, a clause or a verb of finding asks for "pas d'épanchement". */
function bareDe({ words, text, title }: ReadParagraph): Found[] {
  return words.flatMap((word, at) => {
    const noun = words[at + 1];
    if (!noun || !isDe(words, at) || noun.sentence !== word.sentence || AFTER_DE.test(noun.key))
      return [];
    const before = words[at - 1];
    const opens =
      before === undefined || before.sentence !== word.sentence || before.to <= (title?.to ?? 0);
    const beginsClause = opens || before.clause !== word.clause;
    const isFound =
      (!beginsClause &&
        FINDS.test(before.key) &&
        !/^(?:presentation|notion|a)$/.test(before.key)) ||
      (before?.key === 'a' && words[at - 2]?.key === 'y');
    const isDenied = deniesWithin(words, at);
    const isSaid =
      (beginsClause && isClinicalNoun(noun.key) && (opens || !governs(words, at))) ||
      (isFound && isClinicalNoun(noun.key));
    if (isDenied || !isSaid) return [];
    const shown = text.slice(word.from, noun.to);
    const pas =
      opens && /^[\p{Lu}]/u.test(shown)
        ? `Pas ${shown.charAt(0).toLowerCase()}${shown.slice(1)}`
        : `pas ${shown}`;
    return [
      {
        from: word.from,
        to: noun.to,
        risk: 5 as const,
        message: `« ${shown} » : « pas » manque-t-il ?`,
        doubt: 0.85,
        fixes: [{ text: pas }],
      },
    ];
  });
}

const LINKS = /^(?:est|sont|etait|etaient|reste|restent|restait|parait|semble|fut|furent)$/;

/** "est particularité", "sont anomalie": a noun that reports deny, bare behind "être". */
function bareNoun({ words, text }: ReadParagraph): Found[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    const isBare =
      before !== undefined && before.sentence === word.sentence && before.clause === word.clause;
    if (!isBare || !isClinicalNoun(word.key) || !LINKS.test(before.key) || deniesWithin(words, at))
      return [];
    return [
      {
        from: word.from,
        to: word.to,
        risk: 5 as const,
        message: `« ${text.slice(before.from, word.to)} » : « sans » manque-t-il ?`,
        doubt: 0.8,
        fixes: [{ text: `sans ${text.slice(word.from, word.to)}` }],
      },
    ];
  });
}

/** What may end right before a noun that has lost its "sans": an adjective, a participle, a word of course. */
const COURSE =
  /^(?:normale?s?|simples?|souple|libres?|regulie[r]e?s?|stables?|favorables?|symetriques?|homogenes?|satisfaisante?s?|suites|evolution|effectuee?s?|realisee?s?|toleree?s?|claire?s?|propres?|calmes?|seches?|indolores?|permeables?|conservee?s?)$/;
const NOT_OF_COURSE =
  /^(?:particularite|anomalie|complication|incident|difficulte|signe|souffle|recidive|sequelle|notion|retentissement)s?$/;

/** "suites simples, complication": what is only ever said with "sans" behind words of course. */
function lostSans({ words, text }: ReadParagraph): Found[] {
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    if (
      !before ||
      before.sentence !== word.sentence ||
      !NOT_OF_COURSE.test(word.key) ||
      deniesWithin(words, at)
    )
      return [];
    if (!COURSE.test(before.key)) return [];
    return [
      {
        from: word.from,
        to: word.to,
        risk: 5 as const,
        message: `« ${text.slice(word.from, word.to)} » : « sans » manque-t-il ?`,
        doubt: 0.6,
        fixes: [{ text: `sans ${text.slice(word.from, word.to)}` }],
      },
    ];
  });
}

/** Syntax that asks for a negation which is not there: "il n'y a d'anomalie", "d'épanchement pleural". */
export const lostNegation: ParagraphRule = {
  name: 'lost-negation',
  check: (paragraph) => [
    ...unfinishedNe(paragraph),
    ...bareDe(paragraph),
    ...bareNoun(paragraph),
    ...lostSans(paragraph),
  ],
};
