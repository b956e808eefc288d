import { isClinicalNoun, SOUNDS_CLINICAL } from './clinical-nouns';
import { COMPLETES_NE, DENIES, isDe, isNe } from './negation-words';
import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule } from './rule';

/** Words before "ne" that already deny, or after which "ne" denies nothing. */
const NE_ALONE =
  /^(?:rien|aucun|aucune|personne|nul|nulle|jamais|ni|avant|moins|crainte|peur|plus|autre|autrement|pire|mieux|sans|depuis|empeche|evite|doute)$/;
/** Verbs that deny with "ne" alone. */
const LITERARY = /^(?:cess|os|pou[rv]|peut|peuv|put|sau|sai|importe|serait|fut|saurait)/;
const REACH = 14;

/** "n'a pu" needs no "pas". */
const LITERARY_PAST = /^(?:pu|su|cesse|ose)$/;
const AUXILIARY =
  /^(?:a|ai|as|ont|avait|avaient|est|sont|etait|etaient|eut|furent|fut|aura|se|s|y|en|l|la|le|les|lui)$/;
/** Words within which "que" belongs to "ne". */
const QUE_REACH = 6;
const NOT_WITH_NE =
  /^(?:ainsi|afin|alors|lors|bien|tandis|pour|parce|puis|tel|telle|tels|telles|des|apres|non)$/;

/** Whether one of the words after "ne" is its other half. */
function completes(after: readonly ReadWord[]): boolean {
  const nis = after.filter(({ key }) => key === 'ni').length;
  return after.some(({ key }, at) => {
    if (key === 'ni') return nis > 1;
    if (!COMPLETES_NE.has(key) || NOT_WITH_NE.test(after[at - 1]?.key ?? '')) return false;
    return (key !== 'que' && key !== 'qu') || at < QUE_REACH;
  });
}

/** "ne" with nothing that completes it up to the end of the sentence. */
function unfinishedNe({ words, text }: ReadParagraph): Found[] {
  return words.flatMap((word, at): Found[] => {
    if (!isNe(words, at) || LITERARY.test(words[at + 1]?.key ?? '')) return [];
    const inSentence = (one: ReadWord): boolean => one.sentence === word.sentence;
    const after = words.slice(at + 1, at + 1 + REACH).filter(inSentence);
    const before = words.slice(Math.max(0, at - REACH), at).filter(inSentence);
    const isWhole =
      after.length === 0 || completes(after) || before.some(({ key }) => NE_ALONE.test(key));
    if (isWhole || LITERARY_PAST.test(after[1]?.key ?? '')) return [];
    const verb = after.findIndex(({ key }) => !AUXILIARY.test(key));
    const first = after[0]?.to ?? word.to;
    const last = after[0]?.key === 'y' ? 1 : Math.max(0, verb);
    const to = after[last]?.to ?? first;
    const shown = text.slice(word.from, to);
    const fix = `${text.slice(word.from, first)} pas${text.slice(first, to)}`;
    return [
      {
        from: word.from,
        to,
        risk: 5,
        message: `« ${shown} » sans « pas » : la négation est-elle complète ?`,
        doubt: 0.8,
        fixes: [{ text: fix }],
      },
    ];
  });
}

/** What may stand behind "de" without a negation: adjectives before plural nouns, adverbs, articles, figures. */
const AFTER_DE =
  /^(?:l|la|les|le|ce|cet|cette|ces|son|sa|ses|leur|mon|ma|nombreu|multipl|volumineu|gros|petit|grand|nouve|rares?|fine?s|discret|important|autre|larges?|vastes?|belle|bon|mauvais|fort|leger|severe|facon|maniere|plus|tres|meme|ou|emblee|abord|ailleurs|apres|type|aspect|allure|evolution|taille|contour|siege|grade|stade|origine|nature|survenue|apparition|installation|principe|novo|duree|longue?s?|courtes?|moyen|haut|bas|simple|profond|vrai|certain|divers|different|possible|probable|frequent|violent|intense|recent|ancien|premier|deux|trois|quatre|cinq|six|un|une|ordre|gradient|[0-9])/;
const FINDS =
  /^(?:(?:retrouv|montr|objectiv|trouv|presentai?|rapport|signal|visualis|constat|observ|decel|identifi|revel|allegu|persist)(?:e|es|ee|ait|aient|ent|er|a)$|note$|notait$|eu$|avait$|avaient$|ont$|evidence$|existe$|existait$)/;

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

const isNamed = (word: ReadWord | undefined): boolean =>
  word !== undefined && (isClinicalNoun(word) || SOUNDS_CLINICAL.test(word.key));

/** A figure of speech "X de A, de B": what stands before in the sentence already takes "de". */
const governs = (words: readonly ReadWord[], at: number): boolean =>
  words
    .slice(0, at)
    .some(
      (word, index) =>
        word.sentence === words[at]?.sentence &&
        /^(?:de|d|des|du|a|au|avec|pour)$/.test(word.key) &&
        isNamed(words[index + 1]),
    );

/** A "ne" before in the sentence: whether it is complete is another question. */
const hasNe = (words: readonly ReadWord[], at: number): boolean =>
  words
    .slice(0, at)
    .some((word, index) => word.sentence === words[at]?.sentence && isNe(words, index));

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
      (!beginsClause && FINDS.test(before.key)) ||
      (before?.key === 'a' && words[at - 2]?.key === 'y');
    const isDenied = deniesWithin(words, at) || hasNe(words, at);
    const isSaid =
      (beginsClause && isClinicalNoun(noun) && (opens || !governs(words, at))) ||
      (isFound && isClinicalNoun(noun));
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
    if (!isBare || !isClinicalNoun(word) || !LINKS.test(before.key) || deniesWithin(words, at))
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

const ADJECTIVE =
  /...(?:iques?|aires?|ales?|antes?|entes?|euses?|ives?|ables?|ibles?|ees?|ines?|iles?)$/;

/** "sensibilité épigastrique masse palpable": a noun on the heels of an adjective, with nothing between them. */
function onTheHeels({ words, text }: ReadParagraph): Found[] {
  return words.flatMap((word, at): Found[] => {
    const before = words[at - 1];
    const isClose = before?.clause === word.clause && /^[ \u00a0]$/.test(word.gap);
    if (
      !before ||
      !isClose ||
      !isClinicalNoun(word) ||
      isClinicalNoun(before) ||
      SOUNDS_CLINICAL.test(before.key)
    )
      return [];
    if (!ADJECTIVE.test(before.key) || /^\p{Lu}/u.test(word.text) || !hasArticle(words, at))
      return [];
    return [
      {
        from: word.from,
        to: word.to,
        risk: 5,
        message: `« ${text.slice(before.from, word.to)} » : « sans » manque-t-il ?`,
        doubt: 0.5,
        fixes: [{ text: `sans ${text.slice(word.from, word.to)}` }],
      },
    ];
  });
}

/** The sentence is written out, not a list of bare nouns. */
const hasArticle = (words: readonly ReadWord[], at: number): boolean =>
  words
    .slice(0, at)
    .some(
      ({ key, sentence }) =>
        sentence === words[at]?.sentence && /^(?:la|le|l|un|une|les|des|du)$/.test(key),
    );

/** "patiente de 47 ans, antécédents particuliers": what is only said so with "sans" or "pas d'". */
const NO_HISTORY =
  /(?<=(?<!\p{L})(?:ans|mois|tabagique|mariée?|enfants?),? )antécédents? (?:\p{L}+ )?(?:particuliers?|notables?|pathologiques?)(?! ?[:àd])/giu;
const NO_SIGN =
  /(?<=\p{L}, )signes? (?=de malignité|de gravité|d[’']envahissement|d[’']extension|de localisation|associés?|fonctionnels)/giu;

/** "autres signes", "anomalie", bare behind a comma or a word that is no article: what a sentence only says with "sans". */
const NO_OTHER =
  /(?<=\p{L}{4}(?<!(?:sans|aucune?|entre|parmi|plusieurs|certaine?s|quelques|leurs|deux|trois|quatre|dont|avec|aussi|plus))[ ,]{1,2})autres? (?=(?:signe|anomalie|lésion|symptôme|complication|trouble|atteinte|localisation)s?(?!\p{L}))/gu;

const bareHistory = ({ text }: ReadParagraph): Found[] =>
  [NO_HISTORY, NO_SIGN, NO_OTHER].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].trim().length,
      risk: 5,
      message: `« ${match[0].trim()} » : « sans » manque-t-il ?`,
      doubt: 0.6,
      fixes: [{ text: `sans ${match[0].trim()}` }],
    })),
  );

/** Syntax that asks for a negation which is not there: "il n'y a d'anomalie", "d'épanchement pleural". */
export const lostNegation: ParagraphRule = {
  name: 'lost-negation',
  check: (paragraph) => [
    ...unfinishedNe(paragraph),
    ...bareDe(paragraph),
    ...bareNoun(paragraph),
    ...lostSans(paragraph),
    ...onTheHeels(paragraph),
    ...bareHistory(paragraph),
  ],
};
