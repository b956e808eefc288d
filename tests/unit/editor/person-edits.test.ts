import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { draftedText } from '../../../terminology/draft/drafted-text';
import type { Segment } from '../../../terminology/word';
import { appendDraft } from '../../../web/editor/draft';
import { heardWords } from '../../../web/editor/heard-words';
import { editedPassages } from '../../../web/editor/person-edits';
import { schema } from '../../../web/editor/schema';
import { mended, segment } from '../../builders';

function drafted(...segments: readonly Segment[]): EditorState {
  const empty = EditorState.create({ doc: schema.node('doc', null, [schema.node('paragraph')]) });
  const options = { writtenUntil: -1, isComplete: true, spoken: {} };
  return empty.apply(appendDraft(empty, draftedText(segments, options)));
}

/** Selects from the start of one word to the end of another and types over them. */
function typedOver(state: EditorState, first: string, last: string, text: string): EditorState {
  const words = heardWords(state.doc);
  const { from } = words.find((word) => word.text === first)!;
  const { to } = words.find((word) => word.text === last)!;
  return state.apply(state.tr.insertText(text, from, to));
}

const SAID = segment('passage de la lance diatermique sans incident point à la ligne suite simple');

describe('what a person wrote of her own', () => {
  test('is nothing in a draft as the machine left it', () => {
    expect(editedPassages(drafted(SAID).doc)).toEqual([]);
  });

  test('covers the sound of every word she typed over', () => {
    const { doc } = typedOver(drafted(SAID), 'lance', 'diatermique', 'anse diathermique');
    expect(editedPassages(doc)).toEqual([
      {
        start: 1.5,
        end: 2.5,
        written: 'anse diathermique',
        before: 'Passage de la ',
        after: 'sans incident.',
      },
    ]);
  });

  test('is not read in the paragraph she is in', () => {
    const { doc } = typedOver(drafted(SAID), 'lance', 'lance', 'anse');
    expect(editedPassages(doc, 3)).toEqual([]);
    expect(editedPassages(doc, doc.content.size - 1)).toHaveLength(1);
  });

  test('is not what she only removed, nor what she put back as it was', () => {
    expect(editedPassages(typedOver(drafted(SAID), 'lance', 'lance', '').doc)).toEqual([]);
    expect(editedPassages(typedOver(drafted(SAID), 'lance', 'lance', 'lance').doc)).toEqual([]);
  });

  test('covers all the words of a repair she changed one word of', () => {
    const [repair] = mended('lance diatermique', 'anse diathermique').words;
    const words = ['anse', 'diathermique'].map((text) => ({ ...repair!, text }));
    const state = typedOver(
      drafted(segment('passage de'), { start: 10, end: 11, words }, segment('sans incident', 11)),
      'anse',
      'anse',
      'pince',
    );
    expect(editedPassages(state.doc)).toMatchObject([
      { start: 1, end: 11, written: expect.stringMatching(/^pince/) as string },
    ]);
  });
});
