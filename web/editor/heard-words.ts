import type { Node } from '@tiptap/pm/model';
import type { Heard } from './heard-mark';
import { blockBefore, readOnce, textBlocks, type TextBlock } from './paragraph-text';

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

/** Words of a text block, from the start of its content. */
const wordsOfBlock = readOnce((block): readonly HeardWord[] => heardWords(block));

const placed = (word: HeardWord, { start }: TextBlock): HeardWord => ({
  ...word,
  from: word.from + start,
  to: word.to + start,
});

/** Words of a whole document; each keystroke makes another document, so that it asks {@link wordAt} and the like. */
export const wordsOf = readOnce((doc): readonly HeardWord[] =>
  textBlocks(doc).flatMap((block) => wordsOfBlock(block.node).map((word) => placed(word, block))),
);

/** Words of the blocks that hold a word of some kind, block by block. */
export const wordsWhere = (doc: Node, is: (word: HeardWord) => boolean): readonly HeardWord[] =>
  textBlocks(doc).flatMap((block) =>
    wordsOfBlock(block.node)
      .filter(is)
      .map((word) => placed(word, block)),
  );

/** Words that a passage touches. */
export function wordsBetween(
  doc: Node,
  { from, to }: { readonly from: number; readonly to: number },
): readonly HeardWord[] {
  const blocks = textBlocks(doc);
  const first = Math.max(0, blockBefore(blocks, from));
  return blocks.slice(first, blockBefore(blocks, to) + 1).flatMap((block) =>
    wordsOfBlock(block.node)
      .filter((word) => word.from + block.start < to && word.to + block.start > from)
      .map((word) => placed(word, block)),
  );
}

/** The word that a position touches. */
export function wordAt(doc: Node, position: number): HeardWord | undefined {
  const blocks = textBlocks(doc);
  const block = blocks[blockBefore(blocks, position)];
  const word = block && wordUnder(wordsOfBlock(block.node), position - block.start);
  return word && placed(word, block);
}

/** The word under a position, else the nearest before it, else the first: new text takes its neighbour's time. */
export function wordBefore(doc: Node, position: number): HeardWord | undefined {
  const blocks = textBlocks(doc);
  for (let at = blockBefore(blocks, position); at >= 0; at -= 1) {
    const block = blocks[at];
    const word =
      block && wordsOfBlock(block.node).findLast(({ from }) => from + block.start <= position);
    if (word) return placed(word, block);
  }
  const first = blocks.find(({ node }) => wordsOfBlock(node).length > 0);
  const word = first && wordsOfBlock(first.node)[0];
  return word && placed(word, first);
}

/** Untouched text is still what the machine wrote. */
export const isUntouched = ({ text, written }: HeardWord): boolean => text === written;

/** The word of some that a position touches. */
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
