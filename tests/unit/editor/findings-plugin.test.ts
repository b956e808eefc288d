import { EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Findings, type FindingsAnswer } from '../../../terminology/rules/findings';
import {
  askAgain,
  checked,
  findingsIn,
  isChecked,
  findingsPlugin,
  writeFix,
  type ParagraphsRequest,
} from '../../../web/editor/findings-plugin';
import { schema } from '../../../web/editor/schema';

const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)]);

/** An editor without a screen whose rules answer when told to. */
function review(...lines: string[]) {
  const rules = new Findings(undefined);
  const requests: ParagraphsRequest[] = [];
  const waiting: (() => void)[] = [];
  const ask = (request: ParagraphsRequest): Promise<FindingsAnswer> => {
    requests.push(request);
    return new Promise((resolve) => {
      waiting.push(() => resolve(rules.update({ context: { day: '2026-11-22' }, ...request })));
    });
  };
  const plugin = findingsPlugin(ask);
  const doc = schema.node('doc', null, lines.map(paragraph));
  const view = {
    state: EditorState.create({ doc, plugins: [plugin] }),
    dispatch(tr: Transaction) {
      const before = this.state;
      this.state = before.apply(tr);
      shown?.update?.(view as unknown as EditorView, before);
    },
  };
  const shown = plugin.spec.view?.(view as unknown as EditorView);
  const answer = async () => {
    waiting.shift()?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  const pause = () => vi.advanceTimersByTimeAsync(200);
  return { view, requests, answer, pause };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('findings in the editor', () => {
  test('stand where the rules say, and are asked again for the changed paragraph only', async () => {
    const { view, requests, answer, pause } = review('Foie ferme, normal.', 'Foie ___ normal.');
    await answer();
    expect(findingsIn(view.state)).toMatchObject([
      { rule: 'blank', text: '___', from: 27, to: 30 },
    ]);
    view.dispatch(view.state.tr.insertText('Le r', 1, 2));
    expect(findingsIn(view.state)).toMatchObject([{ text: '___', from: 30 }]);
    expect(requests).toHaveLength(1);
    await pause();
    expect(requests.map(({ order, changed }) => [order.length, changed.length])).toEqual([
      [2, 2],
      [2, 1],
    ]);
  });

  test('answers that come late are placed in the text as it is by then', async () => {
    const { view, requests, answer } = review('Foie ferme, normal.', 'Foie ___ normal.');
    view.dispatch(view.state.tr.insertText('Le r', 1, 2));
    await answer();
    expect(findingsIn(view.state)).toMatchObject([{ text: '___', from: 30 }]);
    await answer();
    expect(requests).toHaveLength(2);
  });

  test('are not known before the answer, and asked for again while an answer is under way', async () => {
    const { view, requests, answer } = review('Foie ___ normal.');
    const editor = view as unknown as EditorView;
    expect(isChecked(editor)).toBe(false);
    askAgain(editor);
    await answer();
    expect(requests).toHaveLength(2);
    expect(isChecked(editor)).toBe(false);
    await answer();
    expect(isChecked(editor)).toBe(true);
    view.dispatch(view.state.tr.insertText('Le ', 1));
    expect(isChecked(editor)).toBe(false);
    const whole = checked(editor);
    await answer();
    expect(await whole).toBe(true);
  });

  test('that cannot be had are said not to be known, after one more try', async () => {
    let asked = 0;
    const plugin = findingsPlugin(() => {
      asked += 1;
      return Promise.reject(new Error('the worker is gone'));
    });
    const doc = schema.node('doc', null, [paragraph('Foie normal.')]);
    const editor = { state: EditorState.create({ doc, plugins: [plugin] }) } as EditorView;
    plugin.spec.view?.(editor);
    expect(await checked(editor)).toBe(false);
    expect(asked).toBe(2);
  });

  test('found again at the same place are the same, so that nothing is drawn anew', async () => {
    const { view, answer, pause } = review('Foie ___ normal.', 'Rein ___ normal.');
    await answer();
    const [first] = findingsIn(view.state);
    view.dispatch(view.state.tr.insertText(' et', view.state.doc.content.size - 1));
    expect(findingsIn(view.state)[0]).toBe(first);
    await pause();
    await answer();
    const [again, second] = findingsIn(view.state);
    expect(again).toBe(first);
    expect(second).toMatchObject({ text: '___', from: 24 });
  });

  test('go when a fix is written', async () => {
    const { view, answer, pause } = review('Vu le 31 février 2024. Appui ___.');
    await answer();
    const [blank] = findingsIn(view.state).filter(({ rule }) => rule === 'blank');
    view.dispatch(writeFix(view.state, blank!, 'autorisé'));
    await pause();
    await answer();
    expect(view.state.doc.textContent).toBe('Vu le 31 février 2024. Appui autorisé.');
    expect(findingsIn(view.state).map(({ text }) => text)).toEqual(['31 février 2024']);
  });
});
