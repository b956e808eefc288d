import { occurrencesIn, type MemoryRule } from '../../terminology/memory/apply';
import { heardKey, type Lesson, type PersonEdit } from '../../terminology/memory/lessons';
import type { Pair, PairFault } from '../../terminology/memory/pair';
import type { Piece } from '../../terminology/spoken';
import {
  exported,
  isAsleep,
  pairsOfFile,
  proposalsIn,
  recordId,
  rulesFor,
  type CorrectionRecord,
  type KeptRule,
  type Proposal,
} from '../dossier/corrections';
import type { Dictation } from '../dossier/dictation';
import { newIdentifier } from '../dossier/identifier';
import type { Messages } from '../ui/messages.svelte';
import type { Vault } from '../vault/vault';
import { correctionWords as words, pairFaults } from '../words/corrections';

export interface MemorySources {
  readonly vault: Vault;
  readonly messages: Messages;
  /** @param patientId whom the dictation is about. */
  readonly lessons: (
    edits: readonly PersonEdit[],
    patientId: string | undefined,
  ) => Promise<Lesson[]>;
  readonly pairFaults: (pairs: readonly Pair[]) => Promise<(PairFault | undefined)[]>;
  /** Opens the screen where proposals are decided. */
  readonly show: () => void;
}

/** A place of an old draft that a rule would have changed. */
export interface TriedPlace {
  readonly dictation: Dictation;
  readonly before: string;
  readonly heard: string;
  readonly after: string;
  /** A person corrected it there as the rule would. */
  readonly wasCorrected: boolean;
}

const CONTEXT_WORDS = 5;
const DAY_MILLISECONDS = 24 * 3600 * 1000;

function newRule({ heard, written }: Pair, authorId: string): KeptRule {
  const [id, since] = [newIdentifier(), Date.now()];
  return { format: 1, kind: 'rule', id, heard, written, authorId, since, usedAt: since };
}

/** Pairs heard → written that the practice has learnt from real corrections. */
export class CorrectionMemory {
  readonly #sources: MemorySources;
  #offered: readonly string[] = [];
  #all = $state.raw<readonly CorrectionRecord[]>([]);
  #isOpen = $state.raw(false);

  constructor(sources: MemorySources) {
    this.#sources = sources;
  }

  /** Follows what is kept, from any tab, until the returned function is called. */
  open(): () => void {
    return this.#records.watch((all) => {
      this.#all = all;
      this.#isOpen = true;
    });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  readonly proposals = $derived.by(() => proposalsIn(this.#all));

  /** Latest first. */
  readonly rules = $derived.by(() =>
    this.#all.filter((record) => record.kind === 'rule').sort((a, b) => b.since - a.since),
  );

  isAsleep = (rule: KeptRule): boolean => isAsleep(rule, Date.now());

  /** Rules for the dictations of a doctor, as they are kept now. */
  async rulesFor(authorId = ''): Promise<MemoryRule[]> {
    return rulesFor(await this.#records.all(), authorId, Date.now());
  }

  /** Keeps what a report teaches in place of what it taught; offers what has come up twice. */
  async learn(
    { id, authorId = '', patientId }: Dictation,
    edits: readonly PersonEdit[],
  ): Promise<void> {
    const lessons = edits.length === 0 ? [] : await this.#sources.lessons(edits, patientId);
    const known = await this.#records.get(id);
    if (lessons.length === 0 && !known) return;
    const at = Date.now();
    await this.#records.put(id, {
      format: 1,
      kind: 'lessons',
      dictationId: id,
      authorId,
      at,
      lessons,
    });
    this.#offer(proposalsIn(await this.#records.all()), id);
  }

  #offer(proposals: readonly Proposal[], dictationId: string): void {
    for (const { heard, written, seen } of proposals) {
      const key = `${heardKey(heard)}→${written}`;
      if (seen[0]?.dictationId !== dictationId || this.#offered.includes(key)) continue;
      this.#offered = [...this.#offered, key];
      this.#sources.messages.tell(words.offered(heard, written), {
        label: words.see,
        run: this.#sources.show,
      });
    }
  }

  /** Every place of the drafts that are still here where a pair was heard, latest dictation first. */
  async tryOut({ heard, written, authorId }: Proposal): Promise<TriedPlace[]> {
    const { vault } = this.#sources;
    const rule = { id: '', heard, written };
    const taught = this.#taught({ heard, written });
    const places: TriedPlace[] = [];
    for (const dictation of await vault.dictations.all()) {
      if (dictation.deletedAt !== undefined) continue;
      if (authorId !== '' && dictation.authorId !== authorId) continue;
      const windows = await vault.transcripts.windows(dictation.id);
      const spoken = windows.flatMap(({ segments }) => segments.flatMap(({ words }) => words));
      const textOf = (from: number, to: number): string =>
        spoken
          .slice(Math.max(0, from), to)
          .map(({ text }) => text)
          .join(' ');
      for (const { from, to } of occurrencesIn(spoken, [rule])) {
        places.push({
          dictation,
          before: textOf(from - CONTEXT_WORDS, from),
          heard: textOf(from, to),
          after: textOf(to, to + CONTEXT_WORDS),
          wasCorrected: taught.includes(dictation.id),
        });
      }
    }
    return places;
  }

  /** Dictations where a person made this very correction. */
  #taught({ heard, written }: Pair): string[] {
    return this.#all
      .filter((record) => record.kind === 'lessons')
      .filter(({ lessons }) =>
        lessons.some(
          (lesson) => heardKey(lesson.heard) === heardKey(heard) && lesson.written === written,
        ),
      )
      .map(({ dictationId }) => dictationId);
  }

  async switchOn({ heard, written }: Pair, authorId: string): Promise<void> {
    await this.#put(newRule({ heard, written }, authorId), words.on(heard, written));
  }

  async decline({ heard, written }: Pair): Promise<void> {
    const declined = { format: 1, kind: 'declined', id: newIdentifier(), heard, written } as const;
    await this.#put(declined, words.declined(heard));
  }

  async remove(rule: KeptRule): Promise<void> {
    await this.#records.remove(rule.id);
    this.#sources.messages.tell(words.removed(rule.heard), {
      label: words.undo,
      run: () => void this.#records.put(rule.id, rule),
    });
  }

  /** A rule that slept for a year writes again. */
  wake = (rule: KeptRule): Promise<void> =>
    this.#records.put(rule.id, { ...rule, usedAt: Date.now() });

  /** Notes which rules wrote something of a draft; once a day is enough to know that they live. */
  async used({ pieces }: { readonly pieces: readonly Piece[] }): Promise<void> {
    const ids = pieces.flatMap(({ heard }) => heard.flatMap(({ mending }) => mending?.rule ?? []));
    const now = Date.now();
    for (const rule of this.rules) {
      const isNew = now - rule.usedAt > DAY_MILLISECONDS;
      if (ids.includes(rule.id) && isNew)
        await this.#records.put(rule.id, { ...rule, usedAt: now });
    }
  }

  /** The rules as a file for another workstation. */
  exportText = (): string => `${JSON.stringify(exported(this.#all), null, 2)}\n`;

  /** Adds the rules of a file that may be rules; says what was refused and why. */
  async import(file: File): Promise<void> {
    const { messages } = this.#sources;
    const pairs = pairsOfFile(await file.text());
    if (!pairs) {
      messages.alert(words.notAFile(file.name));
      return;
    }
    const faults = await this.#sources.pairFaults(pairs);
    const known = this.rules.map(({ heard }) => heardKey(heard));
    let added = 0;
    for (const [at, { heard, written }] of pairs.entries()) {
      const fault = faults[at];
      if (fault) messages.alert(words.refusedPair(heard, written, pairFaults[fault]));
      if (fault || known.includes(heardKey(heard))) continue;
      known.push(heardKey(heard));
      const rule = newRule({ heard, written }, '');
      await this.#records.put(rule.id, rule);
      added += 1;
    }
    messages.tell(words.imported(added, pairs.length - added));
  }

  get #records() {
    return this.#sources.vault.records<CorrectionRecord>('corrections');
  }

  /** Keeps a decision and says so, with a way back. */
  async #put(record: CorrectionRecord, said: string): Promise<void> {
    const { messages } = this.#sources;
    const id = recordId(record);
    try {
      await this.#records.put(id, record);
      messages.tell(said, { label: words.undo, run: () => void this.#records.remove(id) });
    } catch {
      messages.alert(words.notKept);
    }
  }
}
