import { describe, expect, test, vi } from 'vitest';
import { ariaShortcuts, keyName, runKey, type Command } from '../../../web/commands/command';
import { keyRefusal, withKeys } from '../../../web/commands/key-choice';
import { matching } from '../../../web/commands/search';

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

  test('held down run again only what may', () => {
    const [sign, back] = [vi.fn(), vi.fn()];
    const commands: Command[] = [
      { id: 'sign', label: 'Signer', keys: ['Ctrl+Entrée'], run: sign },
      { id: 'back', label: 'Reculer', keys: ['F2'], run: back, repeats: true },
    ];
    const held = (event: KeyboardEvent) => ({ ...event, repeat: true }) as KeyboardEvent;
    expect(runKey(commands, held(key('Enter', { ctrlKey: true })))).toBe(true);
    expect(runKey(commands, held(key('F2')))).toBe(true);
    expect(sign).not.toHaveBeenCalled();
    expect(back).toHaveBeenCalledOnce();
  });

  test('are told to assistive technology in the names of the standard', () => {
    expect(ariaShortcuts(['F4', 'Ctrl+Espace', 'Alt+Maj+V'])).toBe('F4 Control+Space Alt+Shift+V');
  });

  test('are left alone while nothing knows them, or while a letter is composed', () => {
    const commands = [{ id: 'play', label: 'Écouter', keys: ['F4'], run: vi.fn() }];
    expect(runKey(commands, key('a'))).toBe(false);
    expect(runKey(commands, { ...key('F4'), isComposing: true } as KeyboardEvent)).toBe(false);
  });
});

const command = (id: string, label: string, ...keys: string[]): Command => ({
  id,
  label,
  keys,
  run: () => undefined,
});

describe('keys a person chooses', () => {
  const play = command('play', 'Écouter', 'F4');
  const back = command('back', 'Reculer', 'F2');

  test('take the place of the command’s own', () => {
    expect(withKeys([play, back], { play: 'F9' }).map(({ keys }) => keys)).toEqual([
      ['F9'],
      ['F2'],
    ]);
  });

  test.each([
    ['F9', undefined],
    ['Ctrl+Alt+P', { kind: 'typed' }],
    ['Alt+Maj+P', undefined],
    ['F4', undefined],
    ['F2', { kind: 'taken', by: 'Reculer' }],
    ['Ctrl+W', { kind: 'reserved' }],
    ['F5', { kind: 'reserved' }],
    ['Tab', { kind: 'reserved' }],
    ['P', { kind: 'typed' }],
    ['Maj+P', { kind: 'typed' }],
    ['Ctrl+1', { kind: 'typed' }],
    ['Alt+;', { kind: 'typed' }],
  ])('%s for "Écouter": %o', (key, refusal) => {
    expect(keyRefusal(key, play, [play, back])).toEqual(refusal);
  });
});

test('commands are found by their words, accents or not, the beginning first', () => {
  const commands = [
    command('a', 'Alerte suivante'),
    command('b', 'Écouter'),
    command('c', 'Vitesse d’écoute'),
  ];
  expect(matching(commands, 'ecout').map(({ id }) => id)).toEqual(['b', 'c']);
  expect(matching(commands, 'suiv ale').map(({ id }) => id)).toEqual(['a']);
  expect(matching(commands, '')).toHaveLength(3);
  expect(matching(commands, 'absent')).toEqual([]);
});
