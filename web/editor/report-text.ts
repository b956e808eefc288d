import { blankText } from './blank';
import type { Fragment, Node } from '@tiptap/pm/model';

const isLeftOut = ({ marks }: Node): boolean => marks.some(({ type }) => type.name === 'struck');

function lineOf(block: Node): string {
  let text = '';
  block.descendants((node) => {
    if (node.type.name === 'hardBreak') text += '\n';
    else if (node.type.name === 'blank') text += blankText(node);
    else if (node.isText && !isLeftOut(node)) text += node.text ?? '';
  });
  // Struck words leave the spaces of both their sides.
  return text.replace(/ {2,}/g, ' ').trim();
}

/** A row of a table is a line, its cells apart by tabs as other programs take them. */
function rowOf(row: Node): string {
  const cells: string[] = [];
  row.forEach((cell) => {
    const lines: string[] = [];
    cell.forEach((block) => lines.push(lineOf(block).replaceAll('\n', ' ')));
    cells.push(lines.join(' '));
  });
  return cells.join('\t');
}

/** Report as plain text, a line a block: struck words, notes and the signs of commands are not part of it. */
export function reportText(content: Node | Fragment): string {
  const lines: string[] = [];
  content.descendants((node) => {
    if (node.type.name === 'asideNote') return false;
    if (node.type.name === 'tableRow') {
      lines.push(rowOf(node));
      return false;
    }
    if (!node.isTextblock) return true;
    lines.push(lineOf(node));
    return false;
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
