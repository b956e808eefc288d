import { TextSelection, type Plugin, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { paragraphText } from './paragraph-text';
import { occurrences, writeOver } from './term-editing';
import {
  askMarksAgain,
  chooseMarks,
  drugsAndUnknown,
  markAt,
  marksOfKind,
  termMarks,
  type AskMarks,
  type MarkChoice,
  type MarkKind,
} from './term-marks';

/** A term or unknown word at the caret, with the paragraph it stands in. */
export interface TermHere {
  readonly text: string;
  readonly kind: MarkKind;
  readonly paragraph: string;
  /** Where it begins in the paragraph. */
  readonly offset: number;
  /** How often the report has it, where it is unknown. */
  readonly count: number;
}

export interface WordToAdd {
  readonly text: string;
  /** A sentence begins with it, so that its capital says nothing. */
  readonly begins: boolean;
}

/** The terms and unknown words of a report, and what a person does with them. */
export class ReportTerms {
  readonly #view: () => EditorView;

  constructor(view: () => EditorView) {
    this.#view = view;
  }

  plugin(ask: AskMarks, onMarked: () => void): Plugin {
    return termMarks(ask, onMarked);
  }

  /** Shows other kinds of marks. */
  choose(choice: MarkChoice): void {
    chooseMarks(this.#view(), choice);
  }

  /** More words are known now. */
  askAgain(): void {
    askMarksAgain(this.#view());
  }

  get atCaret(): TermHere | undefined {
    const { state } = this.#view();
    const mark = markAt(state, state.selection.head);
    if (!mark) return undefined;
    const $from = state.doc.resolve(mark.from);
    const text = state.doc.textBetween(mark.from, mark.to);
    return {
      text,
      kind: mark.kind,
      paragraph: paragraphText($from.parent),
      offset: $from.parentOffset,
      get count() {
        return mark.kind === 'unknown' ? occurrences(state, text).length : 1;
      },
    };
  }

  /** Places of drugs and of words no list has. */
  get toHear(): readonly { readonly from: number; readonly to: number }[] {
    return drugsAndUnknown(this.#view().state);
  }

  /** What is selected on one line, else the unknown word at the caret. */
  get toBeAdded(): WordToAdd | undefined {
    const { state } = this.#view();
    const { doc, selection } = state;
    if (selection.empty && markAt(state, selection.head)?.kind !== 'unknown') return undefined;
    const { $head, $from, $to } = selection;
    if (!$head.parent.isTextblock || !$from.sameParent($to)) return undefined;
    const paragraph = paragraphText($head.parent);
    const start = selection.empty ? wordStart(paragraph, $head.parentOffset) : $from.parentOffset;
    const end = selection.empty ? wordEnd(paragraph, $head.parentOffset) : $to.parentOffset;
    const text = paragraph.slice(start, end).trim();
    const begins = /(?:^|[.!?…:\n]\s*)$/.test(paragraph.slice(0, start));
    return text === '' || doc.content.size === 0 ? undefined : { text, begins };
  }

  /** Writes another word at the caret. */
  replaceHere(text: string): void {
    const { state } = this.#view();
    const mark = markAt(state, state.selection.head);
    this.#write(mark && writeOver(state, [mark], text));
  }

  /** Writes another word wherever this one stands; the number of places. */
  replaceEverywhere(word: string, text: string): number {
    const { state } = this.#view();
    const places = occurrences(state, word);
    this.#write(writeOver(state, places, text));
    return places.length;
  }

  /** Puts the caret on the next unknown word, the first one after the last; false where there is none. */
  goToNextUnknown(): boolean {
    const view = this.#view();
    const { head } = view.state.selection;
    const unknown = marksOfKind(view.state, 'unknown');
    const next = unknown.find(({ from }) => from > head) ?? unknown[0];
    if (!next) return false;
    const selection = TextSelection.create(view.state.doc, next.to);
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
    view.focus();
    return true;
  }

  #write(transaction: Transaction | undefined): void {
    const view = this.#view();
    if (transaction && view.editable) view.dispatch(transaction);
    view.focus();
  }
}

const WORD_END = /^[\p{L}\p{M}\p{N}-]*/u;
const WORD_START = /[\p{L}\p{M}\p{N}-]*$/u;

const wordEnd = (text: string, offset: number): number =>
  offset + (WORD_END.exec(text.slice(offset))?.[0].length ?? 0);

const wordStart = (text: string, offset: number): number =>
  offset - (WORD_START.exec(text.slice(0, offset))?.[0].length ?? 0);
