import { history, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { draftedText } from '../../../terminology/draft/drafted-text';
import type { SpokenOptions } from '../../../terminology/spoken';
import { alertsIn } from '../../../web/editor/attention';
import { restoreHeard } from '../../../web/editor/correction';
import { appendDraft } from '../../../web/editor/draft';
import { heardWords } from '../../../web/editor/heard-words';
import { reportText } from '../../../web/editor/report-text';
import { schema } from '../../../web/editor/schema';
import { passageAt, removeStruck, struckPassages } from '../../../web/editor/struck';
import { valueInWords } from '../../../web/words/values';
import { segment } from '../../builders';

function drafted(heard: string, spoken: SpokenOptions = {}): EditorState {
  const empty = EditorState.create({
    doc: schema.node('doc', null, [schema.node('paragraph')]),
    plugins: [history()],
  });
  const options = { writtenUntil: -1, isComplete: true, spoken };
  return empty.apply(appendDraft(empty, draftedText([segment(heard)], options)));
}

const CORRECTED = 'le lobe mesure quatorze non pardon quinze millimètres point';

describe('what the speaker took back', () => {
  test('is one passage with its cue and its sound, and asks to be looked at', () => {
    const { doc } = drafted(CORRECTED);
    expect(struckPassages(doc)).toMatchObject([{ text: '14 non pardon', start: 1.5, end: 3 }]);
    expect(alertsIn(heardWords(doc)).map(({ risk }) => risk)).toEqual([3]);
  });

  test('goes by a person’s key, leaves its sound in its place, and comes back by undo', () => {
    const state = drafted(CORRECTED);
    const gone = state.apply(removeStruck(state, struckPassages(state.doc))!);
    expect(gone.doc.textContent).toBe('Le lobe mesure 15\u202fmm.');
    expect(alertsIn(heardWords(gone.doc))).toEqual([]);
    const signs: unknown[] = [];
    gone.doc.descendants(({ type, attrs }) => {
      if (type.name === 'spokenCommand') signs.push(attrs);
    });
    expect(signs).toEqual([{ heard: '14 non pardon', start: 1.5, end: 3, sign: 'removed' }]);
    let undone = gone;
    undo(gone, (tr) => {
      undone = gone.apply(tr);
    });
    expect(undone.doc.toJSON()).toEqual(state.doc.toJSON());
  });

  test('is found where the caret is, and all of it goes at once', () => {
    const state = drafted(`${CORRECTED} à droite euh non à gauche point`);
    const passages = struckPassages(state.doc);
    expect(passages).toHaveLength(2);
    expect(passageAt(passages, passages[1]!.from)).toBe(passages[1]);
    expect(passageAt(passages, 1)).toBeUndefined();
    const gone = state.apply(removeStruck(state, passages)!);
    expect(struckPassages(gone.doc)).toEqual([]);
    expect(reportText(gone.doc)).toBe(reportText(state.doc));
  });

  test('is nothing where nothing was taken back', () => {
    const state = drafted('rien à signaler point');
    expect(removeStruck(state, struckPassages(state.doc))).toBeUndefined();
  });
});

describe('a text of the practice', () => {
  const text = 'Bien à vous.\n\nDr Martin';
  const spoken = { ownCommands: [{ said: 'formule de politesse', text }] };

  test('stands on its lines, and goes back as one', () => {
    const state = drafted('merci point formule de politesse point', spoken);
    expect(reportText(state.doc)).toBe(`Merci.\n${text}`);
    const { from } = heardWords(state.doc).find((word) => word.text === 'Dr Martin')!;
    const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from)));
    const back = there.apply(restoreHeard(there)!);
    expect(reportText(back.doc)).toBe('Merci.\nformule de politesse point');
  });
});

describe('the value behind what is typed', () => {
  const valueOf = (heard: string) =>
    heardWords(drafted(heard).doc)
      .map(({ value }) => value)
      .filter((value) => value !== '');

  test.each([
    ['née le douze mars mille neuf cent soixante-huit', '1968-03-12', 'mardi 12 mars 1968'],
    ['vu en mars deux mille dix-neuf', '2019-03', 'mars 2019'],
    ['le quinze août', '--08-15', 'le 15/08, sans année'],
    ['à sept heures trente', '07:30', '07 h 30'],
    ['à deux heures quarante du début', 'PT2H40M', '2 heures 40 minutes'],
    ['zéro virgule cinq milligrammes', '0.5 mg', '0,5 mg'],
    ['tension à cent trente-huit sur soixante-seize', '138 76', '138 76'],
  ])('of "%s" is kept with its sound', (heard, value, shown) => {
    expect(valueOf(heard)).toEqual([value]);
    expect(valueInWords(value)).toBe(shown);
  });

  test('of a date that does not exist is none', () => {
    expect(valueOf('né le trente et un juin mille neuf cent soixante')).toEqual([]);
  });
});
