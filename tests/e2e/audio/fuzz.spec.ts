import type { Page } from '@playwright/test';
import { chromium } from '../../chromium';
import { rendererMemory } from '../../renderer-memory';
import { expect, test } from './browser';
import { byBrowser, byFfmpeg, hasFfmpeg, offer, wavOf } from './files';
import { bursts } from './signal';

test.use({ launchOptions: chromium() });

/** Damaged copies in all; `PLUME_FUZZ=2000` for as many as the issue of the vault asks. */
const COPIES = Number(process.env['PLUME_FUZZ'] ?? 280);
const SEED = Number(process.env['PLUME_SEED'] ?? 20_261_122);
const SECONDS = 2;
const SLOWEST_MILLISECONDS = 10_000;
/** A copy that has no end by then never will have one: the rest of its kind is not tried. */
const LONGEST_MILLISECONDS = 30_000;
const MOST_MEMORY_BYTES = 500e6;

/** What came of one copy: how it ended, and how long that took. */
interface Fate {
  readonly seed: number;
  readonly end: string;
  readonly milliseconds: number;
}

const sources = async (page: Page): Promise<Record<string, Buffer>> => {
  const wav = wavOf(bursts(SECONDS, 16_000), 16_000);
  return {
    wav,
    ogg: await byBrowser(page, SECONDS, 'ogg'),
    webm: await byBrowser(page, SECONDS, 'webm'),
    mp4: await byBrowser(page, SECONDS, 'mp4'),
    ...(hasFfmpeg && {
      mp3: byFfmpeg(wav, 'mp3', '-b:a', '64k'),
      aac: byFfmpeg(wav, 'aac', '-c:a', 'aac'),
      flac: byFfmpeg(wav, 'flac'),
    }),
  };
};

/** Bytes changed, cut out, written twice, or the end lost: each copy by its own seed, so that it can be made again. */
const fatesOf = (page: Page, path: string, seeds: readonly number[]): Promise<Fate[]> =>
  page.evaluate(
    async ({ path, seeds, longest }) => {
      const whole = new Uint8Array(await (await fetch(path)).arrayBuffer());
      const fates: Fate[] = [];
      for (const seed of seeds) {
        let state = seed;
        // Mulberry32: small, seeded, and good enough to choose places.
        const random = (below: number): number => {
          state = (state + 0x6d2b79f5) | 0;
          let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
          mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
          return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
        };
        // Half of the damage is done to the first bytes, where the tables are.
        const place = (): number => random(random(2) === 0 ? 256 : whole.length) % whole.length;
        const bytes = whole.slice();
        for (let flips = random(12); flips >= 0; flips--) bytes[place()] = random(256);
        const [from, to] = [place(), place()].sort((a, b) => a - b) as [number, number];
        const parts = [
          [bytes],
          [bytes.subarray(0, to)],
          [bytes.subarray(0, from), bytes.subarray(to)],
          [bytes.subarray(0, to), bytes.subarray(from)],
        ][random(4)]!;
        const start = performance.now();
        const stop = new AbortController();
        const decode = async (): Promise<string> => {
          try {
            const pieces = window.sound.decodeSound(stop.signal, new Blob(parts));
            let step = await pieces.next();
            while (step.done !== true) step = await pieces.next();
            return step.value.ok ? 'heard' : step.value.kind;
          } catch (error) {
            return `thrown: ${String(error)}`;
          }
        };
        const hung = new Promise<string>((resolve) => setTimeout(() => resolve('hung'), longest));
        const end = await Promise.race([decode(), hung]);
        fates.push({ seed, end, milliseconds: performance.now() - start });
        if (end !== 'hung') continue;
        stop.abort();
        break;
      }
      return fates;
    },
    { path, seeds, longest: LONGEST_MILLISECONDS },
  );

test('a damaged file of any kind is heard or refused for a reason, quickly, within its memory', async ({
  sound: page,
}) => {
  test.setTimeout(60_000 + COPIES * 1000);
  const memory = await rendererMemory(page);
  const before = memory?.now() ?? 0;
  const files = Object.entries(await sources(page));
  const each = Math.ceil(COPIES / files.length);
  const ends: Record<string, number> = {};
  for (const [at, [name, file]] of files.entries()) {
    const seeds = Array.from({ length: each }, (_, copy) => SEED + at * 1_000_003 + copy);
    const fates = await fatesOf(page, await offer(page, file), seeds);
    for (const { end } of fates) ends[end] = (ends[end] ?? 0) + 1;
    const slowest = Math.max(...fates.map(({ milliseconds }) => milliseconds));
    console.log(`${name}: ${fates.length} copies, the slowest ${Math.round(slowest)} ms`);
    expect(
      fates.filter(({ end }) => end.startsWith('thrown') || end === 'hung'),
      name,
    ).toEqual([]);
    const slow = fates.filter(({ milliseconds }) => milliseconds > SLOWEST_MILLISECONDS);
    expect(slow, name).toEqual([]);
  }
  const rise = (memory?.peak() ?? 0) - before;
  console.log(
    `${each * files.length} damaged files: ${JSON.stringify(ends)}, ${Math.round(rise / 1e6)} MB more`,
  );
  expect(rise).toBeLessThan(MOST_MEMORY_BYTES);
});
