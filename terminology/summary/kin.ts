import type { ReadToken } from './reading';

const KIN =
  /^(?:mere|pere|freres?|soeurs?|tantes?|oncles?|grands?-meres?|grands?-peres?|grand-mere|grand-pere|cousine?s?|neveux?|nieces?|fils|filles?|parents?|maternell?e?s?|paternell?e?s?|familial|familiale|familiaux|familiales|famille|apparentee?s?|fratrie|jumeau|jumelle|heredit\p{L}*|enfants?)$/u;
/** Words of kin that are seldom spoken of as ill in a report unless something says so. */
const OFTEN_PRESENT = /^(?:fils|filles?|parents?|enfants?|famille|mere|pere|freres?|soeurs?)$/;
const COMPANY =
  /^(?:accompagn\p{L}*|amen\p{L}*|vi[tv]\p{L}*|selon|interrogatoire|appel\p{L}*|inform\p{L}*|explique\p{L}*|medecin|confie\p{L}*|entour\p{L}*|mari\p{L}*|rapport\p{L}*|signal\p{L}*|decri\p{L}*|habit\p{L}*|refus\p{L}*|accord|consentement|lit|lait)$/u;
/** "antécédents familiaux", "mère diabétique", "chez le père": the illness is told of the relative. */
const BEFORE_KIN =
  /^(?:chez|cote|antecedents?|histoire|heredite|contexte|notion|une?|la|le|sa|son|ses|les|l'|du|de|deux|trois)$/;

/** "fille de 5 ans", "mère de deux enfants": the patient herself. */
function isPatient(tokens: readonly ReadToken[], at: number): boolean {
  const { key = '' } = tokens[at] ?? {};
  const next = tokens[at + 1]?.key ?? '';
  const second = tokens[at + 2];
  if (
    /^(?:filles?|fils|enfants?|garcon|jumeau|jumelle|freres?)$/.test(key) &&
    (next === 'de' || next === 'age' || next === 'agee' || next === 'unique')
  )
    return true;
  if (/^enfants?$/.test(key))
    return !tokens
      .slice(Math.max(0, at - 3), at)
      .some(({ key: word }) => word === 'chez' || word === 'ses');
  return (
    /^(?:mere|pere)$/.test(key) &&
    /^d[e']$/.test(next) &&
    (second?.kind === 'number' ||
      /^(?:deux|trois|quatre|cinq|six|un|une|famille)$/.test(second?.key ?? ''))
  );
}

function isOfKin(tokens: readonly ReadToken[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || !KIN.test(token.key) || isPatient(tokens, at)) return false;
  const around = tokens.slice(Math.max(0, at - 5), at + 4);
  if (OFTEN_PRESENT.test(token.key) && around.some(({ key }) => COMPANY.test(key))) return false;
  const before = tokens[at - 1]?.key;
  return (
    before === undefined ||
    BEFORE_KIN.test(before) ||
    /^[,;:.(]$/.test(before) ||
    !OFTEN_PRESENT.test(token.key)
  );
}

/** A relative that opens a sentence, or stands before a colon, rules to its end: "Mère : cancer du sein, HTA". */
function rulesOn(tokens: readonly ReadToken[], at: number): boolean {
  const ahead = tokens.slice(at + 1, at + 3).some(({ key }) => key === ':');
  const isTitle = /^famili|^heredit/.test(tokens[at]?.key ?? '');
  return ahead && (isTitle || at <= 3);
}

/** Which tokens speak of a relative, and which words say so. */
export function kinScope(tokens: readonly ReadToken[]): { family: boolean[]; kin: boolean[] } {
  const family = tokens.map(() => false);
  const kin = tokens.map(() => false);
  for (const [at, token] of tokens.entries()) {
    if (!isOfKin(tokens, at)) continue;
    kin[at] = true;
    const toEnd = rulesOn(tokens, at);
    for (const [index, other] of tokens.entries())
      if (other.clause === token.clause || (toEnd && index >= at)) family[index] = true;
  }
  return { family, kin };
}
