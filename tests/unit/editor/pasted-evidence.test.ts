import { Slice } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { PastedEvidence } from '../../../web/editor/pasted-evidence';
import { schema } from '../../../web/editor/schema';

const bold = schema.mark('bold');
const heard = schema.mark('heard', { start: 1, end: 2, heard: 'bilan', written: 'bilan' });

const sliceOf = (text: string): Slice => {
  const words = [
    schema.text(text, [heard, bold]),
    schema.node('spokenCommand', { heard: 'à la ligne' }),
    schema.text(' normal'),
  ];
  const item = schema.node('listItem', null, schema.node('paragraph', null, words));
  return new Slice(schema.node('doc', null, schema.node('bulletList', null, item)).content, 0, 0);
};

const blankAttrs = {
  id: 'blank-1',
  start: 3,
  end: 4,
  guess: 'anse',
  question: 'Laquelle ?',
  answer: '',
};

const paragraphWith = (attrs: typeof blankAttrs) =>
  schema.node('doc', null, schema.node('paragraph', null, schema.node('blank', attrs)));

const blankSlice = (): Slice => new Slice(paragraphWith(blankAttrs).content, 0, 0);

const EMPTY = schema.node('doc', null, schema.node('paragraph'));

const pastedBlank = (slice: Slice): unknown => slice.content.firstChild?.firstChild?.attrs;

describe('the sound of pasted words', () => {
  test('stays when they are moved within their report', () => {
    const evidence = new PastedEvidence();
    evidence.copied(sliceOf('bilan'));
    expect(evidence.pasted(sliceOf('bilan'), EMPTY).eq(sliceOf('bilan'))).toBe(true);
  });

  test('is taken away when they come from elsewhere, and nothing else is', () => {
    const evidence = new PastedEvidence();
    evidence.copied(sliceOf('bilan'));
    const pasted = evidence.pasted(sliceOf('autre'), EMPTY);
    const words = [schema.text('autre', [bold]), schema.text(' normal')];
    const item = schema.node('listItem', null, schema.node('paragraph', null, words));
    const doc = schema.node('doc', null, schema.node('bulletList', null, item));
    expect(pasted.content.toJSON()).toEqual(doc.content.toJSON());
  });

  test('a blank that was cut and pasted is the same; a copy of one that stands there is another', () => {
    const evidence = new PastedEvidence();
    evidence.copied(blankSlice());
    expect(pastedBlank(evidence.pasted(blankSlice(), EMPTY))).toEqual(blankAttrs);
    const copy = pastedBlank(evidence.pasted(blankSlice(), paragraphWith(blankAttrs)));
    expect(copy).toEqual({ ...blankAttrs, id: expect.not.stringMatching('blank-1') as string });
  });

  test('a blank from elsewhere has neither sound nor question', () => {
    const pasted = pastedBlank(new PastedEvidence().pasted(blankSlice(), EMPTY));
    expect(pasted).toEqual({
      ...blankAttrs,
      id: expect.not.stringMatching('blank-1') as string,
      start: 0,
      end: 0,
      question: '',
    });
  });
});
