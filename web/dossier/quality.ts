import { groupedBy } from '../../terminology/grouped-by';
import { fold } from '../../terminology/lexicon/fold';
import { comparedWords, type Stretch } from './comparison';

/** What a difference between the draft and the signed report is about, worst first. */
export const ERROR_CLASSES = ['number', 'side', 'negation', 'term', 'omission', 'form'] as const;
export type ErrorClass = (typeof ERROR_CLASSES)[number];

/**
 * Points of an error in three grades, as AHDI sorts errors: critical 3, major 1, minor 0.25. Which class has which
 * grade is our choice: a number, a side or a negation can harm as it stands; a term or words left out change the sense.
 */
const WEIGHTS: Readonly<Record<ErrorClass, number>> = {
  number: 3,
  side: 3,
  negation: 3,
  term: 1,
  omission: 1,
  form: 0.25,
};

export type ErrorCounts = Readonly<Record<ErrorClass, number>>;

export interface Quality {
  /** Of the signed report. */
  readonly words: number;
  readonly counts: ErrorCounts;
}

const NUMBER = /\d/u;
const SIDE = /^(?:gauches?|droite?s?|bilatera(?:l|le|les|ux)|gd|dte?|gche)$/;
const NEGATION =
  /^(?:pas|non|ne|n|ni|sans|aucune?|absence|absente?s?|jamais|negati(?:f|fs|ve|ves)|nulle?s?)$/;
/** Words that say nothing alone: another one of them is a matter of form. */
const SMALL = new Set(
  'le la les l un une des du de d au aux a et ou en dans sur par pour avec ce cet cette ces son sa ses qui que qu se s il elle on y est'.split(
    ' ',
  ),
);

const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .split(/[^\p{L}\p{N},./]+/u)
    .map((word) => word.replace(/^[,./]+|[,./]+$/g, ''))
    .filter((word) => word !== '');

/** Words of the one that the other lacks, each as often as it is lacking. */
function lacking(ones: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return ones.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

const tells = (word: string): boolean => !SMALL.has(word) && word.length > 1;

/** A change of words, `undefined` where there is none; the worst thing that it touches names it. */
export function classOf(removed: string, added: string): ErrorClass | undefined {
  if (removed.trim() === added.trim()) return undefined;
  const [before, after] = [wordsOf(removed), wordsOf(added)];
  const gone = lacking(before, after);
  const come = lacking(after, before);
  const changed = [...gone, ...come];
  if (changed.some((word) => NUMBER.test(word))) return 'number';
  if (changed.some((word) => SIDE.test(word))) return 'side';
  if (changed.some((word) => NEGATION.test(word))) return 'negation';
  if (!changed.some(tells)) return 'form';
  return gone.some(tells) ? 'term' : 'omission';
}

interface Change {
  readonly removed: string;
  readonly added: string;
}

/** Changes that no word parts are one: "deux cents" for "200" is one error, and so is a whole passage left out. */
function changesOf(stretches: readonly Stretch[]): readonly Change[] {
  const changes: Change[] = [];
  let isOpen = false;
  for (const { kind, text } of stretches) {
    const last = isOpen ? changes.pop() : undefined;
    isOpen = kind !== 'same';
    const { removed, added } = last ?? { removed: '', added: '' };
    if (kind === 'removed') changes.push({ removed: `${removed} ${text}`, added });
    else if (kind === 'added') changes.push({ removed, added: `${added} ${text}` });
    else if (last) changes.push(last);
  }
  return changes;
}

const NO_ERRORS: ErrorCounts = { number: 0, side: 0, negation: 0, term: 0, omission: 0, form: 0 };

/** What people had to change between what the machine wrote and what was signed; plain texts. */
export function quality(draft: string, signed: string): Quality {
  const counts: Record<ErrorClass, number> = { ...NO_ERRORS };
  for (const { removed, added } of changesOf(comparedWords(draft, signed))) {
    const found = classOf(removed, added);
    if (found) counts[found] += 1;
  }
  return { words: wordsOf(signed).length, counts };
}

const sumOf = (counts: ErrorCounts, weigh: (one: ErrorClass) => number): number =>
  ERROR_CLASSES.reduce((sum, one) => sum + counts[one] * weigh(one), 0);

/** Work on one dictation, while its report was in front and somebody did something. */
export interface WorkTime {
  readonly format: 1;
  readonly dictationId: string;
  readonly seconds: number;
  readonly keystrokes: number;
}

/** One signed report. Who dictated, corrected or signed is no part of it: this measures the machine, nobody else. */
export interface Measured {
  /** When it was signed; milliseconds since 1970. */
  readonly at: number;
  /** Empty where none was chosen. */
  readonly documentType: string;
  readonly quality: Quality;
  readonly soundSeconds: number;
  readonly work?: Pick<WorkTime, 'seconds' | 'keystrokes'>;
}

/** Figures of some reports together; undefined where there is nothing to divide by. */
export interface Summed {
  readonly reports: number;
  readonly words: number;
  /** By class, each per 100 words. */
  readonly per100: ErrorCounts;
  /** Weighted points per 100 words. */
  readonly points: number;
  /** Of the reports whose work was measured. */
  readonly minutesPerMinute: number | undefined;
  readonly keysPer100: number | undefined;
}

/** Words and sounds are summed before they are divided, so that a long report weighs more than a short one. */
export function summed(measured: readonly Measured[]): Summed {
  const total = (of: (one: Measured) => number, over = measured): number =>
    over.reduce((sum, one) => sum + of(one), 0);
  const words = total((one) => one.quality.words);
  const rate = (count: number): number => (words === 0 ? 0 : (100 * count) / words);
  const timed = measured.filter(({ work }) => work !== undefined);
  const sound = total(({ soundSeconds }) => soundSeconds, timed);
  const timedWords = total((one) => one.quality.words, timed);
  const per100 = Object.fromEntries(
    ERROR_CLASSES.map((one) => [one, rate(total(({ quality: { counts } }) => counts[one]))]),
  ) as unknown as ErrorCounts;
  return {
    reports: measured.length,
    words,
    per100,
    points: sumOf(per100, (one) => WEIGHTS[one]),
    minutesPerMinute:
      sound === 0 ? undefined : total(({ work }) => work?.seconds ?? 0, timed) / sound,
    keysPer100:
      timedWords === 0
        ? undefined
        : (100 * total(({ work }) => work?.keystrokes ?? 0, timed)) / timedWords,
  };
}

/** Reports in groups by a key, in order of the keys, each group with its figures. */
export function grouped(
  measured: readonly Measured[],
  keyOf: (one: Measured) => string,
): readonly { readonly key: string; readonly figures: Summed }[] {
  return [...groupedBy(measured, keyOf)]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([key, group]) => ({ key, figures: summed(group) }));
}

/** Monday of the week of a moment, where one is: "2026-11-16". */
export function weekOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  date.setDate(date.getDate() - ((date.getDay() + 6) % 7));
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return [date.getFullYear(), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())].join('-');
}
