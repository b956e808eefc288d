import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { chromium } from '../../chromium';
import { expect, test } from './browser';
import { byBrowser, byFfmpeg, hasFfmpeg, offer, wavOf } from './files';
import type { DecodedForTest } from './page/page';
import { burstHertz, bursts, burstsIn } from './signal';

test.use({ launchOptions: chromium() });

const SECONDS = 5;

const wav = wavOf(bursts(SECONDS, 48_000), 48_000);

const decode = async (page: Page, file: Buffer): Promise<DecodedForTest> =>
  page.evaluate(
    async (path) => window.sound.decode(await (await fetch(path)).blob()),
    await offer(page, file),
  );

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
    expectAllBursts(await decode(page, await byBrowser(page, SECONDS, container)));
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
];

for (const [name, extension, ...options] of ENCODINGS) {
  test(`${name} keeps every moment in its place`, async ({ sound: page }) => {
    test.skip(!hasFfmpeg, 'ffmpeg is not installed: nothing here can write this format');
    expectAllBursts(await decode(page, byFfmpeg(wav, extension, ...options)), 0.06);
  });
}

test('voices from outside are decoded whole: mp3, 8 kHz wav, ogg', async ({ sound: page }) => {
  const shared = process.env['PLUME_SHARED'] ?? join(import.meta.dirname, '../../../../shared');
  test.skip(!existsSync(shared), `${shared} is not there: it holds the recordings`);
  // Lengths as ffprobe tells them.
  const voices = {
    'human/poem-94.mp3': 75.49,
    'human/rights-narrowband-sample2.wav': 9.99,
    'dictations/dermato-01.kokoro-siwis-phone.ogg': 39.2,
  };
  for (const [name, seconds] of Object.entries(voices)) {
    const { decoding, samples } = await decode(page, readFileSync(join(shared, 'speech', name)));
    expect(decoding, name).toMatchObject({ ok: true, isWhole: true });
    expect(Math.abs(samples.length / 16_000 - seconds), name).toBeLessThan(0.1);
    const energy = samples.reduce((sum, sample) => sum + sample * sample, 0);
    expect(Math.sqrt(energy / samples.length), name).toBeGreaterThan(0.01);
  }
});

test.describe('a bad file', () => {
  const failureOf = async (page: Page, file: Buffer) => (await decode(page, file)).decoding;

  test('that is empty', async ({ sound: page }) => {
    expect(await failureOf(page, Buffer.alloc(0))).toEqual({ ok: false, kind: 'empty' });
    expect(await failureOf(page, wav.subarray(0, 44))).toEqual({ ok: false, kind: 'truncated' });
    expect(await failureOf(page, wavOf(new Float32Array(0), 48_000))).toEqual({
      ok: false,
      kind: 'empty',
    });
  });

  test('that is something else', async ({ sound: page }) => {
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * i * 31 + 7 * i) % 251));
    const others = [Buffer.from('Compte rendu du 3 mai'), Buffer.from('%PDF-1.7\n'), noise];
    for (const other of others) {
      expect(await failureOf(page, other)).toEqual({ ok: false, kind: 'not-sound' });
    }
  });

  test('of a dictaphone whose format nobody else reads', async ({ sound: page }) => {
    const dss = Buffer.concat([Buffer.from('\x02dss'), Buffer.alloc(2000, 7)]);
    expect(await failureOf(page, dss)).toEqual({ ok: false, kind: 'unreadable' });
  });

  test('that claims a rate that no sound has', async ({ sound: page }) => {
    for (const rate of [2_688, 939_540_096]) {
      const file = Buffer.from(wav);
      file.writeUInt32LE(rate, 24);
      expect(await failureOf(page, file), `${rate} Hz`).toEqual({ ok: false, kind: 'unreadable' });
    }
  });

  test('that is protected against copying', async ({ sound: page }) => {
    const file = await byBrowser(page, SECONDS, 'mp4');
    const entry = file.indexOf('Opus');
    file.write('enca', entry, 'latin1');
    expect(await failureOf(page, file)).toEqual({ ok: false, kind: 'protected' });
  });

  test('that is longer than allowed is refused before it is read', async ({ sound: page }) => {
    const kind = await page.evaluate(
      async (path) => {
        const file = await (await fetch(path)).blob();
        const pieces = window.sound.decodeSound(new AbortController().signal, file, {
          maxSeconds: 3,
        });
        return (await pieces.next()).value;
      },
      await offer(page, wav),
    );
    expect(kind).toEqual({ ok: false, kind: 'too-long' });
  });

  test('that is given up on the way', async ({ sound: page }) => {
    const end = await page.evaluate(
      async (path) => {
        const file = await (await fetch(path)).blob();
        const abort = new AbortController();
        const pieces = window.sound.decodeSound(abort.signal, file, { pieceSeconds: 1 });
        const first = await pieces.next();
        abort.abort();
        let step = await pieces.next();
        while (step.done !== true) step = await pieces.next();
        return { first: first.done, end: step.value };
      },
      await offer(page, await byBrowser(page, 30, 'ogg')),
    );
    expect(end).toEqual({ first: false, end: { ok: false, kind: 'cancelled' } });
  });

  test('cut short keeps what is whole, and says so', async ({ sound: page }) => {
    const files: Record<string, Buffer> = {
      wav,
      ogg: await byBrowser(page, SECONDS, 'ogg'),
      webm: await byBrowser(page, SECONDS, 'webm'),
      ...(hasFfmpeg && {
        mp3: byFfmpeg(wav, 'mp3', '-b:a', '64k'),
        m4a: byFfmpeg(wav, 'm4a', '-c:a', 'aac', '-movflags', 'faststart'),
        flac: byFfmpeg(wav, 'flac'),
      }),
    };
    for (const [name, file] of Object.entries(files)) {
      const cut = file.subarray(0, Math.floor(file.length * 0.7));
      const { decoding, samples } = await decode(page, cut);
      expect(decoding, name).toMatchObject({ ok: true, isWhole: false });
      const found = burstsIn(samples, 16_000).slice(0, 2);
      expect(
        found.map(({ hertz }) => hertz),
        name,
      ).toEqual([burstHertz(0), burstHertz(1)]);
    }
  });

  test('whose table was never written', async ({ sound: page }) => {
    const file = await byBrowser(page, SECONDS, 'mp4');
    const table = file.indexOf('moov') - 4;
    expect(table).toBeGreaterThan(file.indexOf('mdat'));
    expect(await failureOf(page, file.subarray(0, table))).toEqual({
      ok: false,
      kind: 'truncated',
    });
  });

  test('damaged in the middle goes on behind the damage', async ({ sound: page }) => {
    const file = await byBrowser(page, SECONDS, 'webm');
    const middle = Math.floor(file.length / 2);
    file.fill(0xff, middle, middle + 600);
    const { decoding, samples } = await decode(page, file);
    expect(decoding).toMatchObject({ ok: true });
    const found = burstsIn(samples, 16_000);
    expect(found.at(-1)).toMatchObject({ hertz: burstHertz(4) });
    expect(Math.abs(found.at(-1)!.at - 4)).toBeLessThan(0.03);
  });
});
