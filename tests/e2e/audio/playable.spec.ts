import { chromium } from '../../chromium';
import { expect, test } from './browser';
import { byBrowser, byFfmpeg, hasFfmpeg, offer, wavOf } from './files';
import { burstHertz, bursts } from './signal';

test.use({ launchOptions: chromium() });

const SECONDS = 120;

/** Loud noise between the bursts of the middle third, so that a variable rate varies. */
function unevenSound(): Float32Array {
  const samples = bursts(SECONDS, 48_000);
  let seed = 1;
  for (let index = 40 * 48_000; index < 80 * 48_000; index++) {
    seed = (seed * 48_271) % 2_147_483_647;
    const moment = (index % 48_000) / 48_000;
    if (moment > 0.4 && moment < 0.9) samples[index] = (seed / 2_147_483_647 - 0.5) * 0.09;
  }
  return samples;
}

const ENCODINGS: readonly (readonly [string, string, ...string[]])[] = [
  ['mp3 of variable rate', 'mp3', '-q:a', '4', '-ar', '44100'],
  ['mp3 without its length', 'mp3', '-q:a', '4', '-ar', '44100', '-write_xing', '0'],
  ['aac', 'aac', '-c:a', 'aac'],
  ['webm live', 'webm', '-c:a', 'libopus', '-live', '1'],
];

for (const [name, extension, ...options] of ENCODINGS) {
  test(`after a seek ${name} is heard where its clock says`, async ({ sound: page }) => {
    test.skip(!hasFfmpeg, 'ffmpeg is not installed: nothing here can write this format');
    const file = byFfmpeg(wavOf(unevenSound(), 48_000), extension, ...options);
    const seconds = [3, 61, 90, 115];
    const heard = await page.evaluate(
      async ({ path, at }) => {
        const original = await (await fetch(path)).blob();
        const playable = await window.sound.playableSound(new AbortController().signal, original);
        return window.sound.firstBurstsAfter(playable, at);
      },
      { path: await offer(page, file), at: seconds.map((second) => second - 0.5) },
    );
    expect(Math.abs(heard.duration - SECONDS)).toBeLessThan(0.1);
    for (const [index, second] of seconds.entries()) {
      expect(Math.abs(heard.bursts[index]!.at - second)).toBeLessThan(0.12);
      expect(Math.abs(heard.bursts[index]!.hertz - burstHertz(second))).toBeLessThan(80);
    }
  });
}

test('a file that seeks well is left as it is', async ({ sound: page }) => {
  const path = await offer(page, await byBrowser(page, 2, 'ogg'));
  const same = await page.evaluate(async (address) => {
    const original = await (await fetch(address)).blob();
    const { signal } = new AbortController();
    const text = new Blob(['pas un son']);
    return [
      (await window.sound.playableSound(signal, original)) === original,
      (await window.sound.playableSound(signal, text)) === text,
    ];
  }, path);
  expect(same).toEqual([true, true]);
});
