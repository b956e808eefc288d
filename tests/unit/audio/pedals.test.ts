import type { ButtonEventListener, DictationDevice } from 'dictation_support';
import { expect, test, vi } from 'vitest';
import {
  Pedals,
  pressesBetween,
  type PedalPress,
  type PedalSource,
} from '../../../web/audio/pedals';

vi.stubGlobal('self', globalThis);
const { ButtonEvent } = await import('dictation_support');

const { NONE, PLAY, REWIND, FORWARD, STOP, RECORD, COMMAND } = ButtonEvent;

/** Speaks as the library does; `press` is a device whose held buttons have changed. */
class FakeDevices implements PedalSource {
  readonly devices: DictationDevice[] = [];
  readonly log: string[] = [];
  #buttons: ButtonEventListener[] = [];
  #connected: ((device: DictationDevice) => void | Promise<void>)[] = [];
  #disconnected: ((device: DictationDevice) => void | Promise<void>)[] = [];

  init = async () => void this.log.push(`init with ${this.#buttons.length} listener`);
  shutdown = async () => void this.log.push('shutdown');
  getDevices = () => this.devices;
  requestDevice = async () => [this.plug(9)];
  addButtonEventListener = (listener: ButtonEventListener) => void this.#buttons.push(listener);
  addDeviceConnectedEventListener = (listener: (device: DictationDevice) => void | Promise<void>) =>
    void this.#connected.push(listener);
  addDeviceDisconnectedEventListener = (
    listener: (device: DictationDevice) => void | Promise<void>,
  ) => void this.#disconnected.push(listener);

  plug(id: number): DictationDevice {
    const device = { id } as DictationDevice;
    this.devices.push(device);
    for (const listener of this.#connected) void listener(device);
    return device;
  }

  unplug(device: DictationDevice): void {
    this.devices.splice(this.devices.indexOf(device), 1);
    for (const listener of this.#disconnected) void listener(device);
  }

  press(device: DictationDevice, mask: number): void {
    for (const listener of this.#buttons) void listener(device, mask);
  }
}

async function opened() {
  const fake = new FakeDevices();
  const presses: PedalPress[] = [];
  const counts: number[] = [];
  const pedals = new Pedals({
    onPress: (press) => presses.push(press),
    onCount: (count) => counts.push(count),
    open: async () => fake,
  });
  await pedals.open();
  return { fake, presses, counts, pedals };
}

const down = (button: PedalPress['button']) => ({ button, isDown: true });
const up = (button: PedalPress['button']) => ({ button, isDown: false });

test('the buttons of the library are those of listening', () => {
  const named = [REWIND, PLAY, FORWARD, STOP, RECORD].map((mask) => pressesBetween(NONE, mask));
  expect(named).toEqual(
    (['back', 'play', 'forward', 'stop', 'other'] as const).map((button) => [down(button)]),
  );
});

test('what was let go comes before what was pressed', () => {
  expect(pressesBetween(PLAY, PLAY | REWIND)).toEqual([down('back')]);
  expect(pressesBetween(PLAY, REWIND)).toEqual([up('play'), down('back')]);
  expect(pressesBetween(RECORD, RECORD | COMMAND)).toEqual([]);
  expect(pressesBetween(PLAY | FORWARD, NONE)).toEqual([up('play'), up('forward')]);
});

test('listeners are there before the first device is', async () => {
  const { fake, counts } = await opened();
  expect(fake.log).toEqual(['init with 1 listener']);
  expect(counts).toEqual([0]);
});

test('two devices are held apart, and one that is unplugged lets go', async () => {
  const { fake, presses, counts } = await opened();
  const [pedal, microphone] = [fake.plug(1), fake.plug(2)];
  fake.press(pedal, PLAY);
  fake.press(microphone, REWIND);
  fake.press(microphone, NONE);
  expect(presses).toEqual([down('play'), down('back'), up('back')]);
  fake.unplug(pedal);
  expect(presses.at(-1)).toEqual(up('play'));
  expect(counts).toEqual([0, 1, 2, 1]);
});

test('a chosen device counts; closing lets all go', async () => {
  const { fake, pedals, counts } = await opened();
  expect(await pedals.request()).toBe(1);
  expect(counts.at(-1)).toBe(1);
  await pedals.close();
  expect(fake.log.at(-1)).toBe('shutdown');
});
