import type { Node } from '@tiptap/pm/model';
import type { Heard } from './heard-mark';

/** A piece of the document that has a sound; `from` and `to` are document positions. */
export interface HeardWord extends Heard {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function heardIn(node: Node): Heard | undefined {
  return node.marks.find(({ type }) => type.name === 'heard')?.attrs as Heard | undefined;
}

const sameSound = (a: Heard, b: Heard): boolean => a.start === b.start && a.end === b.end;

/** Words of a node in the order of the text; a word cut by bold or italic is one word. */
export function heardWords(node: Node, offset = 0): HeardWord[] {
  const words: HeardWord[] = [];
  node.descendants((child, position) => {
    const heard = child.isText ? heardIn(child) : undefined;
    if (!heard) return;
    const from = offset + position;
    const to = from + child.nodeSize;
    const text = child.text ?? '';
    const last = words.at(-1);
    if (last?.to === from && sameSound(last, heard)) {
      words[words.length - 1] = { ...last, to, text: last.text + text };
    } else {
      words.push({ ...heard, from, to, text });
    }
  });
  return words;
}

/** Untouched text is still what the machine heard. */
export const isUntouched = ({ text, heard }: HeardWord): boolean => text === heard;

/** The word under a position, else the nearest before it, else the first: new text takes its neighbour's time. */
export function wordNear(words: readonly HeardWord[], position: number): HeardWord | undefined {
  return words.findLast(({ from }) => from <= position) ?? words[0];
}

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
  const LINGER_SECONDS = 0.5;
  return word && seconds < word.end + LINGER_SECONDS ? word : undefined;
}
