import type { Node } from '@tiptap/pm/model';

/** Text of a text block in which every offset is a position of its content: what is no text counts as a line break. */
export const paragraphText = (block: Node): string =>
  block.textBetween(0, block.content.size, undefined, '\n');

export interface TextBlock {
  readonly node: Node;
  /** Where its content begins in the document. */
  readonly start: number;
}

/** Text blocks of a document, in order. */
export function textBlocks(doc: Node): TextBlock[] {
  const blocks: TextBlock[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    blocks.push({ node, start: position + 1 });
    return false;
  });
  return blocks;
}
