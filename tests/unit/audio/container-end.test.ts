import { expect, test } from 'vitest';
import { isCutShort } from '../../../web/audio/container-end';

/** A page of Ogg as RFC 3533 lays it out: 27 bytes, the sizes of its segments, the segments. */
function page(...sizes: number[]): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(27);
  header.set([...'OggS'].map((letter) => letter.charCodeAt(0)));
  header[26] = sizes.length;
  const body = new Uint8Array(sizes.reduce((sum, size) => sum + size, 0)).fill(0x91);
  return Uint8Array.from([...header, ...sizes, ...body]);
}

const first = page(19);
const last = page(255, 140, 130);

test.each([
  ['whole', 0, false],
  ['without its last byte', 1, true],
  ['in the middle of the last page', 300, true],
  ['in the sizes of the last page', last.length - 28, true],
  ['in the header of the last page', last.length - 20, true],
  ['at the end of the first page', last.length, false],
])('an Ogg file that is %s', async (_name, missing, expected) => {
  const file = new Blob([first, last]);
  expect(await isCutShort(file.slice(0, file.size - missing))).toBe(expected);
});

test('another file is not judged by its pages', async () => {
  expect(await isCutShort(new Blob(['fLaC']))).toBe(false);
});
