import { abnormalResult } from './abnormal';
import { criticalOf, type Critical } from './conservation/critical';
import { isContentToken } from './conservation/report-index';
import { sideOf } from './conservation/sides';
import type { Category } from '../lexicon/category';
import type { Placed } from './outline';
import type { Sentence } from './reading';
import type { Term } from './term';

/** Words of a sentence and their weight, of length 1. */
export type Vector = ReadonlyMap<string, number>;

const CATEGORY: Readonly<Record<Category, number>> = {
  pathology: 3,
  drug: 2.5,
  sign: 2,
  procedure: 1.6,
  biology: 1.6,
  anatomy: 1.6,
  device: 1.2,
  abbreviation: 1.4,
};

/** Weights of what makes a sentence worth telling; set on reports of ours, see `tests/bench/summary.ts`. */
const WEIGHT = {
  terms: 0.55,
  quantity: 0.35,
  dose: 0.8,
  abnormal: 1.4,
  side: 0.3,
  supposed: 0.7,
  answer: 0.8,
  normal: -1.6,
  centrality: 1.4,
  illness: 0.5,
  grave: 0.6,
  harmless: -1,
  denied: 0.35,
  least: -1.2,
  motive: 0.7,
  aside: -2,
  first: 0.6,
} as const;
const CRITICAL: Readonly<Record<Critical['kind'], number>> = {
  allergy: 4,
  conclusion: 4,
  'urgent-delay': 3.5,
  'drug-change': 4,
  'abnormal-result': 1,
};

/** What must not wait, told of the patient: stems of illnesses and of what images and microscopes show of them. */
const GRAVE =
  /^(?:suspect|tumor|metasta|adenopath|infiltr|necro|stenos|occlu|fractur|embol|thrombo|hemorrag|perfor|epanchement|ruptur|ischem|infarct|absc|abces|malin|cancer|\p{L}*carcinom|sarcom|lymphom|melanom|septi|choc|dissection|anevrysm|insuffisan|compress|epaissi|luxation|hemipleg|paralys|aggrav)/u;
/** Found by chance, and of no consequence. */
const HARMLESS =
  /^(?:simples?|benin|benigne|benins|benignes|banale?s?|banaux|inchangee?s?|connue?s?|minimes?|stables?)$/;
const NORMAL =
  /^(?:normal|normale|normaux|normales|particularite|particularites|libre|souple|regulier|reguliers|alithiasique|indemne|indemnes)$/;

function weightsOf(
  { tokens, terms }: Sentence,
  frequency: ReadonlyMap<string, number>,
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const token of tokens) {
    if (!isContentToken(token)) continue;
    const term = terms.find(({ from, to }) => from <= token.from && token.to <= to);
    const category = Math.max(1, ...(term?.categories ?? []).map((name) => CATEGORY[name]));
    const rarity = 1 / Math.sqrt(frequency.get(token.stem) ?? 1);
    weights.set(token.stem, Math.max(weights.get(token.stem) ?? 0, category * Math.sqrt(rarity)));
  }
  return weights;
}

function vectorOf(sentence: Sentence, frequency: ReadonlyMap<string, number>): Vector {
  const weights = weightsOf(sentence, frequency);
  const length = Math.hypot(...weights.values()) || 1;
  return new Map([...weights].map(([key, weight]) => [key, weight / length] as const));
}

/** Cosine of two sentences. */
export function similarity(a: Vector, b: Vector): number {
  let product = 0;
  for (const [key, weight] of a) product += weight * (b.get(key) ?? 0);
  return product;
}

/** What a whole report says of each of its sentences. */
export interface Context {
  readonly vectorOf: (sentence: Sentence) => Vector;
  /** Sum of all vectors. */
  readonly centre: Vector;
  /** Degree of the most central sentence. */
  readonly most: number;
  readonly critical: ReadonlyMap<number, number>;
  /** Stems of what the report is about. */
  readonly motive: ReadonlySet<string>;
}

export function contextOf(placed: readonly Placed[]): Context {
  const sentences = placed.map(({ sentence }) => sentence);
  const frequency = new Map<string, number>();
  for (const { tokens } of sentences)
    for (const key of new Set(tokens.map(({ stem }) => stem)))
      frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const vectors = sentences.map((sentence) => vectorOf(sentence, frequency));
  const centre = new Map<string, number>();
  for (const vector of vectors)
    for (const [key, weight] of vector) centre.set(key, (centre.get(key) ?? 0) + weight);
  const most = vectors.reduce((top, vector) => Math.max(top, similarity(vector, centre) - 1), 0);
  const motive = new Set<string>();
  for (const { sentence, heading } of placed)
    if (heading === 'motive')
      for (const token of sentence.tokens) if (isContentToken(token)) motive.add(token.stem);
  const indexes = new Map(placed.map(({ sentence, index }) => [sentence, index]));
  const critical = new Map<number, number>();
  for (const { sentence, kind } of criticalOf(sentences)) {
    const index = indexes.get(sentence) ?? 0;
    critical.set(index, Math.max(critical.get(index) ?? 0, CRITICAL[kind]));
  }
  return { vectorOf: (sentence) => vectorOf(sentence, frequency), centre, most, critical, motive };
}

/** How much a sentence is worth telling, any number. Centrality: degree of LexRank (Erkan 2004). */
export function salience(
  { sentence, title, heading, index }: Placed,
  vector: Vector,
  { critical, motive, centre, most }: Context,
): number {
  const { tokens, terms, quantities, stance } = sentence;
  const isDenied = ({ from }: Term): boolean =>
    stance.negated[tokens.findIndex((token) => token.from >= from)] === true;
  const known = terms.reduce((sum, term) => {
    const weight = Math.max(0, ...term.categories.map((name) => CATEGORY[name]));
    return sum + weight * (isDenied(term) ? WEIGHT.denied : 1);
  }, 0);
  const isIll = terms.some((term) => term.categories.includes('pathology') && !isDenied(term));
  const grave = tokens.filter(
    ({ key }, at) => GRAVE.test(key) && stance.negated[at] !== true,
  ).length;
  const measured = quantities.filter(({ unit }) => unit !== '').length;
  const drugs = terms.filter(({ isDrug }) => isDrug).length;
  const shared = new Set(tokens.map(({ stem }) => stem).filter((key) => motive.has(key))).size;
  const negated = tokens.filter(
    (token, at) => stance.negated[at] === true && isContentToken(token),
  ).length;
  const isAllNormal =
    negated * 2 >= tokens.filter(isContentToken).length ||
    tokens.some(({ key }) => NORMAL.test(key));
  const answers = tokens.some(({ stem }, at) => stance.negated[at] === true && motive.has(stem));
  return (
    WEIGHT.least +
    WEIGHT.terms * Math.sqrt(known) * 2 +
    (isIll ? WEIGHT.illness : 0) +
    WEIGHT.grave * Math.min(3, grave) +
    (grave === 0 && tokens.some(({ key }) => HARMLESS.test(key)) ? WEIGHT.harmless : 0) +
    WEIGHT.quantity * Math.min(3, measured) +
    (drugs > 0 && measured > 0 ? WEIGHT.dose : 0) +
    (abnormalResult(sentence) === undefined ? 0 : WEIGHT.abnormal) +
    (tokens.some(sideOf) ? WEIGHT.side : 0) +
    (stance.supposed.some((isSupposed, at) => isSupposed && stance.negated[at] !== true)
      ? WEIGHT.supposed
      : 0) +
    (isAllNormal ? (answers ? WEIGHT.answer : WEIGHT.normal) : 0) +
    (heading === 'motive' ? 0 : WEIGHT.motive * Math.min(4, shared)) +
    (title?.isAside === true ? WEIGHT.aside : 0) +
    (index === 0 ? WEIGHT.first : 0) +
    (critical.get(index) ?? 0) +
    (WEIGHT.centrality * Math.max(0, similarity(vector, centre) - 1)) / (most || 1)
  );
}
