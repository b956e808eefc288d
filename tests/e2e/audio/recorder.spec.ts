import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toInt16 } from '../../../web/audio/samples';
import { wavHeader } from '../../../web/audio/wav';
import { chromium, FAKE_MICROPHONE } from '../../chromium';
import { expect, openPage, test } from './browser';
import { type Burst, burstHertz, bursts, burstsIn } from './signal';

/** What the fake microphone hears, again and again: 12 bursts, one a second. */
const heard = bursts(12, 48_000);
const microphoneFile = join(mkdtempSync(join(tmpdir(), 'plume-microphone-')), 'bursts.wav');
writeFileSync(
  microphoneFile,
  Buffer.concat([wavHeader(heard.length, 48_000), new Uint8Array(toInt16(heard).buffer)]),
);

test.use({
  launchOptions: chromium(
    ...FAKE_MICROPHONE,
    `--use-file-for-fake-audio-capture=${microphoneFile}`,
  ),
  permissions: ['microphone'],
});

/**
 * The recording may begin in the middle of a burst: the clock is set by the second. The fake microphone begins its file
 * again up to 10 ms late; a lost block would be 100 ms.
 */
function expectUnbroken([, second, ...others]: readonly Burst[]): void {
  const number = Array.from({ length: 12 }, (_, n) => burstHertz(n)).indexOf(second!.hertz);
  for (const [index, { at, hertz }] of others.entries()) {
    expect(hertz).toBe(burstHertz(number + index + 1));
    expect(Math.abs(at - second!.at - index - 1)).toBeLessThan(0.012);
  }
}

for (const kind of ['shipped', 'dev'] as const) {
  test(`a dictation is recorded without a gap (${kind})`, async ({ page, shipped, dev }) => {
    await openPage(page, kind === 'shipped' ? shipped : dev);
    const result = await page.evaluate(async () => {
      const memory = window.sound.openRecorder();
      const failure = await memory.recorder.start({ kind: 'append' });
      await new Promise((resolve) => setTimeout(resolve, 3600));
      await memory.recorder.stop();
      const original = await memory.original();
      const decoded = await window.sound.decode(original);
      return {
        failure,
        state: memory.recorder.state,
        level: memory.states.at(-4)?.level,
        lengths: memory.pieces.map(({ speech }) => speech.length),
        peaks: memory.pieces.flatMap(({ peaks }) => [...peaks]).length,
        speech: await memory.speech(),
        original: decoded,
      };
    });
    expect(result.failure).toBeUndefined();
    expect(result.state.phase).toEqual({ name: 'idle' });
    expect(result.lengths.slice(0, -1).every((length) => length === 8000)).toBe(true);
    const seconds = result.speech.length / 16_000;
    expect(seconds).toBeGreaterThan(3.2);
    expect(seconds).toBeLessThan(4.2);
    expect(result.state.seconds).toBeCloseTo(seconds, 5);
    expect(result.peaks).toBe(Math.ceil(seconds * 50));
    expect(result.level!.rmsDb).toBeLessThan(0);

    expectUnbroken(burstsIn(result.speech, 16_000));
    expect(burstsIn(result.speech, 16_000).length).toBeGreaterThanOrEqual(3);
    // The original, decoded as any wav is, says the same at the same moments.
    expect(result.original.decoding).toMatchObject({ ok: true, seconds, isWhole: true });
    expect(burstsIn(result.original.samples, 16_000)).toEqual(burstsIn(result.speech, 16_000));
  });
}

test('each pause begins a new take, and an insertion goes on where it stopped', async ({
  sound: page,
}) => {
  const result = await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const memory = window.sound.openRecorder();
    const { recorder } = memory;
    await recorder.start({ kind: 'append' });
    await wait(1200);
    await recorder.pause();
    const afterPause = recorder.state;
    await wait(400);
    await recorder.resume();
    await wait(300);
    await recorder.stop();
    await recorder.start({ kind: 'insert', at: 8000 });
    await wait(300);
    await recorder.pause();
    await recorder.resume();
    await wait(300);
    await recorder.stop();
    const takeLength = (takeId: string): number =>
      memory.pieces
        .filter((piece) => piece.takeId === takeId)
        .reduce((n, { speech }) => n + speech.length, 0);
    return {
      afterPause,
      edits: memory.edits.map((edit) => ({ ...edit, length: takeLength(edit.takeId) })),
      spans: memory.spans(),
    };
  });
  const [first, second, third, fourth] = result.edits;
  expect(result.afterPause.phase).toEqual({ name: 'paused', reason: 'asked' });
  expect(result.afterPause.seconds).toBeCloseTo(first!.length / 16_000, 5);
  expect(result.edits).toMatchObject([
    { kind: 'append' },
    { kind: 'append' },
    { kind: 'insert', at: 8000 },
    { kind: 'insert', at: 8000 + third!.length },
  ]);
  expect(result.spans).toEqual([
    { takeId: first!.takeId, from: 0, to: 8000 },
    { takeId: third!.takeId, from: 0, to: third!.length },
    { takeId: fourth!.takeId, from: 0, to: fourth!.length },
    { takeId: first!.takeId, from: 8000, to: first!.length },
    { takeId: second!.takeId, from: 0, to: second!.length },
  ]);
});

test('a second tab is refused while the first records, and only then', async ({
  page,
  shipped,
}) => {
  await openPage(page, shipped);
  const other = await page.context().newPage();
  await openPage(other, shipped);
  const tryToStart = () =>
    other.evaluate(async () => {
      const { recorder } = window.sound.openRecorder();
      const failure = await recorder.start({ kind: 'append' });
      if (failure === undefined) await recorder.stop();
      return failure ?? 'started';
    });
  await page.evaluate(async () => {
    const memory = window.sound.openRecorder();
    Object.assign(window, { memory });
    await memory.recorder.start({ kind: 'append' });
  });
  expect(await tryToStart()).toBe('elsewhere');
  await page.close();
  // The browser takes a moment to bury the tab.
  await expect.poll(tryToStart).toBe('started');
});

test('an unplugged microphone pauses, keeps what was said, and resumes with another', async ({
  sound: page,
}) => {
  const result = await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const streams: MediaStream[] = [];
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      const stream = await real(constraints);
      streams.push(stream);
      return stream;
    };
    const memory = window.sound.openRecorder();
    await memory.recorder.start({ kind: 'append' });
    await wait(700);
    streams[0]!.getAudioTracks()[0]!.dispatchEvent(new Event('ended'));
    const unplugged = memory.recorder.state;
    const live = streams[0]!.getAudioTracks()[0]!.readyState;
    const failure = await memory.recorder.resume();
    await wait(300);
    await memory.recorder.stop();
    return {
      unplugged,
      live,
      failure,
      takes: memory.edits.length,
      seconds: memory.recorder.state.seconds,
    };
  });
  expect(result.unplugged.phase).toEqual({ name: 'paused', reason: 'unplugged' });
  expect(result.unplugged.seconds).toBeGreaterThan(0.4);
  expect(result.live).toBe('ended');
  expect(result.failure).toBeUndefined();
  expect(result.takes).toBe(2);
  expect(result.seconds).toBeGreaterThan(0.6);
});

test('sound taken away by the browser, and a page put aside, pause with their reason', async ({
  sound: page,
}) => {
  const reasons = await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const contexts: AudioContext[] = [];
    const Real = AudioContext;
    window.AudioContext = class extends Real {
      constructor(options?: AudioContextOptions) {
        super(options);
        contexts.push(this);
      }
    };
    const memory = window.sound.openRecorder();
    await memory.recorder.start({ kind: 'append' });
    await wait(300);
    await contexts[0]!.suspend();
    await wait(100);
    const interrupted = memory.recorder.state.phase;
    await memory.recorder.resume();
    await wait(300);
    document.dispatchEvent(new Event('freeze'));
    const frozen = memory.recorder.state.phase;
    await memory.recorder.stop();
    return { interrupted, frozen, takes: memory.spans().length };
  });
  expect(reasons).toEqual({
    interrupted: { name: 'paused', reason: 'interrupted' },
    frozen: { name: 'paused', reason: 'frozen' },
    takes: 2,
  });
});

test('a full disk loses nothing: pieces wait in order and are written later', async ({
  sound: page,
}) => {
  const result = await page.evaluate(async () => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const memory = window.sound.openRecorder();
    await memory.recorder.start({ kind: 'append' });
    await wait(700);
    memory.failing = true;
    await wait(1500);
    const during = memory.recorder.state.unwritten;
    memory.failing = false;
    await memory.recorder.stop();
    return {
      during,
      unwritten: memory.recorder.state.unwritten,
      indexes: memory.pieces.map(({ index }) => index),
      speech: await memory.speech(),
    };
  });
  expect(result.during).toBeGreaterThan(0);
  expect(result.unwritten).toBe(0);
  expect(result.indexes).toEqual(result.indexes.map((_, index) => index));
  expectUnbroken(burstsIn(result.speech, 16_000));
});

test('microphones have a name once one was allowed', async ({ sound: page }) => {
  const microphones = await page.evaluate(async () => {
    const { recorder } = window.sound.openRecorder();
    await recorder.start({ kind: 'append' });
    const microphone = recorder.state.microphone;
    await recorder.stop();
    return { microphone, all: await window.sound.listMicrophones() };
  });
  expect(microphones.all).toContainEqual(microphones.microphone);
  expect(microphones.microphone!.label).not.toBe('');
});
