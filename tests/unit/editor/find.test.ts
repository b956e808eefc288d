import { history, undo } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { Finder, nextHit, replaceHits } from '../../../web/editor/find';
import { wordsOf } from '../../../web/editor/heard-words';
import { schema } from '../../../web/editor/schema';
import { soundOf } from '../../../web/editor/verdicts';

const paragraph = (...content: Parameters<typeof schema.node>[2][]) =>
  schema.node('paragraph', null, content.flat() as never);

const typed = (text: string) => schema.text(text);

const heard = (text: string, start: number) =>
  schema.text(text, [
    schema.mark('heard', { start, end: start + 1, heard: text.toLowerCase(), written: text }),
  ]);

const report = (...blocks: ReturnType<typeof paragraph>[]) =>
  EditorState.create({ plugins: [history()], doc: schema.node('doc', null, blocks) });

const foundIn = (text: string, wanted: string, isExact = false): string[] => {
  const { doc } = report(paragraph(typed(text)));
  const hits = new Finder({ text: wanted, isExact }).hits(doc);
  return hits.map(({ from, to }) => doc.textBetween(from, to));
};

describe('what is looked for', () => {
  test.each([
    ['Œdème, oedème et œdeme', 'oedeme', ['Œdème', 'oedème', 'œdeme']],
    ['Élévation de l’ALAT', "elevation de l'alat", ['Élévation de l’ALAT']],
    ['15 mg puis 15\u202fmg', '15 mg', ['15 mg', '15\u202fmg']],
    ['e\u0301tat et état', 'etat', ['e\u0301tat', 'état']],
    ['aaaa', 'aa', ['aa', 'aa']],
    ['rien', '', []],
    ['😀 Droite', 'droite', ['Droite']],
  ])('%s: %s', (text, wanted, hits) => {
    expect(foundIn(text, wanted)).toEqual(hits);
  });

  test.each([
    ['Élévation, élévation, elevation', 'élévation', ['élévation']],
    ['MG et mg', 'mg', ['mg']],
  ])('to the letter, in %s: %s', (text, wanted, hits) => {
    expect(foundIn(text, wanted, true)).toEqual(hits);
  });

  test('is found across marks, and not across lines', () => {
    const { doc } = report(
      paragraph(heard('Rein', 1), typed(' '), heard('droit', 2)),
      paragraph(typed('rein'), schema.node('hardBreak'), typed('droit')),
    );
    expect(new Finder({ text: 'rein droit', isExact: false }).hits(doc)).toEqual([
      { from: 1, to: 11 },
    ]);
  });

  test('is walked both ways and around', () => {
    const hits = [
      { from: 3, to: 5 },
      { from: 9, to: 11 },
    ];
    expect([nextHit(hits, 4, 1), nextHit(hits, 10, 1), nextHit(hits, 9, -1)]).toEqual([
      hits[1],
      hits[0],
      hits[0],
    ]);
    expect([nextHit(hits, 2, -1), nextHit([], 2, 1)]).toEqual([hits[1], undefined]);
  });
});

describe('what is written over', () => {
  const replaced = (state: EditorState, wanted: string, text: string, isExact = false) => {
    const search = { text: wanted, isExact };
    const hits = new Finder(search).hits(state.doc);
    return state.apply(replaceHits(state, { hits, search }, text));
  };

  test.each([
    ['Droit, puis droit', 'droit', 'gauche', 'Gauche, puis gauche'],
    ['MG puis mg', 'mg', 'µg', 'µg puis µg'],
    ['un  mot de trop', ' mot', '', 'un  de trop'],
  ])('%s: %s by %s', (text, wanted, by, result) => {
    expect(replaced(report(paragraph(typed(text))), wanted, by).doc.textContent).toBe(result);
  });

  test('keeps the sound and is taken back by one undo', () => {
    const before = report(
      paragraph(heard('Rein', 1), typed(' '), heard('droit', 2), typed(', rein droit')),
    );
    let state = replaced(before, 'rein droit', 'rein gauche');
    expect(state.doc.textContent).toBe('Rein gauche, rein gauche');
    expect(wordsOf(state.doc)).toMatchObject([
      { text: 'Rein gauche', start: 1, end: 3, heard: 'rein droit', written: 'Rein droit' },
    ]);
    expect(soundOf(state.doc, { from: 1, to: 12 })).toBeUndefined();
    undo(state, (tr) => (state = state.apply(tr)));
    expect(state.doc.eq(before.doc)).toBe(true);
  });
});
