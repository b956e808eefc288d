import type { EditorState, Transaction } from '@tiptap/pm/state';
import { wordsOf, wordUnder, type HeardWord } from './heard-words';

/** The words mended together, or the lines of one text of the practice, in the order of the text. */
function companions(words: readonly HeardWord[], word: HeardWord): readonly HeardWord[] {
  if (word.origin !== 'repaired' && word.origin !== 'command') return [word];
  return words.filter(
    ({ start, end, heard, origin }) =>
      origin === word.origin && start === word.start && end === word.end && heard === word.heard,
  );
}

function replace(state: EditorState, word: HeardWord, text: string): Transaction {
  const { tr, doc, schema } = state;
  const group = companions(wordsOf(doc), word);
  const from = group[0]?.from ?? word.from;
  const to = group.at(-1)?.to ?? word.to;
  const { start, end, confidence, heard } = word;
  const mark = schema.mark('heard', { start, end, confidence, heard, written: text });
  const asWritten = text === heard ? mark : schema.mark('heard', { ...mark.attrs, written: '' });
  tr.replaceWith(from, to, schema.text(text, [asWritten]));
  // Words put back in place of a sign that stood close to the word before.
  const before = doc.textBetween(Math.max(0, from - 1), from);
  return /\p{L}/u.test(before) && /^\p{L}/u.test(text) ? tr.insertText(' ', from) : tr;
}

/** Puts back what was heard, line breaks included, in place of what the machine wrote at the caret. */
export function restoreHeard(state: EditorState): Transaction | undefined {
  const word = wordUnder(wordsOf(state.doc), state.selection.head);
  if (!word || word.origin === 'machine') return undefined;
  const tr = replace(state, word, word.heard);
  const end = tr.mapping.map(word.to);
  const $end = tr.doc.resolve(end);
  const isLastInBlock = $end.parentOffset === $end.parent.content.size;
  const next = $end.after() < tr.doc.content.size ? tr.doc.resolve($end.after()).nodeAfter : null;
  if (word.breaks && isLastInBlock && next?.type === $end.parent.type) {
    tr.insertText(' ', end).join($end.after() + 1);
  }
  return tr.scrollIntoView();
}

const SIGNS = /^(\P{L}*)(.*?)(\P{L}*)$/su;

/** A proposal with the signs that stand around the word, and its capital where a sentence begins. */
function inPlaceOf({ text, from }: HeardWord, proposal: string, before: string): string {
  const [, lead = '', , tail = ''] = SIGNS.exec(text) ?? [];
  const begins = from <= 1 || /(?:^|[.!?…]\s*)$/.test(before);
  const written = begins
    ? proposal.charAt(0).toLocaleUpperCase('fr') + proposal.slice(1)
    : proposal;
  return lead + written + tail;
}

/** Writes a proposal in place of the word at the caret. */
export function acceptProposal(state: EditorState, proposal: string): Transaction | undefined {
  const word = wordUnder(wordsOf(state.doc), state.selection.head);
  if (!word) return undefined;
  const $from = state.doc.resolve(word.from);
  const before = $from.parent.textBetween(0, $from.parentOffset);
  return replace(state, word, inPlaceOf(word, proposal, before)).scrollIntoView();
}
