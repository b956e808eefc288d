import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { toInt16 } from '../../../web/audio/samples';
import { wavHeader } from '../../../web/audio/wav';
import { chromium, expect, test } from './browser';
import type { OpusContainer } from './page/encode';
import type { DecodedForTest } from './page/page';
import { burstHertz, bursts, burstsIn } from './signal';

test.use({ launchOptions: chromium() });

const SECONDS = 5;
const sound = bursts(SECONDS, 48_000);
const wav = Buffer.concat([wavHeader(sound.length, 48_000), new Uint8Array(toInt16(sound).buffer)]);

const hasFfmpeg = ((): boolean => {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

function byFfmpeg(extension: string, ...options: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'plume-sound-'));
  try {
    const [from, to] = [join(folder, 'from.wav'), join(folder, `to.${extension}`)];
    writeFileSync(from, wav);
    execFileSync('ffmpeg', ['-loglevel', 'error', '-i', from, ...options, to]);
    return readFileSync(to);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const decode = (page: Page, file: Buffer): Promise<DecodedForTest> =>
  page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    return window.sound.decode(new Blob([bytes]));
  }, file.toString('base64'));

async function opus(page: Page, container: OpusContainer): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ samples, to }) => {
      const blob = await window.sound.encodeOpus(Float32Array.from(samples), to);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { samples: [...sound], to: container },
  );
  return Buffer.from(base64, 'base64');
}

function expectAllBursts(
  { decoding, samples, progress }: DecodedForTest,
  toleranceSeconds = 0.015,
): void {
  expect(decoding).toMatchObject({ ok: true, isWhole: true });
  const found = burstsIn(samples, 16_000);
  expect(found.map(({ hertz }) => hertz)).toEqual(
    Array.from({ length: SECONDS }, (_, second) => burstHertz(second)),
  );
  for (const [second, { at }] of found.entries()) {
    expect(Math.abs(at - second)).toBeLessThan(toleranceSeconds);
  }
  expect(Math.abs(samples.length / 16_000 - SECONDS)).toBeLessThan(0.1);
  expect(progress.at(-1)).toBeCloseTo(samples.length / 16_000, 3);
}

test('wav is decoded in pieces of the length asked for', async ({ sound: page }) => {
  const decoded = await decode(page, wav);
  expectAllBursts(decoded, 0.001);
  expect(decoded.pieceLengths).toEqual([32_000, 32_000, 16_000]);
});

for (const container of ['ogg', 'webm', 'mp4'] as const) {
  test(`opus in ${container} keeps every moment in its place`, async ({ sound: page }) => {
    expectAllBursts(await decode(page, await opus(page, container)));
  });
}

const ENCODINGS: readonly (readonly [string, string, ...string[]])[] = [
  ['mp3', 'mp3', '-b:a', '64k'],
  ['mp3 of variable rate', 'mp3', '-q:a', '5', '-ar', '44100', '-ac', '2'],
  ['mp3 without its length', 'mp3', '-write_xing', '0'],
  ['m4a', 'm4a', '-c:a', 'aac', '-ar', '44100'],
  ['m4a with its table first', 'm4a', '-c:a', 'aac', '-movflags', 'faststart'],
  ['aac', 'aac', '-c:a', 'aac'],
  ['flac', 'flac'],
  ['flac of 24 bits', 'flac', '-sample_fmt', 's32', '-ar', '96000'],
  ['ogg vorbis', 'ogg', '-c:a', 'libvorbis'],
  ['opus', 'opus', '-c:a', 'libopus'],
  ['webm', 'webm', '-c:a', 'libopus'],
  ['webm live', 'webm', '-c:a', 'libopus', '-live', '1'],
  ['mka', 'mka', '-c:a', 'libmp3lame'],
  ['wav of a telephone', 'wav', '-c:a', 'pcm_mulaw', '-ar', '8000'],
  ['wav of IMA ADPCM', 'wav', '-c:a', 'adpcm_ima_wav', '-ar', '16000'],
  ['aiff', 'aiff'],
];

for (const [name, extension, ...options] of ENCODINGS) {
  test(`${name} keeps every moment in its place`, async ({ sound: page }) => {
    test.skip(!hasFfmpeg, 'ffmpeg is not installed: nothing here can write this format');
    expectAllBursts(await decode(page, byFfmpeg(extension, ...options)), 0.06);
  });
}
