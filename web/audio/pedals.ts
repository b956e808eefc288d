import type { DictationDeviceManager } from 'dictation_support';

/** What a foot pedal or a dictation microphone can ask for; buttons with no part in listening are `other`. */
export type PedalButton = 'play' | 'back' | 'forward' | 'stop' | 'other';

export interface PedalPress {
  readonly button: PedalButton;
  readonly isDown: boolean;
}

/** What is used of the library, so that a test can press buttons. */
export type PedalSource = Pick<
  DictationDeviceManager,
  | 'init'
  | 'shutdown'
  | 'getDevices'
  | 'requestDevice'
  | 'addButtonEventListener'
  | 'addDeviceConnectedEventListener'
  | 'addDeviceDisconnectedEventListener'
>;

export interface PedalsOptions {
  readonly onPress: (press: PedalPress) => void;
  /** Devices that may be read now. */
  readonly onCount: (count: number) => void;
  readonly open?: () => Promise<PedalSource>;
}

/** Bits of `ButtonEvent` in dictation_support. */
const BUTTONS: readonly (readonly [number, PedalButton])[] = [
  [1, 'back'],
  [2, 'play'],
  [4, 'forward'],
  [256, 'stop'],
];
const LISTENING_BITS = BUTTONS.reduce((bits, [bit]) => bits | bit, 0);

/** Buttons that went up, then those that went down, between two masks of what is held. */
export function pressesBetween(before: number, now: number): PedalPress[] {
  const held = (mask: number): PedalButton[] => [
    ...BUTTONS.filter(([bit]) => (mask & bit) !== 0).map(([, button]) => button),
    ...((mask & ~LISTENING_BITS) === 0 ? [] : ['other' as const]),
  ];
  const [old, fresh] = [held(before), held(now)];
  const up = old.filter((button) => !fresh.includes(button));
  const down = fresh.filter((button) => !old.includes(button));
  return [
    ...up.map((button) => ({ button, isDown: false })),
    ...down.map((button) => ({ button, isDown: true })),
  ];
}

/** WebHID: Chromium's browsers on a computer. */
export const hasPedals = (): boolean => 'hid' in navigator;

async function openDevices(): Promise<PedalSource> {
  const { DictationDeviceManager } = await import('dictation_support');
  return new DictationDeviceManager();
}

/** Foot pedals, SpeechMike and PowerMic over WebHID: those a person allowed once are found again by themselves. */
export class Pedals {
  readonly #options: PedalsOptions;
  /** By device, what is held. */
  readonly #held = new Map<number, number>();
  #source: Promise<PedalSource> | undefined;

  constructor(options: PedalsOptions) {
    this.#options = options;
  }

  /** Takes up the devices that were allowed before. */
  async open(): Promise<void> {
    this.#source ??= this.#connect();
    await this.#source;
  }

  /** Lets a person choose a device; has to be called from a click. @returns how many were chosen. */
  async request(): Promise<number> {
    await this.open();
    const source = await this.#source;
    const chosen = (await source?.requestDevice()) ?? [];
    this.#count(source);
    return chosen.length;
  }

  async close(): Promise<void> {
    const source = await this.#source;
    this.#source = undefined;
    await source?.shutdown();
  }

  async #connect(): Promise<PedalSource> {
    const source = await (this.#options.open ?? openDevices)();
    // The library hands its listeners to a device when it finds it: they come first.
    source.addButtonEventListener(({ id }, mask) => this.#press(id, mask));
    source.addDeviceConnectedEventListener(() => this.#count(source));
    source.addDeviceDisconnectedEventListener(({ id }) => {
      this.#press(id, 0);
      this.#held.delete(id);
      this.#count(source);
    });
    await source.init();
    this.#count(source);
    return source;
  }

  #press(device: number, mask: number): void {
    const before = this.#held.get(device) ?? 0;
    this.#held.set(device, mask);
    for (const press of pressesBetween(before, mask)) this.#options.onPress(press);
  }

  #count(source: PedalSource | undefined): void {
    this.#options.onCount(source?.getDevices().length ?? 0);
  }
}
