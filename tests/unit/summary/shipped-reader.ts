import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Reader } from '../../../terminology/summary/reading';
import {
  summarise,
  type ExtractedSummary,
  type ReportText,
} from '../../../terminology/summary/summarise';
import { termFinder } from '../../../terminology/summary/term';
import { parseSamples, type SummarySample } from '../../bench/summary/planted-faults';
import { shippedLexicon } from '../lexicon/shipped';

let shipped: Promise<Reader> | undefined;

/** Reads by the shipped lexicon, opened once a test file. */
export const shippedReader = (): Promise<Reader> =>
  (shipped ??= shippedLexicon().then((lexicon) => new Reader(termFinder(lexicon))));

/** The whole summary at once. */
export function summaryOf(reader: Reader, report: ReportText): ExtractedSummary {
  const steps = summarise(reader, report);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

export const samples = (): readonly SummarySample[] =>
  parseSamples(readFileSync(join(import.meta.dirname, '../../samples/summaries.txt'), 'utf8'));
