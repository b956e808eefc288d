import type { Node } from '@tiptap/pm/model';
import type { Finding } from '../../../terminology/rules/finding';
import { Findings } from '../../../terminology/rules/findings';
import { blocksOf, paragraphOf } from '../../../web/editor/report-paragraphs';

/** What the rules say of a document without a lexicon, with the words they say it of. */
export function alertsIn(doc: Node): (Finding & { readonly text: string })[] {
  const changed = blocksOf(doc).map((block) => ({ id: block.id, paragraph: paragraphOf(block) }));
  const order = changed.map(({ id }) => id);
  const { findings } = new Findings(undefined).update({
    context: { day: '2026-11-22' },
    order,
    changed,
  });
  return findings.map((finding) => ({
    ...finding,
    text: changed[finding.paragraph]!.paragraph.text.slice(finding.from, finding.to),
  }));
}
