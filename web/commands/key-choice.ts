import type { Command } from './command';

/** Keys a person gave to commands, by identifier of the command. */
export type KeyChoice = Readonly<Record<string, string>>;

/** The keys of one command, as the person chose them. */
export function chosenKeys(
  { id, keys }: Pick<Command, 'id' | 'keys'>,
  chosen: KeyChoice,
): readonly string[] {
  const key = chosen[id];
  if (key === undefined) return keys;
  return key === '' ? [] : [key];
}

/** Commands with the keys that the person chose in place of their own. */
export const withKeys = (commands: readonly Command[], chosen: KeyChoice): readonly Command[] =>
  commands.map((command) => ({ ...command, keys: chosenKeys(command, chosen) }));

export type KeyRefusal =
  /** The browser or the system takes it before the page sees it, or a person needs it there. */
  | { readonly kind: 'reserved' }
  /** A letter alone would be typed; digits and signs lie elsewhere on other keyboards. */
  | { readonly kind: 'typed' }
  | { readonly kind: 'taken'; readonly by: string };

/** Chromium, Firefox and the usual screen readers: tabs, windows, printing, search, reload, clipboard, undo. */
const RESERVED = new Set([
  ...'ACFGHJKLNOPQRSTUVWXYZ'.split('').map((letter) => `Ctrl+${letter}`),
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Ctrl+F4', 'Ctrl+F5', 'Alt+F4'],
  ...['Alt+D', 'Alt+E', 'Alt+F', 'Alt+←', 'Alt+→', 'Alt+Home', 'Ctrl+Tab', 'Ctrl+Maj+Tab'],
  ...['Ctrl+Maj+C', 'Ctrl+Maj+I', 'Ctrl+Maj+J', 'Ctrl+Maj+N', 'Ctrl+Maj+T', 'Ctrl+Maj+V'],
  ...['Tab', 'Maj+Tab', 'Échap', 'Entrée', 'Espace', 'Insert', 'CapsLock'],
]);

const FUNCTION_KEY = /^(?:(?:Ctrl|Alt|Maj)\+)*F\d{1,2}$/;
const MODIFIED_LETTER = /^(?:(?:Ctrl|Alt)\+)(?:Maj\+)?(?:[A-Z]|Espace|Entrée)$/;

/** Why a key cannot be given to a command, or `undefined` where it can. */
export function keyRefusal(
  key: string,
  command: Command,
  commands: readonly Command[],
): KeyRefusal | undefined {
  const isOwn = command.keys.includes(key);
  if (RESERVED.has(key) && !isOwn) return { kind: 'reserved' };
  if (!FUNCTION_KEY.test(key) && !MODIFIED_LETTER.test(key)) return { kind: 'typed' };
  const other = commands.find(({ id, keys }) => id !== command.id && keys.includes(key));
  return other && { kind: 'taken', by: other.label };
}
