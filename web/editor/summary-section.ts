import { Node } from '@tiptap/core';
import { fold } from '../../terminology/lexicon/fold';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** A summary in the report: handed on with it, but never summarised itself. */
export const SummarySection = Node.create({
  name: 'summarySection',
  group: 'block',
  content: '(heading | paragraph)+',
  defining: true,
  parseHTML: () => [{ tag: 'section[data-summary]' }],
  renderHTML: () => ['section', { 'data-summary': '', class: 'summary-section' }, 0],
});

/** Lines under their headings, as they are to stand in the report. */
export interface SectionText {
  readonly title: string;
  readonly parts: readonly { readonly heading: string; readonly lines: readonly string[] }[];
}

/** A block of a template that asks for the summary: "[résumé]" alone. */
export const asksForSummary = (block: DocumentNode): boolean =>
  block.isTextblock && /^\s*\[resume\]\s*$/.test(fold(block.textContent));

/** Where the summary goes: over the one that is there, else where a template asks for it, else at the head of the report. */
function placeIn(doc: DocumentNode): { from: number; to: number } {
  let [old, asked]: ({ from: number; to: number } | undefined)[] = [];
  doc.forEach((node, from) => {
    const span = { from, to: from + node.nodeSize };
    if (node.type.name === 'summarySection') old ??= span;
    else if (asksForSummary(node)) asked ??= span;
  });
  return old ?? asked ?? { from: 0, to: 0 };
}

/** Puts the summary into the report, where the draft that still grows cannot run into it. */
export function insertSummary({ tr, doc, schema }: EditorState, section: SectionText): Transaction {
  const line = (heading: string, text: string): DocumentNode =>
    schema.node('paragraph', null, [
      schema.text(`${heading} : `, [schema.mark('bold')]),
      schema.text(text),
    ]);
  const content = section.parts.map(({ heading, lines }) => line(heading, lines.join(' ')));
  const title = schema.node('heading', { level: 2 }, [schema.text(section.title)]);
  const { from, to } = placeIn(doc);
  const written = schema.node('summarySection', null, [title, ...content]);
  return tr.replaceWith(from, to, written).scrollIntoView();
}
