import { EditorState, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { expand } from '../../../web/editor/auto-text';
import { goToField, takeChoice, turnChoice } from '../../../web/editor/fields';
import { schema } from '../../../web/editor/schema';
import { insertTemplate } from '../../../web/editor/template';

const stateOf = (...lines: string[]) =>
  EditorState.create({
    doc: schema.node(
      'doc',
      null,
      lines.map((line) =>
        line.startsWith('# ')
          ? schema.node('heading', { level: 2 }, [schema.text(line.slice(2))])
          : schema.node('paragraph', null, line === '' ? [] : [schema.text(line)]),
      ),
    ),
  });

const linesOf = ({ doc }: EditorState) =>
  doc.children.map((block) =>
    block.type.name === 'heading' ? `# ${block.textContent}` : block.textContent,
  );

const atEnd = (state: EditorState) =>
  state.apply(state.tr.setSelection(TextSelection.atEnd(state.doc)));

const selected = ({ doc, selection: { from, to } }: EditorState) => doc.textBetween(from, to);

const section = (title: string, text = '') => ({ title, text, isRequired: false });
const SECTIONS = [
  section('Indication'),
  section('Résultats', 'Foie normal.'),
  section('Conclusion'),
];

describe('a template', () => {
  test('may have a section without a title, written once', () => {
    const sections = [section('', 'Cher confrère,'), section('Conclusion')];
    const state = stateOf('');
    const written = state.apply(insertTemplate(state, sections)!);
    expect(linesOf(written)).toEqual(['Cher confrère,', '# Conclusion', '']);
    expect(insertTemplate(written, sections)).toBeUndefined();
  });

  test('fills an empty report', () => {
    const state = stateOf('');
    expect(linesOf(state.apply(insertTemplate(state, SECTIONS)!))).toEqual([
      '# Indication',
      '',
      '# Résultats',
      'Foie normal.',
      '# Conclusion',
      '',
    ]);
  });

  test('adds what is missing where it belongs and touches nothing else', () => {
    const state = stateOf('Indication : douleur', 'depuis deux jours', '# CONCLUSION', 'Normal.');
    expect(linesOf(state.apply(insertTemplate(state, SECTIONS)!))).toEqual([
      'Indication : douleur',
      'depuis deux jours',
      '# Résultats',
      'Foie normal.',
      '# CONCLUSION',
      'Normal.',
    ]);
  });

  test('has nothing to add twice', () => {
    const state = stateOf('');
    const once = state.apply(insertTemplate(state, SECTIONS)!);
    expect(insertTemplate(once, SECTIONS)).toBeUndefined();
  });
});

describe('fields', () => {
  const fields = stateOf('Lobe [côté : droit | gauche],', 'de [taille] mm');

  test('are walked both ways, and left at the end', () => {
    const first = fields.apply(goToField(fields, 1)!);
    expect(selected(first)).toBe('[côté : droit | gauche]');
    const second = first.apply(goToField(first, 1)!);
    expect(selected(second)).toBe('[taille]');
    expect(goToField(second, 1)).toBeUndefined();
    expect(selected(second.apply(goToField(second, -1)!))).toBe('[côté : droit | gauche]');
  });

  test('turn their choices and take the first', () => {
    const first = fields.apply(goToField(fields, 1)!);
    const turned = first.apply(turnChoice(first, 1)!);
    expect(selected(turned)).toBe('[côté : gauche | droit]');
    expect(linesOf(turned.apply(takeChoice(turned)!))[0]).toBe('Lobe gauche,');
    const second = turned.apply(goToField(turned, 1)!);
    expect(turnChoice(second, 1)).toBeUndefined();
    expect(takeChoice(second)).toBeUndefined();
  });
});

describe('an auto-text', () => {
  const known = [
    { format: 1, id: '1', code: 'exn', text: 'Examen normal.\nPoids [poids] kg.' },
  ] as const;

  test('is written out in place of its code', () => {
    const state = atEnd(stateOf('Vu ce jour. EXN'));
    expect(linesOf(state.apply(expand(state, known)!))).toEqual([
      'Vu ce jour. Examen normal.',
      'Poids [poids] kg.',
    ]);
  });

  test.each(['exno', 'l’exn', 'texn', 'exn '])('leaves "%s" alone', (text) => {
    expect(expand(atEnd(stateOf(text)), known)).toBeUndefined();
  });
});
