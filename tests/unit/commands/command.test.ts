import { describe, expect, test, vi } from 'vitest';
import { keyName, runKey } from '../../../web/commands/command';

const NO_MODIFIERS = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };

const key = (name: string, modifiers: Partial<typeof NO_MODIFIERS> = {}) =>
  ({
    key: name,
    ...NO_MODIFIERS,
    ...modifiers,
    defaultPrevented: false,
    isComposing: false,
    preventDefault: vi.fn(),
  }) as unknown as KeyboardEvent;

describe('keys', () => {
  test('are named as a French keyboard shows them', () => {
    expect(keyName(key(' ', { ctrlKey: true }))).toBe('Ctrl+Espace');
    expect(keyName(key('Enter', { ctrlKey: true }))).toBe('Ctrl+Entrée');
    expect(keyName(key('r', { altKey: true }))).toBe('Alt+R');
    expect(keyName(key('F4'))).toBe('F4');
  });

  test('run their command and are kept from the browser', () => {
    const run = vi.fn();
    const commands = [{ id: 'play', label: 'Écouter', keys: ['F4'], run }];
    const pressed = key('F4');
    expect(runKey(commands, pressed)).toBe(true);
    expect(run).toHaveBeenCalledOnce();
    expect(pressed.preventDefault).toHaveBeenCalled();
  });

  test('are left alone while nothing knows them, or while a letter is composed', () => {
    const commands = [{ id: 'play', label: 'Écouter', keys: ['F4'], run: vi.fn() }];
    expect(runKey(commands, key('a'))).toBe(false);
    expect(runKey(commands, { ...key('F4'), isComposing: true } as KeyboardEvent)).toBe(false);
  });
});
