import { getSchema, type Extensions } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { Document } from '@tiptap/extension-document';
import { HeardMark } from './heard-mark';

/** `windows` counts the transcript windows already written into the report, so that none comes twice. */
const ReportDocument = Document.extend({
  addAttributes: () => ({ windows: { default: 0, rendered: false } }),
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
];

export const schema = getSchema(extensions);
