/** What the user can do, as data: one source for keys, buttons and their labels. */
export interface Command {
  readonly id: string;
  readonly label: string;
  /** As {@link keyName} spells them; any of them runs the command. */
  readonly keys: readonly string[];
  readonly run: () => void;
  /** A key held down runs it again and again. */
  readonly repeats?: true;
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  ' ': 'Espace',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Échap',
  Enter: 'Entrée',
};

/** The key with its modifiers as a French keyboard shows it: `Ctrl+Espace`, `F4`. */
export function keyName({ key, ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent): string {
  const name = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Maj', metaKey && 'Meta', name]
    .filter(Boolean)
    .join('+');
}

const ARIA_NAMES: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Maj: 'Shift',
  Espace: 'Space',
  Entrée: 'Enter',
  Échap: 'Escape',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
};

/** Keys as `aria-keyshortcuts` wants them, in the names of the standard. */
export const ariaShortcuts = (keys: readonly string[]): string =>
  keys
    .map((key) =>
      key
        .split('+')
        .map((part) => ARIA_NAMES[part] ?? part)
        .join('+'),
    )
    .join(' ');

/** Runs the command of a key and keeps the browser from using it. */
export function runKey(commands: readonly Command[], event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const name = keyName(event);
  const command = commands.find(({ keys }) => keys.includes(name));
  if (!command) return false;
  event.preventDefault();
  // A key held a little long must not sign what it has just released.
  if (!event.repeat || command.repeats) command.run();
  return true;
}
