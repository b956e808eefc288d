import { getSchema, Mark, Node, type Extensions } from '@tiptap/core';
import type { Node as ModelNode } from '@tiptap/pm/model';
import { Document } from '@tiptap/extension-document';
import StarterKit from '@tiptap/starter-kit';
import { BlankNode } from './blank';
import { HeardMark } from './heard-mark';
import { SummarySection } from './summary-section';
import { tableNodes } from './table';

/**
 * `writtenUntil`: seconds of the sound up to which the draft stands in the report, so that nothing comes twice.
 * `verdicts`: what people decided about findings.
 */
const ReportDocument = Document.extend({
  addAttributes: () => ({
    writtenUntil: { default: -1, rendered: false },
    verdicts: { default: [], rendered: false },
  }),
});

/** Words that the speaker took back: seen and heard, but not part of the text; a person removes them. */
const Struck = Mark.create({
  name: 'struck',
  inclusive: false,
  parseHTML: () => [{ tag: 's' }],
  renderHTML: () => ['s', 0],
});

/** An aside to the secretary: beside the text, not in it. */
const AsideNote = Node.create({
  name: 'asideNote',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ about: { default: 'secretary' } }),
  parseHTML: () => [{ tag: 'aside' }],
  renderHTML: () => ['aside', { class: 'aside-note' }, 0],
});

const titleOf = ({ attrs }: ModelNode): string =>
  `${attrs.sign === 'removed' ? 'Retiré' : 'Entendu'} : ${String(attrs.heard)}`;

/** What was said and is not in the text: a command such as "à la ligne", or words taken back and removed by a person. */
const SpokenCommand = Node.create({
  name: 'spokenCommand',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    heard: { default: '' },
    start: { default: 0 },
    end: { default: 0 },
    sign: { default: 'command' },
  }),
  parseHTML: () => [{ tag: 'span[data-command]' }],
  renderHTML: ({ node }) => [
    'span',
    { 'data-command': '', class: 'spoken-command', title: titleOf(node) },
    node.attrs.sign === 'removed' ? '⌫' : '↵',
  ],
  renderText: () => '',
});

export const extensions: Extensions = [
  ReportDocument,
  StarterKit.configure({
    document: false,
    link: false,
    code: false,
    codeBlock: false,
    blockquote: false,
    horizontalRule: false,
    strike: false,
    trailingNode: false,
    heading: { levels: [2, 3] },
  }),
  HeardMark,
  Struck,
  AsideNote,
  SpokenCommand,
  BlankNode,
  SummarySection,
  ...tableNodes,
];

export const schema = getSchema(extensions);
