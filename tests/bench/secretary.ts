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
import { openReview, type ReviewedDraft } from './secretary/draft';
import { errorsOf, plainWords, type DraftError } from './secretary/errors';
import { guided, listening, type Work } from './secretary/ways';

interface Tally {
  words: number;
  errors: number;
  critical: number;
  guided: number;
  listening: number;
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
  if (!isListed) return;
  for (const error of left) {
    const [before, after] = [error.written.map(({ text }) => text), error.wanted].map((side) =>
      side.join(' '),
    );
    console.log(`  ${id}${isCritical(error) ? ' CRITICAL' : ''}: « ${before} » for « ${after} »`);
  }
}

async function main(folder: string): Promise<void> {
  const dictations = parseDictations(
    readFileSync(join(sharedFolder(), 'speech/dictations.txt'), 'utf8'),
  );
  const { review, isDrug } = await openReview();
  const isCritical = criticalTest(isDrug);
  const sum: Tally = {
    words: 0,
    errors: 0,
    critical: 0,
    guided: 0,
    listening: 0,
    left: 0,
    criticalLeft: 0,
  };
  for (const file of readdirSync(folder).sort()) {
    const { id, segments } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      readonly id: string;
      readonly segments?: readonly Segment[];
    };
    const dictation = dictations.find((known) => known.id === id);
    if (!dictation || !segments) continue;
    const draft: ReviewedDraft = review(segments);
    const wanted = plainWords(dictation.written);
    const errors = errorsOf(draft.words, wanted);
    const led = guided(draft, errors);
    const plain = listening(draft, errors);
    show(file, led, isCritical);
    sum.words += wanted.length;
    sum.errors += errors.length;
    sum.critical += errors.filter(isCritical).length;
    sum.guided += led.seconds;
    sum.listening += plain.seconds;
    sum.left += led.left.length;
    sum.criticalLeft += led.left.filter(isCritical).length;
    console.log(
      `${file}: ${wanted.length} words, ${errors.length} errors, ${draft.stops.length} stops, guided ${led.seconds.toFixed(0)} s, listening ${plain.seconds.toFixed(0)} s, left ${led.left.length} (${led.left.filter(isCritical).length} critical)`,
    );
  }
  report(sum);
}

function report(sum: Tally): void {
  const per100 = (value: number): number => Number(((100 * value) / sum.words).toFixed(1));
  const figures = {
    'guided pass: seconds per 100 words': per100(sum.guided),
    'listening to the whole: seconds per 100 words': per100(sum.listening),
    'guided pass, of the time of listening': Number((sum.guided / sum.listening).toFixed(2)),
    'errors of the drafts per 100 words': per100(sum.errors),
    'critical errors of the drafts': sum.critical,
    'guided pass: errors left': sum.left,
    'guided pass: critical errors left': sum.criticalLeft,
  };
  console.table(figures);
  recordFigures('secretary', figures);
}

const [folder = '.cache/drafts'] = process.argv.slice(2).filter((one) => !one.startsWith('--'));
if (existsSync(sharedFolder())) await main(folder);
else console.log(`skipped: the shared material is not at ${sharedFolder()}`);
