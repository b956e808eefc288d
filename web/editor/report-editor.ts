import { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorJson, StoredReport } from '../dossier/report';
import type { DraftedText } from '../../terminology/draft/drafted-text';
import { attention } from './attention';
import { doubtfulPassages, type DoubtfulPassage } from './doubtful';
import { acceptProposal, restoreHeard } from './correction';
import { appendDraft, writtenUntil } from './draft';
import {
  askAgain,
  checked,
  findingsIn,
  findingsPlugin,
  hasAnswer,
  isChecked,
  type AskFindings,
  type PlacedFinding,
} from './findings-plugin';
import { wordAt, wordsBetween, wordsOf, type HeardWord } from './heard-words';
import { contentOf, type ReportContent } from './report-content';
import { positionsOf, reportLines, type ReportLine } from './report-lines';
import { insertSummary, type SectionText } from './summary-section';
import type { Passage } from '../../terminology/rules/finding';
import { reportText } from './report-text';
import type { AutoText, TemplateSection } from '../dossier/template';
import { addBlank, blanksOf, changeBlank, fillBlank, type Blank, type PlacedBlank } from './blank';
import { autoTexts } from './auto-text';
import { browserSelection } from './browser-selection';
import { fieldDecorations, fieldKeys, firstField } from './fields';
import { insertTemplate } from './template';
import type { Verdict } from '../dossier/verdict';
import { acceptFixes, keepVerdicts, soundOf, verdictsOf, type Accepted } from './verdicts';
import { ReportFind } from './report-find';
import { ReportLayout } from './report-layout';
import { ReportTerms } from './report-terms';
import { openReport } from './history';
import { paragraphDecorations } from './paragraph-decorations';
import { editedPassages, type EditedPassage } from './person-edits';
import { PastedEvidence } from './pasted-evidence';
import { cleanedHtml } from './pasted-html';
import { playhead, showPlayhead, wordBegunBy } from './playhead';
import { Saving, type ReportStore, type SavingState } from './saving';
import { extensions } from './schema';
import { soundLink } from './sound-link';
import { removeStruck, struckPassages, type StruckPassage } from './struck';
import { selectedSound } from './selected-sound';
import { passagesToHear, type PassageToHear } from './to-hear';
import { isLetter, typing } from './typing';
import type { AskMarks } from './term-marks';

export interface ReportEditorOptions {
  readonly element: HTMLElement;
  readonly dictationId: string;
  readonly stored: StoredReport;
  readonly store: ReportStore;
  readonly editable: boolean;
  readonly label: string;
  /** Short codes that are written out while one types. */
  readonly autoTexts: () => readonly AutoText[];
  readonly onSeek: (seconds: number) => void;
  /** A person types. */
  readonly onType: () => void;
  readonly onSaving: (state: SavingState) => void;
  /** Asks what should be looked at. */
  readonly askFindings: AskFindings;
  readonly askMarks: AskMarks;
  /** The text, the caret, the findings or a mark have moved; the letters of one who types may be looked at together. */
  readonly onMove: (isLetter: boolean) => void;
}

/** The report of one dictation, as people edit it: words keep their sound, and nothing needs "save". */
export class ReportEditor {
  readonly #editor: Editor;
  readonly #saving: Saving;
  readonly find = new ReportFind(() => this.#editor.view);
  readonly layout = new ReportLayout(() => this.#editor);
  readonly terms = new ReportTerms(() => this.#editor.view);
  /** Part of the stored report could not be read; what is shown is what stands before it. */
  readonly damaged: boolean;

  constructor(options: ReportEditorOptions) {
    const { document, version, selection, damaged } = openReport(options.stored);
    this.damaged = damaged;
    this.#saving = new Saving(
      { dictationId: options.dictationId, version },
      options.store,
      options.onSaving,
    );
    const evidence = new PastedEvidence();
    this.#editor = new Editor({
      element: options.element,
      extensions,
      content: document.toJSON(),
      editable: options.editable,
      injectCSS: false,
      editorProps: {
        transformPastedHTML: cleanedHtml,
        transformCopied: (slice) => evidence.copied(slice),
        transformPasted: (slice, view) => evidence.pasted(slice, view.state.doc),
        clipboardTextSerializer: (slice) => reportText(slice.content),
        attributes: {
          role: 'textbox',
          'aria-label': options.label,
          'aria-multiline': 'true',
          'aria-readonly': String(!options.editable),
          lang: 'fr',
          spellcheck: 'false',
        },
      },
      onTransaction: ({ transaction, appendedTransactions }) => {
        // A table that lost its shape is put right by a change of its own, which belongs to the journal like any other.
        for (const one of [transaction, ...appendedTransactions]) this.#keep(one);
        const isAnswered = hasAnswer(transaction);
        if (transaction.docChanged || transaction.selectionSet || isAnswered) {
          options.onMove(isLetter(transaction));
        }
      },
    });
    this.#editor.registerPlugin(paragraphDecorations('attention', attention));
    this.#editor.registerPlugin(paragraphDecorations('fields', fieldDecorations));
    // Before the editor's own keys: Enter on a selected field takes its choice instead of splitting the line.
    this.#editor.registerPlugin(fieldKeys(), (plugin, others) => [plugin, ...others]);
    this.#editor.registerPlugin(autoTexts(options.autoTexts));
    this.#editor.registerPlugin(findingsPlugin(options.askFindings));
    this.#editor.registerPlugin(this.terms.plugin(options.askMarks, () => options.onMove(false)));
    this.#editor.registerPlugin(this.find.plugin());
    this.#editor.registerPlugin(playhead());
    this.#editor.registerPlugin(soundLink(options.onSeek));
    this.#editor.registerPlugin(typing(options.onType));
    this.#editor.registerPlugin(browserSelection());
    if (selection) this.#restoreSelection(selection);
  }

  /** Seconds of the sound up to which the draft is written. */
  get writtenUntil(): number {
    return writtenUntil(this.#editor.state.doc);
  }

  /** Writes what is new of the draft at the end of the report. */
  append(draft: DraftedText): void {
    if (draft.pieces.length === 0) return;
    const { state, view } = this.#editor;
    view.dispatch(appendDraft(state, draft));
  }

  /** Shows the word being said; `undefined` when the sound stands still. */
  showPlayhead(seconds: number | undefined): void {
    showPlayhead(this.#editor.view, seconds);
  }

  /** The text as it is handed on: without struck words and notes. */
  get plainText(): string {
    return reportText(this.#editor.state.doc);
  }

  /** Document and plain text, as a version keeps them. */
  get content(): ReportContent {
    return contentOf(this.#editor.state.doc);
  }

  /** A signed report, or one that another tab writes, is read only. */
  setEditable(editable: boolean): void {
    if (editable === this.#editor.isEditable) return;
    this.#editor.setEditable(editable, false);
    this.#editor.view.dom.setAttribute('aria-readonly', String(!editable));
  }

  get isEditable(): boolean {
    return this.#editor.isEditable;
  }

  get isEmpty(): boolean {
    return this.#editor.isEmpty;
  }

  /** What the caret touches, if it has a sound. */
  get wordAtCaret(): HeardWord | undefined {
    const { doc, selection } = this.#editor.state;
    return wordAt(doc, selection.head);
  }

  /** Seconds of what was heard of the selected words; `undefined` where nothing is selected, or nothing of it was said. */
  get selectedSound(): { readonly start: number; readonly end: number } | undefined {
    const { doc, selection } = this.#editor.state;
    return selectedSound(wordsBetween(doc, selection), selection);
  }

  /** What should be looked at, worst first. */
  get findings(): readonly PlacedFinding[] {
    return findingsIn(this.#editor.state);
  }

  /** The patient, the author or the type has changed: what was found may not hold. */
  askAgain(): void {
    askAgain(this.#editor.view);
  }

  /** All that the rules say of the text as it stands is in the findings. */
  get isChecked(): boolean {
    return isChecked(this.#editor.view);
  }

  /** The same, once the rules have answered; false where they cannot. */
  checked(): Promise<boolean> {
    return checked(this.#editor.view);
  }

  /** Decisions of people about findings. */
  get verdicts(): readonly Verdict[] {
    return verdictsOf(this.#editor.state.doc);
  }

  /** Seconds of what was heard of a passage; `undefined` where it was typed. */
  soundOf(passage: PlacedFinding): { readonly start: number; readonly end: number } | undefined {
    return soundOf(this.#editor.state.doc, passage);
  }

  /** What was heard badly and no alert speaks of. */
  get doubtful(): readonly DoubtfulPassage[] {
    return doubtfulPassages(this.#editor.state.doc);
  }

  /** What must be heard before the report goes. */
  get toHear(): readonly PassageToHear[] {
    return passagesToHear(this.#editor.state.doc, [...this.findings, ...this.terms.toHear]);
  }

  /** Selects words, so that what is typed takes their place. */
  select({ from, to }: { readonly from: number; readonly to: number }): void {
    this.#editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
  }

  /** Puts the caret behind the word that had begun last at a second of the sound. */
  goToSound(seconds: number): void {
    const word = wordBegunBy(this.#editor.state.doc, seconds);
    if (word) this.goTo(word);
  }

  /** Keeps decisions that leave the text as it is. */
  keepVerdicts(verdicts: readonly Verdict[]): void {
    this.#dispatch(keepVerdicts(this.#editor.state, verdicts));
  }

  /** Writes fixes in place of what was found, with the decisions. */
  acceptFixes(accepted: readonly Accepted[]): void {
    this.#dispatch(acceptFixes(this.#editor.state, accepted));
  }

  /** What the speaker took back and nobody has removed yet. */
  get struck(): readonly StruckPassage[] {
    return struckPassages(this.#editor.state.doc);
  }

  get caret(): number {
    return this.#editor.state.selection.head;
  }

  /** Takes passages out of the text; undo brings them back. */
  removeStruck(passages: readonly StruckPassage[]): void {
    this.#dispatch(removeStruck(this.#editor.state, passages));
  }

  /** What a person wrote of her own; without the paragraph she is in, unless she has left the report. */
  edits(hasLeft: boolean): readonly EditedPassage[] {
    const { doc, selection } = this.#editor.state;
    return editedPassages(doc, hasLeft ? undefined : selection.head);
  }

  /** Where the paragraph at the caret begins; another number is another paragraph. */
  get paragraph(): number {
    const { $head } = this.#editor.state.selection;
    return $head.depth > 0 ? $head.before(1) : 0;
  }

  /** Puts the caret at the end of a passage and shows it. */
  goTo({ to }: { readonly to: number }): void {
    this.#editor.chain().focus(to).scrollIntoView().run();
  }

  /** Puts back what was heard in place of what the machine wrote at the caret. */
  restoreHeard(): void {
    this.#dispatch(restoreHeard(this.#editor.state));
  }

  /** Passages nobody could hear, in the order of the text. */
  get blanks(): readonly PlacedBlank[] {
    return blanksOf(this.#editor.state.doc);
  }

  addBlank(id: string): void {
    this.#dispatch(addBlank(this.#editor.state, id));
  }

  changeBlank(id: string, change: Partial<Pick<Blank, 'question' | 'answer'>>): void {
    this.#dispatch(changeBlank(this.#editor.state, id, change));
  }

  /** Writes text in the place of a blank. */
  fillBlank(id: string, written: string): void {
    this.#dispatch(fillBlank(this.#editor.state, id, written));
  }

  /** Adds the sections of a template that the report lacks, and goes to the first place to fill in. */
  applyTemplate(sections: readonly TemplateSection[]): void {
    this.#dispatch(insertTemplate(this.#editor.state, sections));
    this.#dispatch(firstField(this.#editor.state));
  }

  /** Writes a proposal in place of the word at the caret. */
  accept(proposal: string): void {
    this.#dispatch(acceptProposal(this.#editor.state, proposal));
  }

  /** The report as a summary reads it, a line a block. */
  get lines(): readonly ReportLine[] {
    return reportLines(this.#editor.state.doc);
  }

  /** Shows a passage of those lines and gives back the second at which it was said. */
  showPassage(passage: Passage): number | undefined {
    const { doc } = this.#editor.state;
    const place = positionsOf(doc, passage);
    if (!place) return undefined;
    this.#editor.chain().focus().setTextSelection(place).scrollIntoView().run();
    const words = wordsOf(doc);
    const word = words.find(({ to }) => to > place.from) ?? words.at(-1);
    return word && word.from < place.to ? word.start : undefined;
  }

  /** Writes a summary at the head of the report, in place of an older one; undo takes it back. */
  insertSummary(section: SectionText): void {
    this.#dispatch(insertSummary(this.#editor.state, section));
  }

  focus(): void {
    this.#editor.commands.focus();
  }

  /** Keeps the document whole, with the caret; to be called when the person leaves or looks away. */
  async settle(): Promise<void> {
    const { doc, selection } = this.#editor.state;
    const { anchor, head } = selection;
    await this.#saving.settle({
      document: doc.toJSON() as EditorJson,
      selection: { anchor, head },
    });
  }

  async destroy(): Promise<void> {
    const settled = this.#editor.isEditable ? this.settle() : Promise.resolve();
    this.#editor.destroy();
    await settled;
  }

  #dispatch(transaction: Transaction | undefined): void {
    // What a person asked for by a key of its own is one step of the undo history.
    if (transaction && this.#editor.isEditable) {
      this.#editor.view.dispatch(closeHistory(transaction));
    }
    this.focus();
  }

  #keep(transaction: Transaction): void {
    if (!transaction.docChanged || !this.#editor.isEditable) return;
    this.#saving.add(transaction.steps.map((step) => step.toJSON() as EditorJson));
    if (this.#saving.isDue) void this.settle();
  }

  #restoreSelection({ anchor, head }: { anchor: number; head: number }): void {
    const { state, view } = this.#editor;
    const end = state.doc.content.size;
    const selection = TextSelection.between(
      state.doc.resolve(Math.min(anchor, end)),
      state.doc.resolve(Math.min(head, end)),
    );
    view.dispatch(state.tr.setSelection(selection).setMeta('addToHistory', false));
  }
}
