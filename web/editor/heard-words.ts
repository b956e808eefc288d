import type { Node } from '@tiptap/pm/model';
import type { Heard } from './heard-mark';

/** A piece of the document that has a sound; `from` and `to` are document positions. */
export interface HeardWord extends Heard {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly isStruck: boolean;
}

const LINGER_SECONDS = 0.5;

function heardIn(node: Node): Heard | undefined {
  return node.marks.find(({ type }) => type.name === 'heard')?.attrs as Heard | undefined;
}

const sameOrigin = (a: Heard, b: Heard): boolean =>
  a.start === b.start && a.end === b.end && a.written === b.written;

/** Words of a node in the order of the text; a word cut by bold or italic is one word. */
export function heardWords(node: Node, offset = 0): HeardWord[] {
  const words: HeardWord[] = [];
  node.descendants((child, position) => {
    const heard = child.isText ? heardIn(child) : undefined;
    if (!heard) return;
    const from = offset + position;
    const to = from + child.nodeSize;
    const text = child.text ?? '';
    const isStruck = child.marks.some(({ type }) => type.name === 'struck');
    const last = words.at(-1);
    if (last?.to === from && sameOrigin(last, heard)) {
      words[words.length - 1] = { ...last, to, text: last.text + text };
    } else {
      words.push({ ...heard, from, to, text, isStruck });
    }
  });
  return words;
}

const ofDocument = new WeakMap<Node, readonly HeardWord[]>();

/** Words of a whole document: a document never changes, and each keystroke asks for its words several times. */
export function wordsOf(doc: Node): readonly HeardWord[] {
  const known = ofDocument.get(doc);
  if (known) return known;
  const words = heardWords(doc);
  ofDocument.set(doc, words);
  return words;
}

/** Untouched text is still what the machine wrote. */
export const isUntouched = ({ text, written }: HeardWord): boolean => text === written;

/** The word under a position, else the nearest before it, else the first: new text takes its neighbour's time. */
export function wordNear(words: readonly HeardWord[], position: number): HeardWord | undefined {
  return words.findLast(({ from }) => from <= position) ?? words[0];
}

/** The word that a position touches. */
export const wordUnder = (words: readonly HeardWord[], position: number): HeardWord | undefined =>
  words.findLast(({ from, to }) => from <= position && position <= to);

/** @param words sorted by start time. @returns the last word that has begun, if it is not long over. */
export function wordAtTime(words: readonly HeardWord[], seconds: number): HeardWord | undefined {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const word = words[middle];
    if (word && word.start <= seconds) low = middle + 1;
    else high = middle;
  }
  const word = words[low - 1];
  return word && seconds < word.end + LINGER_SECONDS ? word : undefined;
}
