import type { Sentence } from '../reading';
import { changeFaults } from './drug-changes';
import { missingFrom, type Missing } from './critical';
import type { Unsupported } from './fault';
import { quantityFaults } from './quantities';
import { ReportIndex } from './report-index';
import { sideFaults } from './sides';
import { stanceFaults } from './stances';
import { termFaults } from './terms';

export interface Conservation {
  /** What the summary says and the report does not, in the order of the summary. */
  readonly unsupported: readonly Unsupported[];
  /** What the report says that a summary may not leave out, worst first. */
  readonly missing: readonly Missing[];
}

/** What one line says that the report does not. */
export function unsupportedIn(report: ReportIndex, line: readonly Sentence[]): Unsupported[] {
  const faults = line.flatMap((sentence) => [
    ...termFaults(report, sentence),
    ...quantityFaults(report, sentence),
    ...sideFaults(report, sentence),
    ...stanceFaults(report, sentence),
    ...changeFaults(report, sentence),
  ]);
  return faults.sort(
    (a, b) => a.inSummary.paragraph - b.inSummary.paragraph || a.inSummary.from - b.inSummary.from,
  );
}

/** Whether a summary, whoever wrote it, keeps to the report; one paragraph a line. Both as read by one `Reader`. */
export function conserve(report: readonly Sentence[], summary: readonly Sentence[]): Conservation {
  return {
    unsupported: unsupportedIn(new ReportIndex(report), summary),
    missing: missingFrom(report, summary),
  };
}
