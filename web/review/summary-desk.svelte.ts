import type { Conservation } from '../../terminology/summary/conservation/conserve';
import type { Passage } from '../../terminology/rules/finding';
import { HEADINGS, type Heading } from '../../terminology/summary/heading';
import type { ExtractedLine, ExtractedSummary } from '../../terminology/summary/summarise';
import type { Command } from '../commands/command';
import { newIdentifier } from '../dossier/identifier';
import {
  shown,
  textHash,
  withEdits,
  type MissingItem,
  type SourcePassage,
  type Summary,
  type SummaryLine,
} from '../dossier/summary';
import { summaryWords as words } from '../words/summary';
import type { Workbench } from './workbench.svelte';
import type { WrittenLine } from '../../terminology/summary/written-lines';
import { WrittenProposals, type WriterStore } from './written-proposals.svelte';

/** What the summary of one dictation needs of the rest of the workplace. */
export interface SummaryStore extends WriterStore {
  readonly summarise: (
    signal: AbortSignal,
    paragraphs: readonly string[],
    onLine: (line: ExtractedLine) => void,
  ) => Promise<ExtractedSummary | undefined>;
  readonly check: (
    paragraphs: readonly string[],
    lines: readonly string[],
  ) => Promise<Conservation | undefined>;
  readonly kept: () => Promise<Summary | undefined>;
  readonly keep: (summary: Summary) => Promise<void>;
  /** Identifier of the person at work. */
  readonly by: string;
  readonly tell: (message: string) => void;
  readonly alert: (message: string) => void;
}

/** What waits for a reason. */
export type Use = 'insert' | 'copy';

type Phase = 'idle' | 'working' | 'ready' | 'failed';

/** The summary of a report: made on demand, each line with its source, corrected and put into the report by a person. */
export class SummaryDesk {
  readonly #workbench: Workbench;
  readonly #store: SummaryStore;
  #isOpen = $state.raw(false);
  #phase = $state.raw<Phase>('idle');
  #summary = $state.raw<Summary>();
  /** Lines as they come in, before the whole is there. */
  #coming = $state.raw<readonly SummaryLine[]>([]);
  #asked = $state.raw<Use>();
  #making: AbortController | undefined;
  readonly proposals: WrittenProposals;

  constructor(workbench: Workbench, store: SummaryStore) {
    this.#workbench = workbench;
    this.#store = store;
    this.proposals = new WrittenProposals(store);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get phase(): Phase {
    return this.#phase;
  }

  get lines(): readonly SummaryLine[] {
    return this.#phase === 'working' ? this.#coming : (this.#summary?.lines ?? []);
  }

  get groups(): readonly { readonly heading: Heading; readonly lines: readonly SummaryLine[] }[] {
    return HEADINGS.map((heading) => ({
      heading,
      lines: this.lines.filter((line) => line.heading === heading),
    })).filter(({ lines }) => lines.length > 0);
  }

  get limits(): Summary['limits'] {
    return this.#phase === 'working' ? [] : (this.#summary?.limits ?? []);
  }

  get missing(): readonly MissingItem[] {
    return this.#phase === 'working' ? [] : (this.#summary?.missing ?? []);
  }

  /** The report has changed since the summary was made. */
  get isStale(): boolean {
    const { lines } = this.#workbench;
    return (
      this.#phase === 'ready' && this.#summary?.textHash !== textHash(lines.map(({ text }) => text))
    );
  }

  /** What the person wanted to do with it and has to give a reason for. */
  get asked(): Use | undefined {
    return this.#asked;
  }

  get commands(): readonly Command[] {
    return [
      { id: 'summary', label: words.open, keys: ['Alt+Y'], run: () => void this.open() },
      ...(this.#isOpen && this.#phase === 'ready'
        ? [
            {
              id: 'summary-insert',
              label: words.insertKey,
              keys: ['Alt+Maj+Y'],
              run: () => void this.use('insert'),
            },
          ]
        : []),
    ];
  }

  /** Shows the summary as it was kept; where there is none, makes one. */
  async open(): Promise<void> {
    this.#isOpen = true;
    void this.proposals.look();
    if (this.#phase !== 'idle') return;
    const kept = await this.#store.kept().catch(() => undefined);
    if (kept === undefined) return this.make();
    this.#summary = kept;
    this.#phase = 'ready';
  }

  close(): void {
    this.#making?.abort();
    this.proposals.stop();
    this.#isOpen = false;
    this.#asked = undefined;
    if (this.#phase !== 'ready') this.#phase = 'idle';
    this.#workbench.focus();
  }

  /** Makes it anew from the report as it stands; lines that a person wrote stay. */
  async make(): Promise<void> {
    this.#making?.abort(new DOMException('made again', 'AbortError'));
    const making = new AbortController();
    this.#making = making;
    this.#phase = 'working';
    this.#coming = [];
    const paragraphs = this.#paragraphs;
    try {
      const made = await this.#store.summarise(making.signal, paragraphs, (line) => {
        if (!making.signal.aborted) this.#coming = [...this.#coming, this.#lineOf(line)];
      });
      if (making.signal.aborted) return;
      await this.#keep({
        format: 1,
        lines: withEdits(
          (made?.lines ?? []).map((line) => this.#lineOf(line)),
          this.#summary?.lines ?? [],
        ),
        missing: (made?.missing ?? []).map(({ kind, inReport }) => ({
          kind,
          source: this.#sourceOf(inReport),
        })),
        limits: made?.limits ?? ['no-lexicon'],
        textHash: textHash(paragraphs),
        at: Date.now(),
        overrides: this.#summary?.overrides ?? [],
      });
      this.#phase = 'ready';
      if (this.lines.some(({ isEdited, origin }) => isEdited || origin === 'generated'))
        await this.#check();
    } catch {
      if (!making.signal.aborted) this.#phase = 'failed';
    }
  }

  /** Shows the sentence that a line comes from, and moves the sound to it. */
  goTo(source: SourcePassage): void {
    const passage = this.#find(source);
    if (passage) this.#workbench.showPassage(passage);
    else this.#store.tell(words.sourceGone);
  }

  /** A person's own words for a line; they are compared with the report at once. */
  async edit(id: string, text: string): Promise<void> {
    const written = text.trim();
    if (written === '') return this.remove(id);
    await this.#change((lines) =>
      lines.map((line) =>
        line.id === id && line.text !== written ? { ...line, text: written, isEdited: true } : line,
      ),
    );
  }

  /** Asks the model of the practice; what it writes stays beside until a person takes it over. */
  askWriter(): Promise<void> {
    return this.proposals.ask(this.#paragraphs);
  }

  /** Takes a line of the model over: only one that the report supports. */
  async take(written: WrittenLine): Promise<void> {
    if (written.unsupported.length > 0) return;
    const { heading, text } = written;
    const line: SummaryLine = {
      id: newIdentifier(),
      heading,
      text,
      origin: 'generated',
      isEdited: false,
      unsupported: [],
    };
    await this.#change((lines) => [...lines, line]);
    this.proposals.drop(written);
  }

  remove(id: string): Promise<void> {
    return this.#change((lines) => lines.filter((line) => line.id !== id));
  }

  /** Puts it into the report, or copies it; what the report does not support asks for a reason first. */
  async use(use: Use, reason = ''): Promise<void> {
    if (this.#phase !== 'ready' || this.lines.length === 0) return;
    if (use === 'insert' && !this.#workbench.isEditable)
      return this.#store.alert(words.notEditable);
    if (!(await this.#check())) return this.#store.alert(words.limit('no-lexicon'));
    const unsupported = this.lines.filter((line) => line.unsupported.length > 0);
    if (unsupported.length > 0 && reason.trim() === '') {
      this.#asked = use;
      return;
    }
    this.#asked = undefined;
    if (unsupported.length > 0) await this.#keepReason(reason.trim(), unsupported);
    if (use === 'copy') return this.#copy();
    this.#workbench.insertSummary({ title: words.title, parts: this.#parts });
    this.#store.tell(words.inserted);
  }

  forget(): void {
    this.#asked = undefined;
  }

  get #paragraphs(): readonly string[] {
    return this.#workbench.lines.map(({ text }) => text);
  }

  get #parts(): { heading: string; lines: readonly string[] }[] {
    return this.groups.map(({ heading, lines }) => ({
      heading: words.heading(heading),
      lines: lines.map(({ text }) => shown(text)),
    }));
  }

  async #copy(): Promise<void> {
    const text = this.#parts
      .map(({ heading, lines }) => `${heading} : ${lines.join(' ')}`)
      .join('\n');
    try {
      await navigator.clipboard.writeText(text);
      this.#store.tell(words.copied);
    } catch {
      this.#store.alert(words.notCopied);
    }
  }

  async #keepReason(reason: string, lines: readonly SummaryLine[]): Promise<void> {
    if (!this.#summary) return;
    const override = {
      reason,
      lines: lines.map(({ text }) => text),
      at: Date.now(),
      by: this.#store.by,
    };
    await this.#keep({ ...this.#summary, overrides: [...this.#summary.overrides, override] });
  }

  async #change(change: (lines: readonly SummaryLine[]) => readonly SummaryLine[]): Promise<void> {
    if (!this.#summary || this.#phase !== 'ready') return;
    await this.#keep({ ...this.#summary, lines: change(this.#summary.lines) });
    await this.#check();
  }

  /** Compares every line with the report as it stands now. False where it could not. */
  async #check(): Promise<boolean> {
    const summary = this.#summary;
    if (!summary) return false;
    const texts = summary.lines.map(({ text }) => text);
    const found = await this.#store.check(this.#paragraphs, texts).catch(() => undefined);
    if (!found || this.#summary !== summary) return found !== undefined;
    const lines = summary.lines.map((line, at) => ({
      ...line,
      unsupported: found.unsupported
        .filter(({ inSummary }) => inSummary.paragraph === at)
        .map(({ kind, message, inReport }) => ({
          kind,
          message,
          ...(inReport && { inReport: this.#sourceOf(inReport) }),
        })),
    }));
    const missing = found.missing.map(({ kind, inReport }) => ({
      kind,
      source: this.#sourceOf(inReport),
    }));
    await this.#keep({ ...summary, lines, missing });
    return true;
  }

  async #keep(summary: Summary): Promise<void> {
    this.#summary = summary;
    await this.#store.keep(summary).catch(() => this.#store.alert(words.notKept));
  }

  #lineOf({ heading, text, source }: ExtractedLine): SummaryLine {
    return {
      id: newIdentifier(),
      heading,
      text,
      origin: 'extracted',
      source: this.#sourceOf(source),
      isEdited: false,
      unsupported: [],
    };
  }

  #sourceOf({ paragraph, from, to }: Passage): SourcePassage {
    const quote = this.#workbench.lines[paragraph]?.text.slice(from, to) ?? '';
    return { paragraph, from, to, quote };
  }

  /** Where the words of a passage stand now. */
  #find({ paragraph, from, to, quote }: SourcePassage): Passage | undefined {
    const { lines } = this.#workbench;
    if (lines[paragraph]?.text.slice(from, to) === quote) return { paragraph, from, to };
    for (const [at, { text }] of lines.entries()) {
      const start = text.indexOf(quote);
      if (start >= 0 && quote !== '')
        return { paragraph: at, from: start, to: start + quote.length };
    }
    return undefined;
  }
}
