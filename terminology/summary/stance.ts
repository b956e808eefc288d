import { kinScope } from './kin';
import type { ReadToken } from './reading';

/** How each token of a sentence is meant; parallel to its tokens. */
export interface Stance {
  /** Said not to be there: "pas de fièvre", "souffle absent". */
  readonly negated: readonly boolean[];
  /** Supposed, feared, looked for or conditional: "suspicion de", "possible", "à confirmer". */
  readonly supposed: readonly boolean[];
  /** About a relative of the patient. */
  readonly family: readonly boolean[];
  /** The words that say so: cutting one of them off turns the sense. */
  readonly cues: readonly boolean[];
}

type Direction = 'forward' | 'backward' | 'both' | 'next';
interface Cue {
  readonly words: readonly string[];
  readonly kind: 'negated' | 'supposed';
  readonly direction: Direction;
}

const cues = (kind: Cue['kind'], direction: Direction, phrases: string): Cue[] =>
  phrases.split('|').map((phrase) => ({ kind, direction, words: phrase.trim().split(/\s+/) }));

/** Folded phrases; a word of three letters or more followed by "~" stands for every word that begins so. */
const CUES: readonly Cue[] = [
  // Denials that leave the thing possible: these come before the plain denials they contain.
  ...cues(
    'supposed',
    'forward',
    `ne permet pas d' exclu~|ne permet pas d' elimin~|ne permet pas d' ecart~|ne permettent pas d' exclu~|ne permettent pas d' elimin~
    |ne peut exclure|ne peut pas exclure|n' elimin~ pas|n' exclu~ pas|n' ecart~ pas|sans pouvoir exclure
    |sans pouvoir elimin~|sans doute|pas exclu~|pas elimin~|pas formel~|pas certain~|impossible d' exclure|impossible d' elimin~`,
  ),
  ...cues(
    'supposed',
    'both',
    `ne peut etre exclu~|ne peut pas etre exclu~|ne peut etre elimin~|ne peut pas etre elimin~|non exclu~|n' est pas exclu~|n' est pas elimin~|n' est pas ecart~|n' a pas pu etre exclu~|n' a pas pu etre elimin~`,
  ),
  ...cues(
    'supposed',
    'forward',
    `suspicion|suspicions|suspectant|suspecte de|suspect de|suspects de|suspectes de|soupcon~|evoquant|evoque|evoquent|evoquait|evocat~ de|evocat~ d'
    |compatible avec|compatibles avec|hypothese~|doute sur|craindre|crainte|crainte d'|en faveur|pourrait|pourraient|semble|semblent|semblait
    |a la recherche|recherche de|recherche d'|rechercher|pour eliminer|afin d' eliminer|faire discuter|fait discuter|discute un|discute une|probablement|peut-etre
    |vraisemblablement|en cas de|en cas d'|si|s' il|s' ils|risque de|risque d'|menace de|menace d'|faisant suspecter|fait suspecter|faisant craindre|fait craindre|possiblement|eventuellement|susceptible~|faisant evoquer|fait evoquer|presomption|suspecter un|suspecter une|suspecte un|suspecte une`,
  ),
  ...cues(
    'supposed',
    'both',
    `probable|probables|possible|possibles|eventuel|eventuelle|eventuels|eventuelles|vraisemblable|vraisemblables|presume|presumee|presumes|hypothetique|potentiel|potentielle`,
  ),
  ...cues(
    'supposed',
    'backward',
    `suspecte|suspectee|suspectes|suspectees|suspect|suspects|a confirmer|a eliminer|a discuter|a exclure|a evoquer|incertain~|douteu~|?|evoque~ en premier|est evoque|est evoquee|etait evoque|etait evoquee|a ete evoque|a ete evoquee|a ete suspecte|a ete suspectee|etait suspecte|etait suspectee|est suspecte|est suspectee|est possible|reste possible`,
  ),
  ...cues(
    'negated',
    'forward',
    `absence|disparu~ sans|aucun|aucune|sans|ni|jamais|pas de|pas d'|pas eu de|nie|niait|denie|indemne de|indemne d'|indemnes de|exempt de|depourvu~ de|eliminant|elimine un|elimine une|exclut|excluant|ecarte un|ecarte une|ecartant|permis d' elimin~|permis d' exclu~|permet d' elimin~|permet d' exclu~|negatif pour|negative pour|plus de signe~|plus aucun|plus aucune|hormis l' absence|libre de tout~|non retrouve de|pas`,
  ),
  ...cues('negated', 'next', 'non|non-'),
  ...cues(
    'negated',
    'backward',
    `negatif|negative|negatifs|negatives|absent|absente|absents|absentes|non retrouve~|non visualise~|non vu|non vue|non palp~|non mis en evidence|non percu~|ete elimin~|ete exclu~|ete ecart~|est elimin~|est exclu~|est ecart~|etait elimin~|non trouve~|non realise~|non fait~|non effectue~|non pratique~|non indique~|non administre~|eliminee|eliminees|ecartee|ecartees|exclue|exclues|puis ecarte|puis elimine|puis exclu`,
  ),
];

const byFirst = new Map<string, Cue[]>();
for (const cue of CUES) {
  const [first = ''] = cue.words;
  const key = first.endsWith('~') ? first.slice(0, 3) : first;
  byFirst.set(key, [...(byFirst.get(key) ?? []), cue]);
}

const same = (word: string, key: string): boolean =>
  word.endsWith('~') ? key.startsWith(word.slice(0, -1)) : word === key;

/** "lésion suspecte" is there, and suspect; "lésion suspectée" may not be there. */
const isAdjective = (token: ReadToken | undefined, { words, direction }: Cue): boolean =>
  direction === 'backward' && words.length === 1 && /^suspect(?:e?s?)$/.test(token?.text ?? '');

function cueAt(tokens: readonly ReadToken[], at: number): Cue | undefined {
  const key = tokens[at]?.key ?? '';
  const whole = byFirst.get(key);
  const begun = key.length > 3 ? byFirst.get(key.slice(0, 3)) : undefined;
  if (whole === undefined && begun === undefined) return undefined;
  const candidates = [...(whole ?? []), ...(begun ?? [])];
  let best: Cue | undefined;
  for (const cue of candidates) {
    if (cue.words.length <= (best?.words.length ?? 0) || isAdjective(tokens[at], cue)) continue;
    if (cue.words.every((word, offset) => same(word, tokens[at + offset]?.key ?? ''))) best = cue;
  }
  return best;
}

/** Words that no scope goes beyond. */
const BREAKS = new Set(
  'mais cependant toutefois hormis sauf excepte puis car donc neanmoins alors or ; : ( ) . ! ? qui motivant'.split(
    ' ',
  ),
);
const LONGEST_SCOPE = 16;
/** After a comma or "et", these go on with what was denied: "pas de fièvre, de frissons ni de toux". */
const GOES_ON = new Set("de d' des du ni ou".split(' '));

/** "sans ciment et d'une tige": "sans" takes no "de", so that a "de" goes on with something else. */
const GOES_ON_WITHOUT = new Set(['ni', 'ou']);

/** Index after the last token of the scope that begins at `start`. */
function forwardEnd(tokens: readonly ReadToken[], start: number, kind: Cue['kind']): number {
  const goesOn = tokens[start - 1]?.key === 'sans' ? GOES_ON_WITHOUT : GOES_ON;
  let at = start;
  for (; at < Math.min(tokens.length, start + LONGEST_SCOPE); at++) {
    const key = tokens[at]?.key ?? '';
    const next = tokens[at + 1]?.key ?? '';
    if (at > start && BREAKS.has(key)) return at;
    if (key === 'avec' && kind === 'negated' && at > start) return at;
    if ((key === ',' || key === 'et') && kind === 'negated' && !goesOn.has(next)) return at;
    if (key === ',' && kind === 'supposed' && !GOES_ON.has(next)) return at;
  }
  return at;
}

/** Verbs whose passive denies their subject: "le ganglion n'est pas palpé". */
const FOUND =
  /^(?:re)?(?:trouv|mis|observ|not|visualis|detect|constat|identifi|objectiv|palp|vu|decri|percu|present|existe|decel|individualis)/;

/** First token of what a cue behind it speaks of: the noun phrase before, no further than the clause. */
function backwardStart(tokens: readonly ReadToken[], at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_SCOPE) {
    const key = tokens[start - 1]?.key ?? '';
    if (key === ',' || BREAKS.has(key)) break;
    start -= 1;
  }
  return start;
}

interface Marks {
  readonly negated: boolean[];
  readonly supposed: boolean[];
  readonly cues: boolean[];
}

const fill = (marks: boolean[], from: number, to: number): void => {
  marks.fill(true, Math.max(0, from), Math.min(marks.length, Math.max(from, to)));
};

/** "ne … pas": denies its verb and what follows; of "être vu" and the like, what stands before. */
function verbalNegation(
  tokens: readonly ReadToken[],
  at: number,
  marks: Marks,
): number | undefined {
  if (!/^n['e]$/.test(tokens[at]?.key ?? '')) return undefined;
  for (let index = at + 1; index <= Math.min(at + 5, tokens.length - 1); index++) {
    const key = tokens[index]?.key ?? '';
    if (!/^(?:pas|plus|jamais|aucune?|guere|rien|ni|point)$/.test(key)) continue;
    const end = forwardEnd(tokens, index + 1, 'negated');
    fill(marks.negated, at + 1, index);
    fill(marks.negated, index + 1, end);
    fill(marks.cues, at, at + 1);
    fill(marks.cues, index, index + 1);
    const isPassive = tokens.slice(at + 1, index + 4).some(({ key: word }) => FOUND.test(word));
    const hasObject = tokens
      .slice(index + 1, index + 5)
      .some(({ key: word }) => /^d[e']$/.test(word));
    if (isPassive && !hasObject) fill(marks.negated, backwardStart(tokens, at), at);
    return index + 1;
  }
  return undefined;
}

/** After these, "possible" or "probable" spoke of what stands before: "métastase possible du foie". */
const OF_BEFORE = /^(?:sur|de|d'|du|des|au|aux|a|dans|chez|en|avec|lors|par|apres|mais|selon|,|:)$/;

function apply(tokens: readonly ReadToken[], at: number, cue: Cue, marks: Marks): void {
  const end = at + cue.words.length;
  const target = marks[cue.kind];
  fill(marks.cues, at, end);
  if (cue.direction === 'next') {
    const next = tokens.findIndex(({ kind }, index) => index >= end && kind === 'word');
    if (next >= 0) fill(target, next, next + 1);
    return;
  }
  const speaksOfBefore = cue.direction === 'both' && OF_BEFORE.test(tokens[end]?.key ?? '');
  if (cue.direction !== 'backward' && !speaksOfBefore)
    fill(target, end, forwardEnd(tokens, end, cue.kind));
  if (cue.direction !== 'forward') fill(target, backwardStart(tokens, at), at);
}

/** Negation, certainty and subject by cue and scope. Method: NegEx (Chapman 2001) with French cues, ours. */
export function stanceOf(tokens: readonly ReadToken[]): Stance {
  const none = (): boolean[] => Array.from({ length: tokens.length }, () => false);
  const marks: Marks = { negated: none(), supposed: none(), cues: none() };
  for (let at = 0; at < tokens.length;) {
    const cue = cueAt(tokens, at);
    const after = cue ? undefined : verbalNegation(tokens, at, marks);
    if (cue) apply(tokens, at, cue, marks);
    at = cue ? at + cue.words.length : (after ?? at + 1);
  }
  const { family, kin } = kinScope(tokens);
  const all = marks.cues.map((isCue, at) => isCue || kin[at] === true);
  return { negated: marks.negated, supposed: marks.supposed, family, cues: all };
}
