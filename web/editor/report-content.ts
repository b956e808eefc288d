import type { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import type { EditorJson } from '../dossier/report';
import type { DraftedText } from '../../terminology/draft/drafted-text';
import { appendDraft } from './draft';
import { emptyDocument } from './history';
import { reportText } from './report-text';

/** A report as a version keeps it. */
export interface ReportContent {
  readonly document: EditorJson;
  readonly text: string;
}

export const contentOf = (document: Node): ReportContent => ({
  document: document.toJSON() as EditorJson,
  text: reportText(document),
});

/** What the machine wrote, as if nobody had touched it. */
export function draftContent(draft: DraftedText): ReportContent {
  const state = EditorState.create({ doc: emptyDocument() });
  return contentOf(state.apply(appendDraft(state, draft)).doc);
}
