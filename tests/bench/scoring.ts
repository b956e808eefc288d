import { align, editDistance, type AlignedPair, type AlignmentOptions } from './alignment';
import { foldAsSaid, normalisedWords } from './normalised-words';
import { safetyGroups, WORD_CLASSES, type Group, type WordClass } from './safety-words';

/** Edits over the length of the reference, in words or in characters. */
export interface ErrorCount {
  readonly errors: number;
  readonly length: number;
}

export interface WordErrors extends ErrorCount {
  readonly substitutions: number;
  readonly deletions: number;
  readonly insertions: number;
}

/** `wanted` in the reference, `wrong` among them, `added` where the reference has none. */
export interface ClassErrors {
  readonly wanted: number;
  readonly wrong: number;
  readonly added: number;
}

export interface TermErrors {
  readonly wanted: number;
  readonly missed: readonly string[];
  /** Terms of the whole vocabulary that the hypothesis has and the reference has not. */
  readonly falseAlarms: readonly string[];
}

export type ErrorsByClass = Readonly<Record<WordClass, ClassErrors>>;

/** Share of the reference that is wrong, 0 for an empty reference. */
export const rate = ({ errors, length }: ErrorCount): number =>
  length === 0 ? 0 : errors / length;

/** Word errors after normalisation (see `normalisedWords`). */
export function scoreWords(
  reference: string,
  hypothesis: string,
  options: AlignmentOptions = {},
): WordErrors {
  const words = normalisedWords(reference);
  const pairs = align(words, normalisedWords(hypothesis), options);
  const count = (kind: AlignedPair['kind']): number =>
    pairs.filter((pair) => pair.kind === kind).length;
  const substitutions = count('substituted');
  const deletions = count('deleted');
  const insertions = count('inserted');
  const errors = substitutions + deletions + insertions;
  return { errors, length: words.length, substitutions, deletions, insertions };
}

/** Character errors over the normalised words joined by one space. */
export function scoreCharacters(
  reference: string,
  hypothesis: string,
  options: AlignmentOptions = {},
): ErrorCount {
  const characters = [...normalisedWords(reference).join(' ')];
  const heard = [...normalisedWords(hypothesis).join(' ')];
  return { errors: editDistance(characters, heard, options), length: characters.length };
}

const withoutPlural = (folded: string): string => ` ${folded.replace(/s\b/g, '')} `;

const contains = (text: string, term: string): boolean =>
  text.includes(withoutPlural(foldAsSaid(term)));

/**
 * Medical terms looked for in the hypothesis, plural or not, each counted once however often it is said.
 * @param vocabulary terms that could be written by mistake: the lists of all texts of the benchmark, for instance.
 */
export function scoreTerms(
  reference: string,
  hypothesis: string,
  { terms, vocabulary = [] }: { terms: readonly string[]; vocabulary?: readonly string[] },
): TermErrors {
  const said = withoutPlural(foldAsSaid(reference));
  const heard = withoutPlural(foldAsSaid(hypothesis));
  return {
    wanted: terms.length,
    missed: terms.filter((term) => !contains(heard, term)),
    falseAlarms: [...new Set(vocabulary)].filter(
      (term) => contains(heard, term) && !contains(said, term) && !terms.includes(term),
    ),
  };
}

/**
 * Errors on the words that may harm a patient, each class as its own rate. A number counts once however many words
 * it is said in, and is wrong if one of them is wrong or if a number word was added to it.
 */
export function scoreClasses(
  reference: string,
  hypothesis: string,
  options: AlignmentOptions = {},
): ErrorsByClass {
  const words = normalisedWords(reference);
  const heard = normalisedWords(hypothesis);
  const partners = partnersOf(align(words, heard, options));
  const wanted = safetyGroups(words);
  const found = safetyGroups(heard);
  const groupAt = (index: number | undefined, groups: readonly Group[]): Group | undefined =>
    index === undefined
      ? undefined
      : groups.find(({ start, end }) => start <= index && index < end);
  const isRight = (group: Group): boolean => {
    const indexes = range(group).map((index) => partners.ofReference.get(index));
    const heardGroup = groupAt(indexes[0], found);
    return (
      indexes.every((at, i) => at !== undefined && heard[at] === words[group.start + i]) &&
      heardGroup !== undefined &&
      range(heardGroup).every((index) => indexes.includes(index))
    );
  };
  const isAdded = (group: Group): boolean =>
    range(group).some((index) => !partners.free.has(index)) &&
    !range(group).some(
      (index) => groupAt(partners.ofHypothesis.get(index), wanted)?.kind === group.kind,
    );
  const of = (kind: WordClass): ClassErrors => {
    const groups = wanted.filter((group) => group.kind === kind);
    return {
      wanted: groups.length,
      wrong: groups.filter((group) => !isRight(group)).length,
      added: found.filter((group) => group.kind === kind && isAdded(group)).length,
    };
  };
  return Object.fromEntries(WORD_CLASSES.map((kind) => [kind, of(kind)])) as ErrorsByClass;
}

const range = ({ start, end }: Group): number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);

function partnersOf(pairs: readonly AlignedPair[]): {
  readonly ofReference: ReadonlyMap<number, number>;
  readonly ofHypothesis: ReadonlyMap<number, number>;
  readonly free: ReadonlySet<number>;
} {
  const together = pairs.filter((pair) => 'reference' in pair && 'hypothesis' in pair);
  return {
    ofReference: new Map(together.map((pair) => [pair.reference, pair.hypothesis])),
    ofHypothesis: new Map(together.map((pair) => [pair.hypothesis, pair.reference])),
    free: new Set(pairs.flatMap((pair) => (pair.kind === 'free' ? [pair.hypothesis] : []))),
  };
}
