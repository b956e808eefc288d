import { isForTheEar } from '../../terminology/rules/for-the-ear';
import { wasPlayed } from '../audio/played';
import type { Command } from '../commands/command';
import type { Person } from '../dossier/person';
import { decisionsOf, mayKeep, settles, type Passage, type Verdict } from '../dossier/verdict';
import { HARMFUL_RISK } from '../editor/attention';
import type { PlacedFinding } from '../editor/findings-plugin';
import type { ReportEditor } from '../editor/report-editor';
import { passWords as words } from '../words/pass';
import type { Listening } from './listening.svelte';

const RUN_UP_SECONDS = 1;

/** What a key did, or why it did nothing. */
export type PassNote =
  | { readonly kind: 'kept'; readonly count: number }
  | { readonly kind: 'none-left' | 'none-here' | 'no-proposal' | 'no-others' | 'no-doubt' };

/** Leads from danger to danger: what is open, what was decided, and whether it was really heard. */
export class GuidedPass {
  readonly #editor: () => ReportEditor | undefined;
  readonly #listening: Listening;
  readonly #person: Person;
  #all = $state.raw<readonly PlacedFinding[]>([]);
  #verdicts = $state.raw<readonly Verdict[]>([]);
  #current = $state.raw<PlacedFinding>();
  /** Fix that was just written, for the same thing elsewhere. */
  #written = $state.raw<{ readonly finding: PlacedFinding; readonly text: string }>();
  #mustListen = $state.raw(false);
  #note = $state.raw<PassNote>();
  #isLookedThrough = $state.raw(false);

  constructor(editor: () => ReportEditor | undefined, listening: Listening, person: Person) {
    this.#editor = editor;
    this.#listening = listening;
    this.#person = person;
  }

  readonly #decisions = $derived(decisionsOf(this.#verdicts));

  /** Nobody has decided about these yet; worst first. */
  readonly open = $derived.by(() => this.#all.filter((finding) => !this.#isSettled(finding)));

  get settledCount(): number {
    return this.#all.length - this.open.length;
  }

  /** Open findings of the classes that may harm a patient; blanks are counted as such. */
  get harmful(): number {
    return this.open.filter(({ risk, rule }) => risk <= HARMFUL_RISK && rule !== 'blank').length;
  }

  /** The rules have looked through the text at least once: before that, nothing found means nothing. */
  get isLookedThrough(): boolean {
    return this.#isLookedThrough;
  }

  /** The finding at hand. */
  get current(): PlacedFinding | undefined {
    return this.#current;
  }

  /** The passage at hand counts as seen only when it was played to its end. */
  get mustListen(): boolean {
    return this.#mustListen;
  }

  /** Of the last key; `undefined` once the pass has gone on. */
  get note(): PassNote | undefined {
    return this.#note;
  }

  /** Findings of the same words that the fix just written would mend too. */
  get others(): readonly PlacedFinding[] {
    const written = this.#written;
    if (!written) return [];
    const { rule, text } = written.finding;
    return this.open.filter(
      (other) =>
        other.rule === rule &&
        other.text === text &&
        other.fixes.some((fix) => fix.text === written.text),
    );
  }

  get commands(): readonly Command[] {
    return [
      { id: 'next-alert', label: words.next, keys: ['Alt+N'], run: () => this.next() },
      { id: 'accept', label: words.accept, keys: ['Alt+Entrée'], run: () => this.accept() },
      { id: 'keep', label: words.keep, keys: ['Alt+V'], run: () => this.keep() },
      {
        id: 'keep-heard',
        label: words.keepHeard,
        keys: ['Alt+Maj+G'],
        run: () => this.keepHeard(),
      },
      {
        id: 'accept-others',
        label: words.others(this.others.length),
        keys: ['Alt+Maj+Entrée'],
        run: () => this.acceptOthers(),
      },
      {
        id: 'next-doubtful',
        label: words.nextDoubtful,
        keys: ['Alt+Maj+D'],
        run: () => this.nextDoubtful(),
      },
      {
        id: 'replay',
        label: words.replay,
        keys: ['Alt+S'],
        run: () => this.replay(),
      },
    ];
  }

  /** The text, the caret or the findings have moved. */
  look(): void {
    const editor = this.#editor();
    if (!editor) return;
    this.#all = editor.findings;
    this.#verdicts = editor.verdicts;
    this.#isLookedThrough ||= editor.isChecked;
    const { caret } = editor;
    const still = this.#all.find(({ id }) => id === this.#current?.id);
    const touched = (finding: PlacedFinding) => finding.from <= caret && caret <= finding.to;
    const here = still && touched(still) ? still : this.#all.find(touched);
    if (here?.id !== this.#current?.id) this.#mustListen = false;
    this.#current = here;
  }

  /** Goes to a finding and plays its sound with a second of run-up. */
  goTo({ id }: Pick<PlacedFinding, 'id'>): void {
    const finding = this.#all.find((one) => one.id === id);
    if (!finding) return;
    this.#mustListen = false;
    this.#note = undefined;
    this.#editor()?.goTo(finding);
    this.#current = finding;
    this.play(finding);
  }

  play(finding: PlacedFinding): void {
    const sound = this.#editor()?.soundOf(finding);
    if (sound) this.#playWithRunUp(sound);
    else if (finding.start !== undefined) this.#listening.seek(finding.start);
  }

  #playWithRunUp({ start, end }: { readonly start: number; readonly end: number }): void {
    this.#listening.playSpan({ start: Math.max(0, start - RUN_UP_SECONDS), end });
  }

  /** The open finding after the one at hand, else the first: the worst. */
  next(): void {
    const at = this.open.findIndex(({ id }) => id === this.#current?.id);
    const next = this.open[at + 1] ?? this.open[0];
    if (next) this.goTo(next);
    else if (this.#isLookedThrough) this.#note = { kind: 'none-left' };
  }

  /** Plays the alert at hand again. */
  replay(): void {
    if (this.#current) this.play(this.#current);
    else this.#note = { kind: 'none-here' };
  }

  /** Plays the passage after the caret that was heard badly and not listened to yet, else the first such. */
  nextDoubtful(): void {
    const editor = this.#editor();
    const left = editor?.doubtful.filter((one) => !wasPlayed(this.#listening.sound.played, one));
    const next = left?.find(({ from }) => from > (editor?.caret ?? 0)) ?? left?.[0];
    if (!next) {
      this.#note = { kind: 'no-doubt' };
      return;
    }
    editor?.goTo(next);
    this.#playWithRunUp(next);
  }

  /** Writes a fix, the first where none is named, and goes on. */
  accept(text = this.#current?.fixes[0]?.text): void {
    const finding = this.#current;
    if (!finding || text === undefined) {
      this.#note = { kind: finding ? 'no-proposal' : 'none-here' };
      return;
    }
    this.#accept([finding], text);
    this.#written = { finding, text };
    if (this.others.length === 0) this.next();
  }

  /** Writes the fix just written wherever the same words are open for the same reason. */
  acceptOthers(): void {
    const written = this.#written;
    if (!written || this.others.length === 0) {
      this.#note = { kind: 'no-others' };
      return;
    }
    this.#accept(this.others, written.text);
    this.#written = undefined;
    this.next();
  }

  /** Leaves the passage as it is and goes on; what may harm must have been heard. */
  keep(): void {
    const finding = this.#current;
    const editor = this.#editor();
    if (!editor) return;
    if (!finding) {
      this.#note = { kind: 'none-here' };
      return;
    }
    this.#note = undefined;
    const listened = this.#wasHeard(finding);
    if (!mayKeep(this.#passage(finding), listened)) {
      this.#mustListen = true;
      this.play(finding);
      return;
    }
    this.#mustListen = false;
    editor.keepVerdicts([this.#verdict(finding, 'kept', listened)]);
    this.next();
  }

  /**
   * Leaves the text as it is wherever an alert only asks to be heard, and was, to its end: after a condensed listening,
   * what she did not correct she has heard and left.
   */
  keepHeard(): void {
    const editor = this.#editor();
    if (!editor?.isEditable) return;
    const heard = this.open.filter((alert) => isForTheEar(alert.rule) && this.#wasHeard(alert));
    const verdicts = heard.map((alert) => this.#verdict(alert, 'kept', true));
    if (verdicts.length > 0) editor.keepVerdicts(verdicts);
    this.#note = { kind: 'kept', count: verdicts.length };
  }

  #accept(findings: readonly PlacedFinding[], text: string): void {
    this.#editor()?.acceptFixes(
      findings.map((finding) => ({
        finding,
        text,
        verdict: this.#verdict(finding, 'accepted', this.#wasHeard(finding)),
      })),
    );
  }

  #verdict(
    { id, text, risk }: PlacedFinding,
    decision: Verdict['decision'],
    listened: boolean,
  ): Verdict {
    const by = this.#person.id;
    return { findingId: id, text, risk, decision, by, at: Date.now(), listened };
  }

  #passage(finding: PlacedFinding): Passage {
    return { ...finding, hasSound: this.#editor()?.soundOf(finding) !== undefined };
  }

  #wasHeard(finding: PlacedFinding): boolean {
    const sound = this.#editor()?.soundOf(finding);
    return sound !== undefined && wasPlayed(this.#listening.sound.played, sound);
  }

  #isSettled(finding: PlacedFinding): boolean {
    const mine = this.#decisions.get(finding.id);
    return mine?.some((verdict) => settles(verdict, this.#passage(finding))) ?? false;
  }
}
