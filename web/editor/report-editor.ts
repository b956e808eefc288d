import { Editor } from '@tiptap/core';
import type { Transaction } from '@tiptap/pm/state';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorJson, StoredReport } from '../dossier/report';
import type { TranscriptWindow } from '../dossier/transcript';
import { doubtfulWords } from './doubt';
import { appendWindow, windowsWritten } from './draft';
import { openReport } from './history';
import { paragraphDecorations } from './paragraph-decorations';
import { playhead, showPlayhead, wordsByTime } from './playhead';
import { Saving, type ReportStore, type SavingState } from './saving';
import { extensions } from './schema';
import { soundLink, timeAt } from './sound-link';

export interface ReportEditorOptions {
  readonly element: HTMLElement;
  readonly dictationId: string;
  readonly stored: StoredReport;
  readonly store: ReportStore;
  readonly editable: boolean;
  readonly label: string;
  readonly onSeek: (seconds: number) => void;
  readonly onSaving: (state: SavingState) => void;
  readonly onTyping: () => void;
}

/** The report of one dictation, as people edit it: words keep their sound, and nothing needs "save". */
export class ReportEditor {
  readonly #editor: Editor;
  readonly #saving: Saving;
  readonly #onTyping: () => void;
  /** Part of the stored report could not be read; what is shown is what stands before it. */
  readonly damaged: boolean;

  constructor(options: ReportEditorOptions) {
    const { document, version, selection, damaged } = openReport(options.stored);
    this.damaged = damaged;
    this.#onTyping = options.onTyping;
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
      coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n' } },
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-label': options.label,
          'aria-multiline': 'true',
          'aria-readonly': String(!options.editable),
          lang: 'fr',
          spellcheck: 'false',
        },
      },
      onTransaction: ({ transaction }) => this.#keep(transaction),
    });
    this.#editor.registerPlugin(paragraphDecorations('doubt', doubtfulWords));
    this.#editor.registerPlugin(playhead());
    this.#editor.registerPlugin(soundLink(options.onSeek));
    if (selection) this.#restoreSelection(selection);
  }

  /** Writes the windows that the report does not contain yet. */
  append(windows: readonly TranscriptWindow[]): void {
    for (const window of windows) {
      const { state, view } = this.#editor;
      if (window.index === windowsWritten(state.doc)) view.dispatch(appendWindow(state, window));
    }
  }

  /** Shows the word being said; `undefined` when the sound stands still. */
  showPlayhead(seconds: number | undefined): void {
    showPlayhead(this.#editor.view, seconds);
  }

  /** Seconds of the word at the caret. */
  get timeAtCaret(): number | undefined {
    return timeAt(this.#editor.view, this.#editor.state.selection.head);
  }

  get plainText(): string {
    return this.#editor.getText({ blockSeparator: '\n' });
  }

  get hasWords(): boolean {
    return wordsByTime(this.#editor.state).length > 0;
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

  #keep(transaction: Transaction): void {
    if (!transaction.docChanged || !this.#editor.isEditable) return;
    this.#saving.add(transaction.steps.map((step) => step.toJSON() as EditorJson));
    if (this.#saving.isDue) void this.settle();
    if (transaction.getMeta('addToHistory') !== false) this.#onTyping();
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
