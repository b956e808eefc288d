import { Node } from '@tiptap/core';
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

/** Puts the summary at the head of the report, where the draft that still grows cannot run into it; an older one goes. */
export function insertSummary({ tr, doc, schema }: EditorState, section: SectionText): Transaction {
  const old: { from: number; to: number }[] = [];
  doc.forEach((node: DocumentNode, offset) => {
    if (node.type.name === 'summarySection') old.push({ from: offset, to: offset + node.nodeSize });
  });
  const line = (heading: string, text: string): DocumentNode =>
    schema.node('paragraph', null, [
      schema.text(`${heading} : `, [schema.mark('bold')]),
      schema.text(text),
    ]);
  const content = section.parts.map(({ heading, lines }) => line(heading, lines.join(' ')));
  const title = schema.node('heading', { level: 2 }, [schema.text(section.title)]);
  for (const { from, to } of old.reverse()) tr.delete(from, to);
  return tr.insert(0, schema.node('summarySection', null, [title, ...content])).scrollIntoView();
}
