import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { DecorationSet, type Decoration } from '@tiptap/pm/view';

/** Decorations of one text block; `position` is where the block starts in the document. */
export type DecorateParagraph = (paragraph: Node, position: number) => Decoration[];

function decorateBlocks(doc: Node, from: number, to: number, decorate: DecorateParagraph) {
  const decorations: Decoration[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isTextblock) return true;
    decorations.push(...decorate(node, position));
    return false;
  });
  return decorations;
}

/** The span of whole text blocks that the transaction changed, in the new document. */
function changedSpan(tr: Transaction): { from: number; to: number } | undefined {
  const range = tr.changedRange();
  if (!range) return undefined;
  const $from = tr.doc.resolve(range.from);
  const $to = tr.doc.resolve(range.to);
  return {
    from: $from.depth > 0 ? $from.before(1) : range.from,
    to: $to.depth > 0 ? $to.after(1) : range.to,
  };
}

function update(set: DecorationSet, tr: Transaction, decorate: DecorateParagraph): DecorationSet {
  const span = changedSpan(tr);
  if (!span) return set;
  const mapped = set.map(tr.mapping, tr.doc);
  return mapped
    .remove(mapped.find(span.from, span.to))
    .add(tr.doc, decorateBlocks(tr.doc, span.from, span.to, decorate));
}

/** Keeps decorations that follow from the text: mapped through each change, computed again where it changed. */
export function paragraphDecorations(name: string, decorate: DecorateParagraph): Plugin {
  const key = new PluginKey<DecorationSet>(name);
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_, { doc }) =>
        DecorationSet.create(doc, decorateBlocks(doc, 0, doc.content.size, decorate)),
      apply: (tr, set) => (tr.docChanged ? update(set, tr, decorate) : set),
    },
    props: { decorations: (state) => key.getState(state) },
  });
}
