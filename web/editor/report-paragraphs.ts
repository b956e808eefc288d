import type { Node } from '@tiptap/pm/model';
import {
  BLANK,
  type ParagraphKind,
  type ReportParagraph,
  type Stretch,
} from '../../terminology/rules/report';
import type { Risk } from '../../terminology/rules/finding';
import { heardWords, isUntouched, type HeardWord } from './heard-words';
import { textBlocks, type TextBlock } from './paragraph-text';

/** A block of text of the document. A node never changes, so that its number stands for its very text. */
export interface NumberedBlock extends TextBlock {
  readonly id: number;
}

const numbers = new WeakMap<Node, number>();
let last = 0;

function numberOf(node: Node): number {
  const known = numbers.get(node);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(node, last);
  return last;
}

/** The blocks of text of a document, in order. */
export function blocksOf(doc: Node): NumberedBlock[] {
  return textBlocks(doc).map(({ node, start }) => ({ id: numberOf(node), node, start }));
}

/** Each position is one letter: a line break is "\n", a blank has its sign, other signs of the editor are a space. */
function letterOf(leaf: Node): string {
  if (leaf.type.name === 'hardBreak') return '\n';
  return leaf.type.name === 'blank' ? BLANK : ' ';
}

const kindOf = ({ type }: Node): ParagraphKind => {
  if (type.name === 'heading') return 'heading';
  return type.name === 'asideNote' ? 'aside' : 'paragraph';
};

const isRisk = (risk: number): risk is Risk => risk >= 1 && risk <= 8;

function stretchOf(word: HeardWord): Stretch {
  const { from, to, isStruck } = word;
  if (!isUntouched(word)) {
    return { from, to, origin: 'hand', confidence: 1, heard: '', ...(isStruck && { isStruck }) };
  }
  const { origin, confidence, heard, risk, reason, proposals } = word;
  return {
    from,
    to,
    origin,
    confidence,
    heard,
    ...(isStruck && { isStruck }),
    ...(isRisk(risk) && { doubt: { risk, reason, proposals } }),
  };
}

/** A block as the rules read it: what a person has touched is hers, and no longer the machine's. */
export const paragraphOf = ({ node }: Pick<NumberedBlock, 'node'>): ReportParagraph => ({
  kind: kindOf(node),
  text: node.textBetween(0, node.content.size, '', letterOf),
  stretches: heardWords(node).map(stretchOf),
});
