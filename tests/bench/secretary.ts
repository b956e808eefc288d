/**
 * Seconds of a scripted secretary on real drafts: led from alert to alert, listening to what matters, and to the whole.
 * Run: npx tsx tests/bench/secretary.ts <folder of drafts> [--list] (needs the material of `../shared`, or of PLUME_SHARED).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDictations, sharedFolder } from './dictations';
import { recordFigures } from './figures';
import { safetyGroups } from './safety-words';
import type { Doubts } from '../../web/editor/to-hear';
import {
  openReview,
  reviewed,
  type KeptDraft,
  type OpenedDraft,
  type ReviewedDraft,
  type Stop,
} from './secretary/draft';
import { errorsOf, plainWords, type DraftError } from './secretary/errors';
import { condensed, guided, listening, type Work } from './secretary/ways';

/** How far one is led: alerts alone, then words no list has, then what was heard badly. */
const WAYS = {
  alerts: ['finding'],
  'alerts and unknown words': ['finding', 'unknown'],
  'alerts, unknown words and what was heard badly': ['finding', 'unknown', 'doubtful'],
} as const satisfies Record<string, readonly Stop['kind'][]>;
const LISTENING = 'listening to the whole';
const CONDENSED = 'condensed listening, then the alerts that say more';

interface Tally {
  seconds: number;
  left: number;
  criticalLeft: number;
}

const IDENTITY = /^(monsieur|madame|mademoiselle|m|mme|untel|untelle|ne|nee|ans?|il|elle)$/;

const folded = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Classes 1 to 5 of the product: identity, drug, dose or number or unit, side, negation and polarity. */
function criticalTest(isDrug: (word: string) => boolean): (error: DraftError) => boolean {
  return ({ written, wanted }) => {
    const sides = [written.map(({ text }) => text), wanted];
    const isOne = (word: string): boolean =>
      IDENTITY.test(folded(word)) || /\d|%/.test(word) || isDrug(word);
    const [before = '', after = ''] = sides.map((side) => side.map(folded).join(' '));
    return (
      sides.some((side) => side.some(isOne) || safetyGroups(side.map(folded)).length > 0) ||
      isTurned(before, after)
    );
  };
}

/** "hypertension" for "hypotension". */
const isTurned = (before: string, after: string): boolean =>
  [
    ['hypo', 'hyper'],
    ['inter', 'intra'],
  ].some(
    ([one = '', other = '']) =>
      (before.startsWith(one) && after.startsWith(other)) ||
      (before.startsWith(other) && after.startsWith(one)),
  );

const isListed = process.argv.includes('--list');

function show(id: string, { left }: Work, isCritical: (error: DraftError) => boolean): void {
  for (const error of left) {
    const [before, after] = [error.written.map(({ text }) => text), error.wanted].map((side) =>
      side.join(' '),
    );
    console.log(`  ${id}${isCritical(error) ? ' CRITICAL' : ''}: « ${before} » for « ${after} »`);
  }
}

/** Ways of working, by name; the same draft may be led through with other doubts. */
type Way = (draft: ReviewedDraft, errors: readonly DraftError[]) => Work;

/** What is played of the doubtful besides what is at stake: short words, long words heard less surely than this. */
const CURVE: readonly Doubts[] = [
  { short: 0, long: 0 },
  { short: 0.65, long: 0 },
  { short: 0.65, long: 0.5 },
  { short: 0.8, long: 0.5 },
  { short: 0.8, long: 0.65 },
  { short: 0.9, long: 0.8 },
];

/** The doubts were chosen on these dictations; the figures of the others took no part in it. */
const CHOSEN_ON = /^(?:cardio|endo|neuro|pneumo)-/;

/** One dictation said by one voice, as it came out of the machine. */
interface Case {
  readonly file: string;
  readonly draft: OpenedDraft;
  readonly errors: readonly DraftError[];
  /** Of what was dictated. */
  readonly words: number;
}

function casesOf(folder: string, open: (kept: KeptDraft) => OpenedDraft): Case[] {
  const dictations = parseDictations(
    readFileSync(join(sharedFolder(), 'speech/dictations.txt'), 'utf8'),
  );
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const kept = JSON.parse(readFileSync(join(folder, file), 'utf8')) as KeptDraft;
      const dictation = dictations.find(({ id }) => id === kept.id);
      if (!dictation || !kept.segments) return [];
      const draft = open(kept);
      const wanted = plainWords(dictation.written);
      return [{ file, draft, errors: errorsOf(draft.words, wanted), words: wanted.length }];
    });
}

interface Pass {
  readonly way: Way;
  readonly doubts?: Doubts;
  readonly isShown?: boolean;
}

/** Works through drafts in one way. */
function tally(
  cases: readonly Case[],
  isCritical: (error: DraftError) => boolean,
  { way, doubts, isShown = false }: Pass,
): Tally {
  const sum = { seconds: 0, left: 0, criticalLeft: 0 };
  for (const { file, draft, errors } of cases) {
    const work = way(reviewed(draft, doubts), errors);
    if (isShown) show(file, work, isCritical);
    sum.seconds += work.seconds;
    sum.left += work.left.length;
    sum.criticalLeft += work.left.filter(isCritical).length;
  }
  return sum;
}

const nothing: Way = (_, errors) => ({ seconds: 0, left: errors });

async function main(folder: string): Promise<void> {
  const { open, isDrug } = await openReview();
  const cases = casesOf(folder, open);
  const isCritical = criticalTest(isDrug);
  const through = (some: readonly Case[], pass: Pass): Tally => tally(some, isCritical, pass);
  const isChosenOn = ({ file }: Case): boolean => CHOSEN_ON.test(file);
  const held = cases.filter((one) => !isChosenOn(one));
  const words = cases.reduce((sum, one) => sum + one.words, 0);
  const errors = through(cases, { way: nothing });
  const whole = through(cases, { way: listening });
  const figures: Record<string, number> = {
    'words of the drafts': words,
    'their errors': errors.left,
    'their critical errors': errors.criticalLeft,
    [`${LISTENING}: seconds per 100 words`]: rounded((100 * whole.seconds) / words, 1),
  };
  const note = (name: string, { seconds, left, criticalLeft }: Tally, all: Tally): void => {
    figures[`${name}: of the time of listening`] = rounded(seconds / all.seconds, 2);
    figures[`${name}: errors left`] = left;
    figures[`${name}: critical errors left`] = criticalLeft;
  };
  for (const [name, kinds] of Object.entries(WAYS))
    note(name, through(cases, { way: (...draft) => guided(...draft, kinds) }), whole);
  note(CONDENSED, through(cases, { way: condensed, isShown: isListed }), whole);
  figures[`${CONDENSED}: share of the sound played`] = rounded(sharePlayed(cases), 2);
  for (const [half, some] of [
    ['chosen on', cases.filter(isChosenOn)],
    ['held out', held],
  ] as const) {
    const of = through(some, { way: nothing }).criticalLeft;
    figures[`${CONDENSED}, ${half}: critical errors`] = of;
    note(
      `${CONDENSED}, ${half}`,
      through(some, { way: condensed }),
      through(some, { way: listening }),
    );
  }
  for (const doubts of CURVE)
    note(
      `${CONDENSED}, doubts ${doubts.short} and ${doubts.long}`,
      through(cases, { way: condensed, doubts }),
      whole,
    );
  console.table(figures);
  recordFigures('secretary', figures);
}

function sharePlayed(cases: readonly Case[]): number {
  let [played, all] = [0, 0];
  for (const { draft } of cases) {
    const { list, soundSeconds } = reviewed(draft);
    played += list.reduce((sum, { start, end }) => sum + end - start, 0);
    all += soundSeconds;
  }
  return played / all;
}

const rounded = (figure: number, digits: number): number => Number(figure.toFixed(digits));

const [folder = '.cache/drafts'] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
if (existsSync(sharedFolder())) await main(folder);
else console.log(`skipped: the shared material is not at ${sharedFolder()}`);
