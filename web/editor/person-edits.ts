import type { Node } from '@tiptap/pm/model';
import { heardWords, isUntouched, type HeardWord } from './heard-words';

/** Text that a person left between two things the machine wrote, with the seconds of sound between them. */
export interface EditedPassage {
  readonly start: number;
  readonly end: number;
  readonly written: string;
  /** A few words of the same paragraph on either side. */
  readonly before: string;
  readonly after: string;
}

/** Something of the machine that stands as it was written; positions in its paragraph. */
interface Anchor {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

interface Paragraph {
  readonly node: Node;
  readonly anchors: readonly Anchor[];
}

const CONTEXT = 40;

const groupOf = ({ origin, start, end, heard }: HeardWord): string =>
  `${origin} ${start} ${end} ${heard}`;

/** Words mended together are touched together. */
function anchorsOf(node: Node): Anchor[] {
  const words = heardWords(node);
  const touched = new Set(words.filter((word) => !isUntouched(word)).map(groupOf));
  const anchors: Anchor[] = words.filter((word) => !touched.has(groupOf(word)));
  node.forEach((child, from) => {
    if (child.type.name !== 'spokenCommand') return;
    const { start, end } = child.attrs;
    anchors.push({ from, to: from + child.nodeSize, start: Number(start), end: Number(end) });
  });
  return anchors.sort((a, b) => a.from - b.from);
}

/**
 * What a person wrote of her own, each passage between two untouched pieces of the draft, so that words she removed are
 * known by their sound. The paragraph at `working` is left out: it is still being written.
 */
export function editedPassages(doc: Node, working?: number): EditedPassage[] {
  const paragraphs: Paragraph[] = [];
  const left: number[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const isWorking =
      working !== undefined && position <= working && working <= position + node.nodeSize;
    if (isWorking) left.push(paragraphs.length);
    paragraphs.push({ node, anchors: anchorsOf(node) });
    return false;
  });
  return paragraphs.flatMap((paragraph, index) =>
    left.includes(index) ? [] : passagesOf(paragraph, paragraphs, index),
  );
}

function passagesOf(
  { node, anchors }: Paragraph,
  all: readonly Paragraph[],
  index: number,
): EditedPassage[] {
  const before = all.slice(0, index).findLast((other) => other.anchors.length > 0);
  const after = all.slice(index + 1).find((other) => other.anchors.length > 0);
  const outerStart = before?.anchors.at(-1)?.end ?? 0;
  const outerEnd = after?.anchors[0]?.start ?? Number.POSITIVE_INFINITY;
  const passages: EditedPassage[] = [];
  for (let at = 0; at <= anchors.length; at++) {
    const [previous, next] = [anchors[at - 1], anchors[at]];
    const from = previous?.to ?? 0;
    const to = next?.from ?? node.content.size;
    const written = textOf(node, from, to).trim();
    const [start, end] = [previous?.end ?? outerStart, next?.start ?? outerEnd];
    if (!/\p{L}/u.test(written) || start >= end) continue;
    const lead = textOf(node, 0, from).slice(-CONTEXT);
    passages.push({
      start,
      end,
      written,
      before: /\s$/.test(lead) || lead === '' ? lead : `${lead} `,
      after: textOf(node, to, node.content.size).slice(0, CONTEXT),
    });
  }
  return passages;
}

const textOf = (node: Node, from: number, to: number): string =>
  node.textBetween(from, Math.max(from, to), ' ', '');
