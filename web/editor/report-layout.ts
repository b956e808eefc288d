import type { ChainedCommands, Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { changeTable, insertTable, type TableChange } from './table';

const FORMATS = {
  bold: (chain: ChainedCommands) => chain.toggleBold(),
  italic: (chain: ChainedCommands) => chain.toggleItalic(),
  underline: (chain: ChainedCommands) => chain.toggleUnderline(),
  'bullet-list': (chain: ChainedCommands) => chain.toggleBulletList(),
  'ordered-list': (chain: ChainedCommands) => chain.toggleOrderedList(),
  heading: (chain: ChainedCommands) => chain.toggleHeading({ level: 2 }),
  subheading: (chain: ChainedCommands) => chain.toggleHeading({ level: 3 }),
} as const;

export type Format = keyof typeof FORMATS;

export const ALL_FORMATS = Object.keys(FORMATS) as readonly Format[];

/** How a report is laid out: headings, lists, emphasis and tables. */
export class ReportLayout {
  readonly #editor: () => Editor;

  constructor(editor: () => Editor) {
    this.#editor = editor;
  }

  /** Gives what is selected, or what is typed next, a format, or takes it away. */
  toggle(format: Format): void {
    const editor = this.#editor();
    const chain = editor.chain().focus();
    if (editor.isEditable) FORMATS[format](chain).run();
  }

  insertTable(): void {
    const { state, view } = this.#editor();
    this.#dispatch(insertTable(state), view);
  }

  changeTable(change: TableChange): void {
    const { state, view } = this.#editor();
    this.#dispatch(changeTable(state, change), view);
  }

  #dispatch(transaction: ReturnType<typeof insertTable>, view: Editor['view']): void {
    if (transaction && view.editable) view.dispatch(closeHistory(transaction));
    view.focus();
  }
}
