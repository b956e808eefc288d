import { describe, expect, test } from 'vitest';
import { selectedSound } from '../../../web/editor/selected-sound';
import { isWritingKey } from '../../../web/editor/typing';

const pressed = (key: string, modifiers: Partial<KeyboardEvent> = {}) =>
  isWritingKey({ key, altKey: false, ctrlKey: false, metaKey: false, ...modifiers });

test('keys that change the text by themselves are typing; commands are not', () => {
  expect(['Enter', 'Backspace', 'Delete'].map((key) => pressed(key))).toEqual([true, true, true]);
  expect(pressed('Backspace', { ctrlKey: true })).toBe(true);
  expect(pressed('Enter', { altKey: true })).toBe(false);
  expect(pressed('Enter', { ctrlKey: true })).toBe(false);
  expect(['ArrowLeft', 'F4', 'Escape', 'Shift'].some((key) => pressed(key))).toBe(false);
});

describe('the sound of a selection', () => {
  const words = [
    { from: 1, to: 5, start: 0.5, end: 0.9 },
    { from: 6, to: 9, start: 1, end: 1.4 },
    { from: 10, to: 15, start: 1.5, end: 2 },
  ];

  test('goes from its first to its last word, whole', () => {
    expect(selectedSound(words, { from: 3, to: 8 })).toEqual({ start: 0.5, end: 1.4 });
  });

  test('is none where nothing is selected, or nothing of it was said', () => {
    expect(selectedSound(words, { from: 3, to: 3 })).toBeUndefined();
    expect(selectedSound(words, { from: 15, to: 20 })).toBeUndefined();
  });
});
