import { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorJson, StoredReport } from '../dossier/report';
import type { DraftedText } from '../../terminology/draft/drafted-text';
import { alertsIn, attention } from './attention';
import { acceptProposal, restoreHeard } from './correction';
import { appendDraft, writtenUntil } from './draft';
import { wordsOf, wordUnder, type HeardWord } from './heard-words';
import { contentOf, type ReportContent } from './report-content';
import { reportText } from './report-text';
import type { AutoText, TemplateSection } from '../dossier/template';
import { autoTexts } from './auto-text';
import { fieldDecorations, fieldKeys, firstField } from './fields';
import { insertTemplate } from './template';
import { openReport } from './history';
import { paragraphDecorations } from './paragraph-decorations';
import { playhead, showPlayhead } from './playhead';
import { Saving, type ReportStore, type SavingState } from './saving';
import { extensions } from './schema';
import { soundLink } from './sound-link';
import { removeStruck, struckPassages, type StruckPassage } from './struck';

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
  readonly onSaving: (state: SavingState) => void;
  /** The text or the caret has moved. */
  readonly onMove: () => void;
}

/** The report of one dictation, as people edit it: words keep their sound, and nothing needs "save". */
export class ReportEditor {
  readonly #editor: Editor;
  readonly #saving: Saving;
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
    this.#editor = new Editor({
      element: options.element,
      extensions,
      content: document.toJSON(),
      editable: options.editable,
      injectCSS: false,
      editorProps: {
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
      onTransaction: ({ transaction }) => {
        this.#keep(transaction);
        if (transaction.docChanged || transaction.selectionSet) options.onMove();
      },
    });
    this.#editor.registerPlugin(paragraphDecorations('attention', attention));
    this.#editor.registerPlugin(paragraphDecorations('fields', fieldDecorations));
    // Before the editor's own keys: Enter on a selected field takes its choice instead of splitting the line.
    this.#editor.registerPlugin(fieldKeys(), (plugin, others) => [plugin, ...others]);
    this.#editor.registerPlugin(autoTexts(options.autoTexts));
    this.#editor.registerPlugin(playhead());
    this.#editor.registerPlugin(soundLink(options.onSeek));
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

  get isEmpty(): boolean {
    return this.#editor.isEmpty;
  }

  /** What the caret touches, if it has a sound. */
  get wordAtCaret(): HeardWord | undefined {
    const { doc, selection } = this.#editor.state;
    return wordUnder(wordsOf(doc), selection.head);
  }

  /** What should be looked at, worst first. */
  get alerts(): readonly HeardWord[] {
    return alertsIn(wordsOf(this.#editor.state.doc));
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

  /** Puts the caret at the end of a passage and shows it. */
  goTo({ to }: { readonly to: number }): void {
    this.#editor.chain().focus(to).scrollIntoView().run();
  }

  /** Puts back what was heard in place of what the machine wrote at the caret. */
  restoreHeard(): void {
    this.#dispatch(restoreHeard(this.#editor.state));
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
    if (transaction && this.#editor.isEditable) this.#editor.view.dispatch(transaction);
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
