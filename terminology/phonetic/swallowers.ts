import { groupedBy } from '../grouped-by';
import type { Candidate } from './candidates';
import type { HeardToken } from './heard-tokens';

/** A little word that is not heard in the entry costs no more than that. */
const AS_NEAR = 0.15;

/**
 * Leaves out what takes a little word with it for nothing: "dispnée et" for "dyspnée" where "dispnée" alone is as near. The same
 * entry for the shorter span stays.
 */
export function withoutSwallowers(
  found: readonly (readonly Candidate[])[],
  tokens: readonly HeardToken[],
): Candidate[][] {
  const byEntry = groupedBy(found.flat(), ({ entry }) => entry.form);
  const isSwallower = ({ span, entry, distance }: Candidate): boolean =>
    (byEntry.get(entry.form) ?? []).some(
      (other) =>
        other.span.to - other.span.from < span.to - span.from &&
        span.from <= other.span.from &&
        other.span.to <= span.to &&
        other.distance <= distance + AS_NEAR &&
        [
          ...tokens.slice(span.from, other.span.from),
          ...tokens.slice(other.span.to, span.to),
        ].every(({ role }) => role === 'little'),
    );
  return found.map((candidates) => candidates.filter((candidate) => !isSwallower(candidate)));
}
