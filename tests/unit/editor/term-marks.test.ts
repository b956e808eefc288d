import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { DecorationSet, type EditorView } from '@tiptap/pm/view';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { categoryMask } from '../../../terminology/lexicon/category';
import { schema } from '../../../web/editor/schema';
import { occurrences, writeOver } from '../../../web/editor/term-editing';
import {
  askMarksAgain,
  chooseMarks,
  markAt,
  marksOfKind,
  termMarks,
} from '../../../web/editor/term-marks';

const DRUG = categoryMask(['drug']);
const TSH = categoryMask(['biology', 'abbreviation']);

/** A lexicon of one drug, one analyte, and one word it does not know. */
function answer(text: string): Uint32Array {
  const marks: number[] = [];
  for (const [word, mask] of [
    ['aspirine', DRUG],
    ['TSH', TSH],
    ['acide folique', DRUG],
    ['zorbec', 0],
  ] as const)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
      marks.push(at, at + word.length, mask);
  return Uint32Array.from(marks);
}

const paragraph = (text: string) => schema.node('paragraph', null, text ? [schema.text(text)] : []);

/** An editor without a page: it keeps its state and tells the plugin of each change. */
class Desk {
  state: EditorState;
  asked: (readonly string[])[] = [];
  held: Promise<void> = Promise.resolve();
  readonly #plugin;

  constructor(...paragraphs: string[]) {
    const plugin = termMarks(
      async (texts) => {
        this.asked.push(texts);
        await this.held;
        return texts.map(answer);
      },
      () => undefined,
    );
    this.state = EditorState.create({
      doc: schema.node('doc', null, paragraphs.map(paragraph)),
      plugins: [plugin],
    });
    this.#plugin = plugin.spec.view?.(this.view);
  }

  get view(): EditorView {
    return this as unknown as EditorView;
  }

  dispatch(tr: Transaction): void {
    const before = this.state;
    this.state = before.apply(tr);
    this.#plugin?.update?.(this.view, before);
  }

  get marks(): string[] {
    const kinds = ['drug', 'biology', 'abbreviation', 'unknown'] as const;
    return kinds.flatMap((kind) =>
      marksOfKind(this.state, kind).map(
        ({ from, to }) => `${this.state.doc.textBetween(from, to)} ${kind}`,
      ),
    );
  }

  type(text: string, at: number): void {
    const { tr } = this.state;
    tr.insertText(text, at).setSelection(TextSelection.create(tr.doc, at + text.length));
    this.dispatch(tr);
  }

  /** Texts that are painted, as against marks that are known. */
  get painted(): string[] {
    const [plugin] = this.state.plugins;
    const set = plugin?.props.decorations?.call(plugin, this.state);
    const all = set instanceof DecorationSet ? set.find() : [];
    return all.map(({ from, to }) => this.state.doc.textBetween(from, to));
  }

  settle = () => vi.advanceTimersByTimeAsync(500);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the marks of a report', () => {
  test('come for every paragraph, one kind for each', async () => {
    const desk = new Desk('Sous aspirine, TSH dosée.', 'Vu zorbec.');
    await desk.settle();
    expect(desk.marks).toEqual(['aspirine drug', 'TSH biology', 'zorbec unknown']);
    expect(desk.asked).toEqual([['Sous aspirine, TSH dosée.', 'Vu zorbec.']]);
  });

  test('are asked again for the paragraph that changed only, once a pause', async () => {
    const desk = new Desk('Sous aspirine.', 'Rien.');
    await desk.settle();
    desk.asked = [];
    for (const letter of ['a', 'b', 'c']) desk.type(letter, 17);
    expect(desk.asked).toEqual([]);
    expect(desk.marks).toEqual(['aspirine drug']);
    await desk.settle();
    expect(desk.asked).toEqual([['cbaRien.']]);
  });

  test('move with the text until the answer comes, and a late answer is dropped', async () => {
    const desk = new Desk('Sous aspirine.');
    await desk.settle();
    let resolve: () => void = () => undefined;
    desk.held = new Promise((settled) => (resolve = settled));
    desk.type('zorbec ', 1);
    await desk.settle();
    expect(desk.asked.at(-1)).toEqual(['zorbec Sous aspirine.']);
    desk.dispatch(desk.state.tr.delete(1, 8));
    expect(desk.marks).toEqual(['aspirine drug']);
    resolve();
    await desk.settle();
    expect(desk.marks).toEqual(['aspirine drug']);
    expect(desk.asked.at(-1)).toEqual(['Sous aspirine.']);
  });

  test('do not judge a word before the caret leaves it', async () => {
    const desk = new Desk('');
    desk.type('zorbec', 1);
    await desk.settle();
    expect(desk.painted).toEqual([]);
    desk.dispatch(desk.state.tr.setSelection(TextSelection.create(desk.state.doc, 1)));
    expect(desk.painted).toEqual(['zorbec']);
  });

  test('of several words keep their sign for the last one, and are one mark', async () => {
    const desk = new Desk('Sous acide folique.');
    await desk.settle();
    expect(desk.painted).toEqual(['acide folique', 'folique']);
    expect(desk.marks).toEqual(['acide folique drug']);
    const at = 'Sous acide folique'.length;
    expect(markAt(desk.state, at)).toEqual({ from: 6, to: 19, kind: 'drug' });
  });

  test('can be hidden by kind, a term of two kinds then showing the other, and words left alone', async () => {
    const desk = new Desk('Sous aspirine, TSH et zorbec.');
    await desk.settle();
    chooseMarks(desk.view, { hidden: ['drug', 'biology'], ignored: ['zorbec'] });
    expect(desk.marks).toEqual(['TSH abbreviation']);
    chooseMarks(desk.view, { hidden: [], ignored: [] });
    expect(desk.marks).toEqual(['aspirine drug', 'TSH biology', 'zorbec unknown']);
    expect(desk.asked).toHaveLength(1);
  });

  test('stay while everything is asked again', async () => {
    const desk = new Desk('Sous aspirine.');
    await desk.settle();
    askMarksAgain(desk.view);
    expect(desk.marks).toEqual(['aspirine drug']);
    await desk.settle();
    expect(desk.asked).toHaveLength(2);
    expect(desk.marks).toEqual(['aspirine drug']);
  });

  test('are found at the caret', async () => {
    const desk = new Desk('Sous aspirine.');
    await desk.settle();
    expect(markAt(desk.state, 8)).toEqual({ from: 6, to: 14, kind: 'drug' });
    expect(markAt(desk.state, 2)).toBeUndefined();
  });
});

describe('a word of the report', () => {
  const heard = schema.mark('heard', { start: 1, end: 2, heard: 'zorbec', written: 'zorbec' });
  const state = EditorState.create({
    doc: schema.node('doc', null, [
      schema.node('paragraph', null, [
        schema.text('Zorbec', [heard]),
        schema.text(' et zorbec, zorbecs'),
      ]),
    ]),
  });

  test('is found whole, whatever its capitals', () => {
    expect(occurrences(state, 'zorbec')).toEqual([
      { from: 1, to: 7 },
      { from: 11, to: 17 },
    ]);
  });

  test('is replaced everywhere at once, with its capital and its sound', () => {
    const after = state.apply(writeOver(state, occurrences(state, 'zorbec'), 'zorbex') ?? state.tr);
    expect(after.doc.textContent).toBe('Zorbex et zorbex, zorbecs');
    expect(after.doc.firstChild?.firstChild?.marks).toEqual([heard]);
  });
});
