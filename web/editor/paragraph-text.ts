import type { Node } from '@tiptap/pm/model';

/** Reads something of a node once: a node never changes, and each keystroke asks of all those it left alone. */
export function readOnce<Result>(read: (node: Node) => Result): (node: Node) => Result {
  const known = new WeakMap<Node, { readonly result: Result }>();
  return (node) => {
    const before = known.get(node);
    if (before) return before.result;
    const result = read(node);
    known.set(node, { result });
    return result;
  };
}

/** Text of a text block in which every offset is a position of its content: what is no text counts as a line break. */
export const paragraphText = readOnce((block) =>
  block.textBetween(0, block.content.size, undefined, '\n'),
);

export interface TextBlock {
  readonly node: Node;
  /** Where its content begins in the document. */
  readonly start: number;
}

/** Text blocks of a document, in order. */
export const textBlocks = readOnce((doc): readonly TextBlock[] => {
  const blocks: TextBlock[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    blocks.push({ node, start: position + 1 });
    return false;
  });
  return blocks;
});

/** Number of the last text block whose content begins at or before a position; -1 before the first. */
export function blockBefore(blocks: readonly TextBlock[], position: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? Infinity) <= position) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
