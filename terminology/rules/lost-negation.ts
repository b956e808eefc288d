import { isClinicalNoun, SOUNDS_CLINICAL } from './clinical-nouns';
import { COMPLETES_NE, DENIES, isDe, isNe } from './negation-words';
import { grammarOf } from './parts-of-speech';
import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';

/** What may stand behind "de" without a negation: articles; adjectives before plural nouns, adverbs, figures. */
const ARTICLE = /^(?:l|la|les|le|ce|cet|cette|ces|son|sa|ses|leurs?|mon|ma|un|une|plus|ou)$/;
const AFTER_DE =
  /^(?:nombreu|multipl|volumineu|gros|petit|grand|nouve|rares?|fine?s|discret|important|autre|larges?|vastes?|belle|bon|mauvais|fort|leger|severe|facon|maniere|tres|meme|emblee|abord|ailleurs|apres|type|aspect|allure|evolution|taille|contour|siege|grade|stade|origine|nature|survenue|apparition|installation|principe|novo|duree|diagnostic|decouverte|nature|profil|face|longue?s?|courtes?|moyen|haut|bas|simple|profond|vrai|certain|divers|different|possible|probable|frequent|violent|intense|recent|ancien|premier|deux|trois|quatre|cinq|six|ordre|gradient|[0-9])/;
/** "un syndrome tumoral fait : d'adénopathies". */
const MADE_OF = /^(?:faite?s?|constitu|compos|forme|domin|associ|a base)/;
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

const hasDeniable = (
  word: ReadWord | undefined,
  isDeniable: (noun: ReadWord) => boolean,
): boolean => word !== undefined && (isDeniable(word) || SOUNDS_CLINICAL.test(word.key));

/** "X de A, de B": the clause before already takes "de". */
const governs = (
  words: readonly ReadWord[],
  at: number,
  isDeniable: (noun: ReadWord) => boolean,
): boolean =>
  words
    .slice(0, at)
    .some(
      (word, index) =>
        word.sentence === words[at]?.sentence &&
        word.clause >= (words[at]?.clause ?? 0) - 1 &&
        /^(?:de|d|des|du|a|au|avec|pour)$/.test(word.key) &&
        hasDeniable(words[index + 1], isDeniable),
    );

/** A "ne" before in the sentence: whether it is complete is another question. */
const hasNe = (words: readonly ReadWord[], at: number): boolean =>
  words
    .slice(0, at)
    .some((word, index) => word.sentence === words[at]?.sentence && isNe(words, index));

/** "d'épanchement" where a sentence, a clause or a verb of finding asks for "pas d'épanchement". */
function bareDe({ words, text, title }: ReadParagraph, { knowledge }: RuleContext): Found[] {
  const titleTo = title?.to ?? 0;
  const isDeniable = (noun: ReadWord): boolean =>
    isClinicalNoun(noun) || grammarOf(noun, knowledge).isClinicalNoun;
  return words.flatMap((word, at) => {
    const noun = words[at + 1];
    if (!noun || noun.from < titleTo || !isDe(words, at) || noun.sentence !== word.sentence)
      return [];
    if (ARTICLE.test(noun.key) || AFTER_DE.test(noun.key)) return [];
    const before = words[at - 1];
    const opens =
      before === undefined ||
      before.sentence !== word.sentence ||
      word.text === 'De' ||
      word.text === 'D' ||
      (before.to <= titleTo && word.from >= titleTo);
    const beginsClause = opens || before.clause !== word.clause;
    const isFound =
      (!beginsClause && FINDS.test(before.key)) ||
      (before?.key === 'a' && words[at - 2]?.key === 'y');
    const isDenied = deniesWithin(words, at) || hasNe(words, at);
    const isSaid =
      (opens && grammarOf(noun, knowledge).isNoun && /^\p{Ll}/u.test(noun.text)) ||
      (beginsClause &&
        isDeniable(noun) &&
        !governs(words, at, isDeniable) &&
        !MADE_OF.test(before?.key ?? '')) ||
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
        message: `« ${shown} » : « pas » manque-t-il ?`,
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
    if (!isBare || !isClinicalNoun(word) || !LINKS.test(before.key)) return [];
    return [
      {
        from: word.from,
        to: word.to,
        risk: 5 as const,
        message: `« ${text.slice(before.from, word.to)} » : « sans » manque-t-il ?`,
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
        message: `« ${text.slice(word.from, word.to)} » : « sans » manque-t-il ?`,
        doubt: 0.6,
        fixes: [{ text: `sans ${text.slice(word.from, word.to)}` }],
      },
    ];
  });
}

/** "patiente de 47 ans, antécédents particuliers": what is only said so with "sans" or "pas d'". */
const NO_HISTORY =
  /(?<=(?<!\p{L})(?:ans|mois|tabagique|mariée?|enfants?),? )antécédents? (?:\p{L}+ )?(?:particuliers?|notables?|pathologiques?)(?! ?[:àd])/giu;
const NO_SIGN =
  /(?<=\p{L}, )(?:signe (?=d[eu’'])|signes? (?=de malignité|de gravité|d[’']envahissement|d[’']extension|de localisation|associés?|fonctionnels))/giu;

/** "autres signes", "anomalie", bare behind a comma or a word that is no article: what a sentence only says with "sans". */
const NO_OTHER =
  /(?<=\p{L}{4}(?<!(?:sans|aucune?|entre|parmi|plusieurs|certaine?s|quelques|leurs|deux|trois|quatre|dont|avec|aussi|plus))[ ,]{1,2})autres? (?=(?:signe|anomalie|lésion|symptôme|complication|trouble|atteinte|localisation)s?(?!\p{L}))/gu;

const bareHistory = ({ text }: ReadParagraph): Found[] =>
  [NO_HISTORY, NO_SIGN, NO_OTHER].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({
      from: match.index,
      to: match.index + match[0].trim().length,
      risk: 5,
      message: `« ${match[0].trim()} » : « sans » manque-t-il ?`,
      doubt: 0.6,
      fixes: [{ text: `sans ${match[0].trim()}` }],
    })),
  );

/** Syntax that asks for a negation which is not there: "d'épanchement pleural", "est anomalie". */
export const lostNegation: ParagraphRule = {
  name: 'lost-negation',
  check: (paragraph, context) => [
    ...bareDe(paragraph, context),
    ...bareNoun(paragraph),
    ...lostSans(paragraph),
    ...bareHistory(paragraph),
  ],
};
