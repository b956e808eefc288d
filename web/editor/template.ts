import type { Node, Schema } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { fold } from '../../terminology/lexicon/fold';
import type { TemplateSection } from '../dossier/template';

const TITLE_LEVEL = 2;

const titleKey = (text: string): string => fold(text).replace(/[\s:]+$/u, '');

/** The section that a block opens: a heading, or a line that begins with its title and a colon. */
function opens(block: Node, key: string): boolean {
  if (block.type.name === 'heading') return titleKey(block.textContent) === key;
  const text = fold(block.textContent);
  return text.startsWith(key) && /^\s*:/u.test(text.slice(key.length));
}

function blocksOf(schema: Schema, { title, text }: TemplateSection): Node[] {
  const lines = text === '' ? [''] : text.split('\n');
  const heading = () => schema.node('heading', { level: TITLE_LEVEL }, schema.text(title));
  return [
    ...(title === '' ? [] : [heading()]),
    ...lines.map((line) => schema.node('paragraph', null, line === '' ? [] : [schema.text(line)])),
  ];
}

/** A section without a title is known by its first line. */
function positionOf(doc: Node, { title, text }: TemplateSection): number | undefined {
  const key = titleKey(title);
  const [firstLine] = text.split('\n');
  let found: number | undefined;
  doc.forEach((block, position) => {
    const isThere = key === '' ? block.textContent === firstLine : opens(block, key);
    if (found === undefined && isThere) found = position;
  });
  return found;
}

const isBlank = (doc: Node): boolean => doc.childCount === 1 && doc.textContent === '';

/**
 * Adds the sections that the report lacks, each before the next one that is there. What is written already is never
 * moved nor changed. `undefined` where nothing is missing.
 */
export function insertTemplate(
  { doc, schema, tr }: EditorState,
  sections: readonly TemplateSection[],
): Transaction | undefined {
  const places = sections.map((section) => positionOf(doc, section));
  if (!places.includes(undefined)) return undefined;
  if (isBlank(doc)) {
    const blocks = sections.flatMap((section) => blocksOf(schema, section));
    return tr.replaceWith(0, doc.content.size, blocks);
  }
  let next = doc.content.size;
  for (const [at, section] of [...sections.entries()].reverse()) {
    const place = places[at];
    if (place === undefined)
      tr.insert(Math.min(next, tr.doc.content.size), blocksOf(schema, section));
    else next = Math.min(next, place);
  }
  return tr.scrollIntoView();
}
