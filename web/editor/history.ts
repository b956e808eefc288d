import { Node } from '@tiptap/pm/model';
import { Step } from '@tiptap/pm/transform';
import type { StoredReport } from '../dossier/report';
import { schema } from './schema';

export interface OpenedReport {
  readonly document: Node;
  /** Journal entries that `document` contains. */
  readonly version: number;
  readonly selection: { readonly anchor: number; readonly head: number } | undefined;
  /** An entry could not be read: what stands before it is whole, what stands after is left out. */
  readonly damaged: boolean;
}

export const emptyDocument = (): Node => schema.node('doc', null, [schema.node('paragraph')]);

/** Rebuilds a report from its snapshot and its journal. */
export function openReport({ snapshot, journal }: StoredReport): OpenedReport {
  let document = snapshot ? Node.fromJSON(schema, snapshot.document) : emptyDocument();
  let version = snapshot?.version ?? 0;
  for (const entry of journal) {
    const next = replay(document, entry.steps);
    if (!next || entry.version !== version + 1) {
      return { document, version, selection: snapshot?.selection, damaged: true };
    }
    document = next;
    version = entry.version;
  }
  return { document, version, selection: snapshot?.selection, damaged: false };
}

function replay(document: Node, steps: readonly object[]): Node | undefined {
  try {
    return steps.reduce<Node>((doc, json) => {
      const { doc: next, failed } = Step.fromJSON(schema, json).apply(doc);
      if (!next) throw new RangeError(failed ?? 'step does not apply');
      return next;
    }, document);
  } catch {
    return undefined;
  }
}
