import { isClinicalNoun, SOUNDS_CLINICAL } from './clinical-nouns';
import { grammarOf } from './parts-of-speech';
import type { ReadParagraph, ReadWord } from './reading';
import type { Found, ParagraphRule, RuleContext } from './rule';

/** Words that take a noun without an article, or are its article. */
const GOVERNS =
  /^(?:le|la|l|les|un|une|des|du|de|d|au|aux|ce|cet|cette|ces|son|sa|ses|leurs?|notre|nos|mon|ma|mes|chaque|quelques?|plusieurs|certaine?s?|aucune?|nulle?|toute?s?|tous|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|divers|diverses|differente?s?|sans|avec|pour|par|sous|en|dans|sur|chez|vers|entre|apres|avant|depuis|pendant|lors|hors|malgre|selon|contre|comme|dont|ou|ni|or|puis|que|qu|qui|a|non|pas|plus|moins|tres|post|pre|per|type|anti|sus|hyper|hypo|retro|intra|extra|bi|tri|pluri|poly|multi|quelconque|absence|s|n|via|versus|soit|car|si|faire|fait|donne|avoir|avait|ont|ait|ayant|demi|hemi|semi|para|pseudo|micro|macro|neo)$/;
/** Adjectives that stand before their noun. */
const BEFORE_NOUN =
  /^(?:gros|grosse|grande?|petite?|nouve(?:au|l|lle)|bonn?e?|bon|mauvaise?|belle|beau|autre|meme|seule?|double|triple|simple|premi|second|dernier|derniere|demi|large|long|longue|court|courte|legere?|forte?|nette?|franche?|rares?|discret|discrete|volumine|enorme|vaste|eventuel|important|multiple|nombreu|frequent|probable|possible|minime|moindre|vrai|vraie|ancien|severe|violent|vive|vif|intense|profond|haute?|basse?|bas|faible|brutal|parfait|excellent|veritable|present|dite?|mini|fin|fine|gradient|persistan|geant|important|jeune|vieil|mince|epais|abondant)/;
/** Nouns that follow another one in a name: "dyspnée stade II", "échographie doppler", "ponction biopsie". */
const NAMES =
  /^(?:stade|grade|type|score|doppler|signal|vers|fut|fait|cycles?|massif|massive|composite|contingent|germe|virus|zona|bilan|scanner|temps|etat|niveau|cours|drainage|aspiration|biopsie|haubanage|cellules?|facteurs?|taux|test|index|indice|dose|maladie|syndrome|contraste|mouvements?|choc|relais|base|fibrose|flutter|prise|perte|chute|circulation|contact|adulte|temoin|cible|cas|patient|mode|rupture|mere|souche|foyer|pont|jeune|hyposignal|hypersignal|isosignal)$|....ant$/;

/** Nouns that take the name of a disease behind them: "syndrome dépressif", "type fracture". */
const NAMED_BY =
  /^(?:type|score|grade|stade|bilan|syndrome|maladie|facteurs?|risque|post|signes?)$/;

const isListed = (word: ReadWord): boolean =>
  isClinicalNoun(word) || SOUNDS_CLINICAL.test(word.key);

/** Sign, disease or act, written small: what a report may deny. */
function isDeniable(word: ReadWord, { knowledge }: RuleContext): boolean {
  if (/^\p{Lu}/u.test(word.text) || NAMES.test(word.key) || word.key.length < 4) return false;
  return isClinicalNoun(word) || grammarOf(word, knowledge).isClinicalNoun;
}

/** "10/10 vertiges", "un score à 10 anomalie": a figure that counts nothing. */
const countsNothing = (figure: ReadWord, word: ReadWord): boolean =>
  figure.gap.includes('/') || (figure.gap.trim() === '' && !/[sx]$/.test(word.key));

/**
 * Whether the noun follows, in the same clause, another noun and its adjectives, with nothing between: "la radiographie du
 * thorax anomalie". What stands right behind an article through adjectives alone ("un volumineux hématome") is no such noun.
 */
function isOnTheHeels(words: readonly ReadWord[], at: number, context: RuleContext): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || before?.clause !== word.clause || !/^[ \u00a0]$/.test(word.gap)) return false;
  if (before.value !== undefined) return countsNothing(before, word) && isListed(word);
  if (GOVERNS.test(before.key) || BEFORE_NOUN.test(before.key) || NAMED_BY.test(before.key))
    return false;
  let headAt = at - 1;
  while (words[headAt]?.clause === word.clause && isOnlyAdjective(words[headAt], context))
    headAt -= 1;
  const head = words[headAt];
  if (before.key === 'et') return joinsNothing(words, at, context);
  if (head?.key === 'mais' || BE.test(head?.key ?? ''))
    return isListed(word) || head?.key !== 'mais';
  if (head?.clause !== word.clause)
    return headAt >= 0 && head?.sentence === word.sentence && isListed(word);
  if (GOVERNS.test(head.key))
    return at - headAt > 2 && isListed(word) && !/^(?:un|une|des|la|le|l|les)$/.test(head.key);
  const { isNoun, isClinicalNoun: isHead } = grammarOf(head, context.knowledge);
  if (word.key === 'recours') return isHead || isNoun;
  return isListed(word) || (isNoun && headAt < at - 1);
}

const isOnlyAdjective = (word: ReadWord | undefined, { knowledge }: RuleContext): boolean => {
  const grammar = word && grammarOf(word, knowledge);
  return grammar !== undefined && grammar.isAdjective && !grammar.isNoun;
};

/** "Un homme de 30 ans", or a verb. */
const CLAUSE =
  /^(?:homme|femme|patiente?|garcon|fille|fillette|enfant|nourrisson|est|sont|etait|etaient|fut|furent|ont|avait|avaient|eut|montre|montrent|retrouve|retrouvent|trouve|objective|revele|note|notait|met|presente|permet|reste|restent|parait|semble|visualise|confirme|persiste|existe|evolue|marche)$|...(?:ait|aient|erent|irent)$/;

/** "le ventre souple et adhésions": "et" joins a bare noun to what is none. */
function joinsNothing(words: readonly ReadWord[], at: number, context: RuleContext): boolean {
  const word = words[at];
  const first = words[at - 2];
  if (!word || !isListed(word) || first?.clause !== word.clause) return false;
  const { isNoun, isAdjective } = grammarOf(first, context.knowledge);
  const isAfterNoun = isNoun && !isAdjective;
  return !isAfterNoun && isAdjective && !hasNounBefore(words, at - 2, context);
}

/** "une fièvre élevée et frissons": a noun stands before the adjectives, and "et" may join the two. */
function hasNounBefore(words: readonly ReadWord[], at: number, context: RuleContext): boolean {
  const clause = words[at]?.clause;
  const others = words.slice(Math.max(0, at - 3), at).filter((other) => other.clause === clause);
  return others.some((other) => grammarOf(other, context.knowledge).isClinicalNoun);
}

/** "a été réalisé discectomie": nothing follows the participle but a noun with its article. */
const BE = /^(?:ete|est|sont|etait|etaient|fut|furent)$/;

/** Sentences written out begin with an article, "ce", "il" and the like, and have a verb: one with bare nouns is a list. */
const WRITTEN_OUT = /^(?:le|la|l|les|un|une|ce|cet|cette|il|elle|on|nous|son|sa|ses)$/;

const hasBefore = (words: readonly ReadWord[], at: number, pattern: RegExp): boolean =>
  words
    .slice(0, at)
    .some(
      ({ key, text, gap, sentence }) =>
        sentence === words[at]?.sentence &&
        !gap.includes('/') &&
        (pattern.test(key) || (pattern === CLAUSE && text === 'a')),
    );

/** Behind a comma in a sentence that is written out and lists nothing else without an article. */
function isBehindComma(paragraph: ReadParagraph, at: number, context: RuleContext): boolean {
  const { words, title } = paragraph;
  const word = words[at];
  if (!word || word.gap.trim() !== ',' || !isListed(word) || title?.isAlone === false) return false;
  const others = words.filter(
    (other, index) =>
      other.sentence === word.sentence &&
      index !== at &&
      /[,(:]/.test(other.gap) &&
      isDeniable(other, context),
  );
  return others.length === 0 && hasBefore(words, at, WRITTEN_OUT) && hasBefore(words, at, CLAUSE);
}

function foundIn(paragraph: ReadParagraph, context: RuleContext): Found[] {
  const { words, text } = paragraph;
  return words.flatMap((word, at): Found[] => {
    const first = /^autres?$/.test(words[at - 1]?.key ?? '') ? at - 1 : at;
    const before = words[first - 1];
    if (before?.sentence !== word.sentence || !isDeniable(word, context)) return [];
    const isHeels =
      hasBefore(words, first, WRITTEN_OUT) &&
      isOnTheHeels(words.toSpliced(first, at - first), first, context);
    if (!isHeels && !(first === at && isBehindComma(paragraph, at, context))) return [];
    const start = words[first] ?? word;
    const noun = text.slice(start.from, word.to);
    return [
      {
        from: start.from,
        to: word.to,
        risk: 5,
        message: `« ${text.slice(before.from, word.to)} » : « sans » manque-t-il ?`,
        doubt: isHeels ? 0.5 : 0.3,
        fixes: [{ text: `sans ${noun}` }],
      },
    ];
  });
}

/** A sign or disease without an article in a sentence that is written out: what is only said so with "sans". */
export const bareNoun: ParagraphRule = { name: 'bare-noun', check: foundIn };
