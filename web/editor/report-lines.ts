import type { Node } from '@tiptap/pm/model';
import { asksForSummary } from './summary-section';

/** One block of the report as a summary reads it: its text, and the document position of each of its UTF-16 units. */
export interface ReportLine {
  readonly text: string;
  readonly positions: readonly number[];
}

const ofDocument = new WeakMap<Node, readonly ReportLine[]>();

const isStruck = ({ marks }: Node): boolean => marks.some(({ type }) => type.name === 'struck');

function lineOf(block: Node, start: number): ReportLine {
  let text = '';
  const positions: number[] = [];
  block.descendants((node, offset) => {
    const added =
      node.type.name === 'hardBreak' ? ' ' : node.isText && !isStruck(node) ? node.text : '';
    for (let at = 0; at < (added?.length ?? 0); at++) positions.push(start + 1 + offset + at);
    text += added ?? '';
  });
  return { text, positions };
}

/** Blocks of a report in order, without struck words, notes and the summary itself. */
export function reportLines(doc: Node): readonly ReportLine[] {
  const known = ofDocument.get(doc);
  if (known) return known;
  const lines: ReportLine[] = [];
  doc.descendants((node, position) => {
    if (node.type.name === 'asideNote' || node.type.name === 'summarySection') return false;
    if (!node.isTextblock) return true;
    if (asksForSummary(node)) return false;
    lines.push(lineOf(node, position));
    return false;
  });
  ofDocument.set(doc, lines);
  return lines;
}

/** Document positions of a passage, half-open; undefined where the report no longer has it. */
export function positionsOf(
  doc: Node,
  {
    paragraph,
    from,
    to,
  }: { readonly paragraph: number; readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } | undefined {
  const positions = reportLines(doc)[paragraph]?.positions;
  const first = positions?.[from];
  const last = positions?.[Math.min(to, positions.length) - 1];
  return first === undefined || last === undefined ? undefined : { from: first, to: last + 1 };
}
