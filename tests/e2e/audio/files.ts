import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { toInt16 } from '../../../web/audio/samples';
import { wavHeader } from '../../../web/audio/wav';
import type { OpusContainer } from './page/encode';

export const wavOf = (samples: Float32Array, sampleRateHz: number): Buffer =>
  Buffer.concat([wavHeader(samples.length, sampleRateHz), new Uint8Array(toInt16(samples).buffer)]);

export const hasFfmpeg = ((): boolean => {
  try {
    execFileSync('ffmpeg', ['-version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

export function byFfmpeg(wav: Buffer, extension: string, ...options: string[]): Buffer {
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

/** Encoded by the browser itself, where no ffmpeg is needed. */
export async function byBrowser(
  page: Page,
  samples: Float32Array,
  container: OpusContainer,
): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ({ values, to }) => {
      const blob = await window.sound.encodeOpus(Float32Array.from(values), to);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    { values: [...samples], to: container },
  );
  return Buffer.from(base64, 'base64');
}

/** Makes a file readable in the page at an address of its own. */
export async function offer(page: Page, file: Buffer): Promise<string> {
  const path = `/offered-${Math.random().toString(36).slice(2)}`;
  await page.route(`**${path}`, (route) => route.fulfill({ body: file }));
  return path;
}
