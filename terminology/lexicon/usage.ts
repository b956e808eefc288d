import { lower } from './fold';

/** In how many of the signed reports of a practice each medical word or term stands. */
export interface Usage {
  readonly reports: number;
  /** By base form of a word, or by term, as `lower`. */
  readonly counts: ReadonlyMap<string, number>;
}

export const NO_USAGE: Usage = { reports: 0, counts: new Map() };

/** Medical frequency of what stands in every report. */
const EVERYWHERE = 5.3;
/** The shipped frequency weighs as much as that many reports. */
const SHIPPED_REPORTS = 100;

/** Medical frequency of a base form or a term by the shipped lists and by the reports; what a practice does not write is as likely as before. */
export function frequencyIn({ reports, counts }: Usage, form: string, shipped: number): number {
  const count = reports === 0 ? undefined : counts.get(lower(form));
  if (count === undefined) return shipped;
  const before = SHIPPED_REPORTS * 10 ** (shipped - EVERYWHERE);
  const share = (count + before) / (reports + SHIPPED_REPORTS);
  return Math.max(shipped, EVERYWHERE + Math.log10(share));
}
