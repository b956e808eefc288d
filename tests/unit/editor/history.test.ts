import fc from 'fast-check';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import type { EditorJson, JournalEntry } from '../../../web/dossier/report';
import { appendWindow } from '../../../web/editor/draft';
import { openReport } from '../../../web/editor/history';
import { schema } from '../../../web/editor/schema';
import { segment, transcriptWindow } from '../../builders';

const start = () =>
  EditorState.create({ doc: openReport({ snapshot: undefined, journal: [] }).document });

function typed(texts: readonly string[]) {
  const journal: JournalEntry[] = [];
  let state = start();
  const apply = (tr: EditorState['tr']) => {
    state = state.apply(tr);
    const steps = tr.steps.map((step) => step.toJSON() as EditorJson);
    journal.push({ dictationId: 'dictation', version: journal.length + 1, steps });
  };
  apply(appendWindow(state, transcriptWindow(0, [segment('Cher ami,')])));
  for (const text of texts) apply(state.tr.insertText(text, state.doc.content.size - 1));
  return { document: state.doc, journal };
}

describe('a stored report', () => {
  test('opens empty when nothing was ever kept', () => {
    expect(openReport({ snapshot: undefined, journal: [] })).toMatchObject({
      version: 0,
      damaged: false,
    });
  });

  test('comes back whole from its journal, from any snapshot on the way', () => {
    const text = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.nat(), (texts, cut) => {
        const { document, journal } = typed(texts);
        const version = cut % (journal.length + 1);
        const middle = openReport({ snapshot: undefined, journal: journal.slice(0, version) });
        const snapshot = {
          format: 1 as const,
          dictationId: 'dictation',
          document: JSON.parse(JSON.stringify(middle.document.toJSON())) as EditorJson,
          version,
        };
        const opened = openReport({ snapshot, journal: journal.slice(version) });
        expect(opened.document.toJSON()).toEqual(document.toJSON());
        expect(opened).toMatchObject({ version: journal.length, damaged: false });
      }),
    );
  });

  test('keeps what stands before a damaged or missing entry, and says so', () => {
    const { journal } = typed(['un', 'deux', 'trois']);
    const broken = journal.map((entry) =>
      entry.version === 3 ? { ...entry, steps: [{ stepType: 'nonsense' }] } : entry,
    );
    const opened = openReport({ snapshot: undefined, journal: broken });
    expect(opened).toMatchObject({ version: 2, damaged: true });
    expect(opened.document.textContent).toBe('Cher ami,un');

    const gap = journal.filter(({ version }) => version !== 2);
    expect(openReport({ snapshot: undefined, journal: gap })).toMatchObject({
      version: 1,
      damaged: true,
    });
  });

  test('has a schema that drops what could reach outside', () => {
    expect(Object.keys(schema.nodes)).not.toContain('image');
    expect(Object.keys(schema.marks)).not.toContain('link');
  });
});
