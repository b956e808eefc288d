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

describe('the sound of pasted words', () => {
  test('stays when they are moved within their report', () => {
    const evidence = new PastedEvidence();
    evidence.copied(sliceOf('bilan'));
    expect(evidence.pasted(sliceOf('bilan')).eq(sliceOf('bilan'))).toBe(true);
  });

  test('is taken away when they come from elsewhere, and nothing else is', () => {
    const evidence = new PastedEvidence();
    evidence.copied(sliceOf('bilan'));
    const pasted = evidence.pasted(sliceOf('autre'));
    const words = [schema.text('autre', [bold]), schema.text(' normal')];
    const item = schema.node('listItem', null, schema.node('paragraph', null, words));
    const doc = schema.node('doc', null, schema.node('bulletList', null, item));
    expect(pasted.content.toJSON()).toEqual(doc.content.toJSON());
  });
});
