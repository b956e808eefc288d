import type { Token } from './token';

/** A list of folded words written as one string. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Words after which a French sentence cannot stop: what follows belongs to them. */
export const DETERMINERS = words(
  `le la les l' un une des du au aux de d' ce cet cette ces mon ma mes ton son sa ses notre nos votre vos leur leurs
   chaque quelque quelques quel quelle quels quelles tout certain aucun aucune plusieurs tel telle`,
);
const BINDERS = words('a en par pour sur sous chez vers et ou ni dans avec sans comme entre que');

/** Adjectives that stand before their noun: "le premier point", "un autre point". */
const PREMODIFIERS = words(
  `premier premiere second seconde deuxieme troisieme quatrieme dernier derniere autre autres seul seule meme memes
   petit petite petits petites gros grosse bon bonne mauvais nouveau nouvelle principal vrai grand grande simple
   double demi rond certain certains`,
);

/** Words that open a sentence or a clause rather than name a thing. */
export const CLOSED = words(
  `le la les l' un une des du au aux de d' ce cet cette ces son sa ses leur leurs il elle ils elles on je j' nous vous tu
   et ou ni mais car donc or que qu' qui dont si comme quand lorsque puis ensuite alors a en par pour sur sous chez vers
   dans avec sans entre depuis pendant avant apres lors soit est sont etait ont avait ne n' pas plus tres bien assez trop
   non oui se s' y aussi ainsi afin malgre selon jusque jusqu' c' m' t' lui moins environ mesure mesurant reste dit`,
);

/** The last part of the token before `at`, unless punctuation or an edge stands between. */
export function leftPart(tokens: readonly Token[], at: number): string | undefined {
  const here = tokens[at];
  const left = tokens[at - 1];
  if (left === undefined || here === undefined || left.tail !== '' || here.lead !== '')
    return undefined;
  return left.parts.at(-1);
}

/** The first part of token `at`, unless punctuation stands before it. */
export function rightPart(tokens: readonly Token[], at: number): string | undefined {
  const right = tokens[at];
  const left = tokens[at - 1];
  if (right === undefined || right.lead !== '' || (left !== undefined && left.tail !== ''))
    return undefined;
  return right.parts[0];
}

/** All parts from token `at` on, up to `count`, stopping at punctuation. */
export function partsFrom(tokens: readonly Token[], at: number, count: number): string[] {
  const parts: string[] = [];
  for (let index = at; index < tokens.length && parts.length < count; index++) {
    const token = tokens[index];
    if (token === undefined || token.lead !== '') break;
    parts.push(...token.parts);
    if (token.tail !== '') break;
  }
  return parts;
}

/** The word at `at` is governed by what stands before it ("le point", "un autre point"), so it is a noun. */
export function isGoverned(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at];
  if (first !== undefined && first.parts.length > 1 && (first.parts[0] ?? '').endsWith("'"))
    return true;
  const left = leftPart(tokens, at);
  if (left === undefined) return false;
  if (DETERMINERS.has(left) || BINDERS.has(left)) return true;
  const further = leftPart(tokens, at - 1);
  return PREMODIFIERS.has(left) && further !== undefined && isDeterminerOrBinder(further);
}

const isDeterminerOrBinder = (part: string): boolean => DETERMINERS.has(part) || BINDERS.has(part);
