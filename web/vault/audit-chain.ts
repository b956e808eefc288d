import type { AuditEntry, AuditVerdict } from '../dossier/audit';

/** CNIL: six to twelve months. */
export const KEPT_MILLISECONDS = 365 * 24 * 3600 * 1000;

/** What the very first line follows. */
export const START = '0'.repeat(64);

/** Where the ledger keeps the number of the last line. */
export const HEAD = { table: 'audit', key: ['last'] } as const;

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a line as it is exported. */
export async function hashOf(entry: AuditEntry): Promise<string> {
  return hex(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(entry))),
  );
}

/** The first line follows nothing, or a line whose removal a later one tells. */
function beginsRightly(entries: readonly AuditEntry[]): boolean {
  const [first] = entries;
  if (!first || (first.line === 1 && first.previous === START)) return true;
  return entries.some(
    ({ pruned }) => pruned?.line === first.line - 1 && pruned.hash === first.previous,
  );
}

/** What is known of the lines beside what they say themselves. */
interface Known {
  /** Rows there are, those that do not open included. */
  readonly stored: number;
  /** Number of the last line that was written. */
  readonly lastLine: number;
}

/** Where the chain does not hold. */
export async function chainBreaks(
  entries: readonly AuditEntry[],
  { stored, lastLine }: Known,
): Promise<AuditVerdict> {
  const broken: number[] = [];
  if (!beginsRightly(entries)) broken.push(entries[0]?.line ?? 0);
  const hashes = await Promise.all(entries.map(hashOf));
  entries.forEach(({ line, previous }, at) => {
    const before = entries[at - 1];
    if (before && (line !== before.line + 1 || previous !== hashes[at - 1])) broken.push(line);
  });
  const last = entries.at(-1)?.line ?? 0;
  if (last < lastLine) broken.push(last + 1);
  return { isWhole: broken.length === 0 && stored === entries.length, broken };
}
