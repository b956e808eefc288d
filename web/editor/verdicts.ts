import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Verdict } from '../dossier/verdict';
import { acceptProposal } from './correction';
import { writeFix, type PlacedFinding } from './findings-plugin';
import { isUntouched, wordsBetween } from './heard-words';

/** Decisions of people about findings; they stand in the document, so that one undo takes back text and decision. */
export const verdictsOf = (doc: Node): readonly Verdict[] =>
  doc.attrs.verdicts as readonly Verdict[];

/** Seconds of what was heard of a passage; `undefined` where it was typed, or where nothing was said. */
export function soundOf(
  doc: Node,
  passage: { readonly from: number; readonly to: number },
): { readonly start: number; readonly end: number } | undefined {
  const words = wordsBetween(doc, passage).filter(isUntouched);
  const start = Math.min(...words.map((word) => word.start));
  const end = Math.max(...words.map((word) => word.end));
  return words.length === 0 ? undefined : { start, end };
}

const withVerdicts = (tr: Transaction, added: readonly Verdict[]): Transaction =>
  tr.setDocAttribute('verdicts', [...verdictsOf(tr.doc), ...added]);

/** Keeps decisions that leave the text as it is, as one change that one undo takes back. */
export const keepVerdicts = ({ tr }: EditorState, verdicts: readonly Verdict[]): Transaction =>
  withVerdicts(tr, verdicts);

export interface Accepted {
  readonly finding: PlacedFinding;
  readonly text: string;
  readonly verdict: Verdict;
}

/**
 * Writes fixes in place of what was found, with the decisions, as one change that one undo takes back; `undefined` where
 * nothing stands any more of what they were for.
 */
export function acceptFixes(
  state: EditorState,
  accepted: readonly Accepted[],
): Transaction | undefined {
  const { tr } = state;
  const verdicts: Verdict[] = [];
  let now = state;
  // From the end, so that the places of the others hold.
  for (const { finding, text, verdict } of accepted.toSorted(
    (a, b) => b.finding.from - a.finding.from,
  )) {
    const one =
      finding.rule === 'heard'
        ? acceptProposal(now, text, finding.to)
        : writeFix(now, finding, text);
    if (!one) continue;
    for (const step of one.steps) tr.step(step);
    now = now.apply(one);
    verdicts.unshift(verdict);
  }
  return verdicts.length === 0 ? undefined : withVerdicts(tr, verdicts).scrollIntoView();
}
