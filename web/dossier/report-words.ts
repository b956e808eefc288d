import type { Usage } from '../../terminology/lexicon/usage';
import type { Dictation } from './dictation';

/** Medical words of one signed report, without the names of its patient; kept as long as its dictation is. */
export interface ReportWords {
  readonly format: 1;
  readonly dictationId: string;
  /** When the report was signed, in milliseconds since 1970. */
  readonly signedAt: number;
  /** Base forms, each once. */
  readonly words: readonly string[];
}

/** Reports that count, the last signed ones: what a practice writes changes. */
export const MOST_REPORTS = 1000;
export const MOST_WORDS = 600;

export interface SignedReport {
  readonly dictation: Dictation;
  readonly signedAt: number;
}

/** Dictations whose signed report counts, the last signed first. */
export function countedReports(dictations: readonly Dictation[]): readonly SignedReport[] {
  return dictations
    .filter(({ state, deletedAt }) => ['signed', 'filed'].includes(state.phase) && !deletedAt)
    .map((dictation) => ({
      dictation,
      signedAt: dictation.stages?.findLast(({ to }) => to === 'signed')?.at ?? 0,
    }))
    .sort((a, b) => b.signedAt - a.signedAt)
    .slice(0, MOST_REPORTS);
}

/** In how many reports each word stands. */
export function usageOf(reports: readonly ReportWords[]): Usage {
  const counts = new Map<string, number>();
  for (const { words } of reports)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { reports: reports.length, counts };
}
