import type { AuditAction, AuditEntry, AuditNote, AuditVerdict } from '../dossier/audit';
import type { Phase } from '../dossier/dictation';
import type { Person } from '../dossier/person';
import { chainBreaks, HEAD, hashOf, KEPT_MILLISECONDS, START } from './audit-chain';
import type { AuditRow } from './database';
import { SealedTable, type Opened } from './sealed-table';
import type { Witness } from './witness';

const PRUNED_AT_ONCE = 100;

/** Who did what, when, to which random identifier: only ever added to, each line bound to the one before. */
export class Audit {
  readonly #opened: Opened;
  readonly #person: Person;
  readonly #witness: Witness;
  readonly #sealed: SealedTable<AuditEntry, AuditRow>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(opened: Opened, person: Person, witness: Witness) {
    this.#opened = opened;
    this.#person = person;
    this.#witness = witness;
    this.#sealed = new SealedTable(opened, 'audit');
  }

  async all(): Promise<AuditEntry[]> {
    return this.#sealed.openAll(await this.#table.toArray());
  }

  /** One line; `subject` is the random identifier of what it was done to. */
  note(action: AuditAction, subject?: string): Promise<void> {
    return this.#add({ action, ...(subject !== undefined && { subject }) });
  }

  /** The same where nobody waits for it: work goes on where the audit cannot be written. */
  mention(action: AuditAction, subject: string, state?: Phase): void {
    this.#add({ action, subject, ...(state !== undefined && { state }) }).catch(() => undefined);
  }

  /** Wrong tries before this unlocking, with their own times. */
  async noteFailedTries(times: readonly number[]): Promise<void> {
    for (const happenedAt of times) await this.#add({ action: 'try-failed', happenedAt });
  }

  /** Whether the database was put back as it was some time ago; to be asked before anything is added. */
  async isOlderThanSeen(): Promise<boolean> {
    const first = (await this.#table.orderBy(':id').first())?.line;
    return this.#witness.isDeniedBy(first, async (line) => {
      const row = await this.#table.get(line);
      return row && this.#sealed.open(row);
    });
  }

  /** Says which lines were changed, removed or added from outside. */
  async check(): Promise<AuditVerdict> {
    const { ledger } = this.#opened;
    await ledger.load();
    const rows = await this.#table.toArray();
    return chainBreaks(await this.#sealed.openAll(rows), {
      stored: rows.length,
      lastLine: ledger.least(HEAD),
    });
  }

  /** Erases what is older than twelve months; a line that stays says up to where, and proves it. */
  async prune(now = Date.now()): Promise<void> {
    const upTo = await this.#lastBefore(now - KEPT_MILLISECONDS);
    if (!upTo) return;
    const pruned = { line: upTo.line, hash: await hashOf(upTo) };
    await this.#add({ action: 'audit-pruned', pruned });
    await this.#table.where(':id').belowOrEqual(upTo.line).delete();
  }

  /** One line of JSON an entry, in order. */
  async jsonLines(): Promise<string> {
    return (await this.all()).map((entry) => `${JSON.stringify(entry)}\n`).join('');
  }

  get #table() {
    return this.#opened.database.audit;
  }

  #add(note: AuditNote): Promise<void> {
    const { writing } = this.#opened;
    const job = this.#last.then(() => this.#append(note));
    const forget = () => writing.delete(job);
    writing.add(job);
    job.then(forget, forget);
    this.#last = job.catch(() => undefined);
    return job;
  }

  /** Another tab may write the same line first: then behind it. */
  async #append(note: AuditNote): Promise<void> {
    for (let isDone = false; !isDone;) {
      const row = await this.#table.orderBy(':id').last();
      const before = row && (await this.#sealed.open(row));
      isDone = await this.#write({
        format: 1,
        line: (row?.line ?? this.#opened.ledger.least(HEAD)) + 1,
        at: Date.now(),
        who: this.#person.id,
        role: this.#person.role,
        ...note,
        previous: before ? await hashOf(before) : START,
      });
    }
  }

  /** With the number of the last line in the ledger: lines cut off the end are missed. */
  async #write(entry: AuditEntry): Promise<boolean> {
    const { database, ledger } = this.#opened;
    const [row, prepared] = await Promise.all([
      this.#sealed.seal([entry.line], 0, entry),
      ledger.prepare([{ ...HEAD, revision: entry.line }]),
    ]);
    const isDone = await database.transaction('rw', this.#table, database.ledger, async () => {
      const isTaken = (await this.#table.get(entry.line)) !== undefined;
      if (isTaken || !(await prepared.write())) return false;
      await this.#table.add(row);
      return true;
    });
    if (isDone) prepared.settle();
    if (isDone) await this.#witness.keep(entry);
    return isDone;
  }

  /** The last line from before a moment; only old lines are opened. */
  async #lastBefore(moment: number): Promise<AuditEntry | undefined> {
    let found: AuditEntry | undefined;
    for (;;) {
      const after = found?.line ?? 0;
      const rows = await this.#table.where(':id').above(after).limit(PRUNED_AT_ONCE).toArray();
      const entries = await this.#sealed.openAll(rows);
      const old = entries.filter(({ at }) => at < moment);
      found = old.at(-1) ?? found;
      if (old.length < PRUNED_AT_ONCE) return found;
    }
  }
}
