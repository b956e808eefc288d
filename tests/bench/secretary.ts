/**
 * Seconds of a scripted secretary on real drafts: led from alert to alert, and listening to the whole.
 * Run: npx tsx tests/bench/secretary.ts <folder of drafts> [--list] (needs the material of `../shared`, or of PLUME_SHARED).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Segment } from '../../terminology/word';
import { parseDictations, sharedFolder } from './dictations';
import { recordFigures } from './figures';
import { safetyGroups } from './safety-words';
import { openReview, type Stop } from './secretary/draft';
import { errorsOf, plainWords, type DraftError } from './secretary/errors';
import { guided, listening, type Work } from './secretary/ways';

/** How far one is led: alerts alone, then words no list has, then what was heard badly. */
const WAYS = {
  alerts: ['finding'],
  'alerts and unknown words': ['finding', 'unknown'],
  'alerts, unknown words and what was heard badly': ['finding', 'unknown', 'doubtful'],
} as const satisfies Record<string, readonly Stop['kind'][]>;
const LISTENING = 'listening to the whole';

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

interface KeptDraft {
  readonly id: string;
  readonly segments?: readonly Segment[];
}

async function main(folder: string): Promise<void> {
  const dictations = parseDictations(
    readFileSync(join(sharedFolder(), 'speech/dictations.txt'), 'utf8'),
  );
  const { review, isDrug } = await openReview();
  const isCritical = criticalTest(isDrug);
  const tallies = new Map<string, Tally>();
  const add = (name: string, { seconds, left }: Work): void => {
    const before = tallies.get(name) ?? { seconds: 0, left: 0, criticalLeft: 0 };
    tallies.set(name, {
      seconds: before.seconds + seconds,
      left: before.left + left.length,
      criticalLeft: before.criticalLeft + left.filter(isCritical).length,
    });
  };
  let words = 0;
  let errors = 0;
  let critical = 0;
  for (const file of readdirSync(folder).sort()) {
    const { id, segments } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as KeptDraft;
    const dictation = dictations.find((known) => known.id === id);
    if (!dictation || !segments) continue;
    const draft = review(segments);
    const wanted = plainWords(dictation.written);
    const wrong = errorsOf(draft.words, wanted);
    for (const [name, kinds] of Object.entries(WAYS)) {
      const work = guided(draft, wrong, kinds);
      add(name, work);
      if (isListed && kinds.length === 3) show(file, work, isCritical);
    }
    add(LISTENING, listening(draft, wrong));
    words += wanted.length;
    errors += wrong.length;
    critical += wrong.filter(isCritical).length;
  }
  report(tallies, { words, errors, critical });
}

function report(
  tallies: ReadonlyMap<string, Tally>,
  drafts: { readonly words: number; readonly errors: number; readonly critical: number },
): void {
  const whole = tallies.get(LISTENING)?.seconds ?? Number.NaN;
  const figures: Record<string, number> = {
    'words of the drafts': drafts.words,
    'their errors': drafts.errors,
    'their critical errors': drafts.critical,
  };
  for (const [name, { seconds, left, criticalLeft }] of tallies) {
    figures[`${name}: seconds per 100 words`] = Number(((100 * seconds) / drafts.words).toFixed(1));
    if (name === LISTENING) continue;
    figures[`${name}: of the time of listening`] = Number((seconds / whole).toFixed(2));
    figures[`${name}: errors left`] = left;
    figures[`${name}: critical errors left`] = criticalLeft;
  }
  console.table(figures);
  recordFigures('secretary', figures);
}

const [folder = '.cache/drafts'] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
if (existsSync(sharedFolder())) await main(folder);
else console.log(`skipped: the shared material is not at ${sharedFolder()}`);
